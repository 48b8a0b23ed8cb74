import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SetupError } from './commands.ts';
import { verifyFile } from './integrity.ts';

const content = 'the pinned file';
const pinned = {
  bytes: content.length,
  integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
  sha256: createHash('sha256').update(content).digest('hex'),
};

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'organizer-integrity-'));
  file = join(directory, 'file');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test('the pinned file passes', async () => {
  await writeFile(file, content);
  await expect(verifyFile(file, pinned)).resolves.toBeUndefined();
});

test('a file of another size is refused', async () => {
  await writeFile(file, `${content}!`);
  await expect(verifyFile(file, pinned)).rejects.toThrow(SetupError);
});

test.each(['integrity', 'sha256'] as const)('a file of the same size is refused by its %s alone', async (digest) => {
  await writeFile(file, content.replace('pinned', 'forged'));
  await expect(verifyFile(file, { bytes: pinned.bytes, [digest]: pinned[digest] })).rejects.toThrow('will not be used');
});
