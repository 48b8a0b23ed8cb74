import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOnce } from './cache.ts';

let directory: string;
let target: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'organizer-cache-'));
  target = join(directory, 'thing');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test('what is there already is not made again', async () => {
  await makeOnce(target, (scratch) => writeFile(join(scratch, 'a'), 'first'));
  await makeOnce(target, () => Promise.reject(new Error('must not run')));
  expect(await readFile(join(target, 'a'), 'utf8')).toBe('first');
});

test('two at once: one result, whole, and nothing left over', async () => {
  const fill = async (scratch: string) => {
    await writeFile(join(scratch, 'a'), 'a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(join(scratch, 'b'), 'b');
  };
  await Promise.all([makeOnce(target, fill), makeOnce(target, fill)]);
  expect((await readdir(target)).sort()).toEqual(['a', 'b']);
  expect(await readdir(directory)).toEqual(['thing']);
});

test('a failure leaves nothing behind', async () => {
  await expect(makeOnce(target, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(directory)).toEqual([]);
});

test('the scratch directory of a start that was killed long ago is removed', async () => {
  const abandoned = `${target}.making-old`;
  await mkdir(abandoned);
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  await utimes(abandoned, yesterday, yesterday);
  await makeOnce(target, async () => {});
  expect(existsSync(abandoned)).toBe(false);
});
