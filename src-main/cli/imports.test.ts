import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { freshFolder, runCli } from './testing/run-cli.ts';

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = freshFolder();
  // Nobody listens there: an import needs no network.
  env = { ORGANIZER_DATA_DIR: join(folder, 'data'), PINNED_EVENTS_API_URL: 'http://127.0.0.1:2' };
});

const run = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCli({ args: [...args, '--json'], env });
  return { code, document: JSON.parse(stdout), stderr };
};

function calendar(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

test('what was imported is listed, comes out as it was, and is taken back as a whole', async () => {
  const file = calendar('season.csv', ['Title,Start', 'Jazz,2027-06-01 20:00', 'Film,2027-06-02 20:00']);
  const { document: made } = await run('import', file);
  const { document: list } = await run('imports');
  expect(list).toMatchObject([{ id: made.importId, fileName: 'season.csv', counts: { new: 2 }, undone: false }]);
  const copy = join(folder, 'copy.csv');
  await run('imports', 'original', made.importId, copy);
  expect(readFileSync(copy, 'utf8')).toBe(readFileSync(file, 'utf8'));
  expect((await run('imports', 'undo', made.importId)).document).toEqual({ removed: 2, kept: 0, stayed: [] });
  expect((await run('drafts')).document).toEqual([]);
  expect(await run('imports', 'undo', 'nobody')).toMatchObject({ code: 2, document: { error: { code: 'not_found' } } });
});

test('rows that cannot be read go to a file with their reasons, and come back mended', async () => {
  const file = calendar('season.csv', ['Title,Start', 'Jazz,2027-06-01 20:00', 'Film,some day']);
  const invalid = join(folder, 'invalid.csv');
  const first = await run('import', file, '--invalid', invalid);
  expect(first).toMatchObject({ code: 3, document: { new: 1, invalid: 1 } });
  expect(first.stderr).toContain('1 rows that cannot be read are written to');
  writeFileSync(invalid, readFileSync(invalid, 'utf8').replace('some day', '2027-06-02 20:00'));
  expect((await run('import', invalid)).document).toMatchObject({ new: 1, invalid: 0 });
});

test('an encoding and a delimiter overrule what is detected, and nothing is remembered of it', async () => {
  const path = join(folder, 'odd.csv');
  writeFileSync(path, Buffer.from('Title|Start\nCaf\xe9, bar|2027-06-01 20:00\n', 'latin1'));
  await run('import', path, '--encoding', 'windows-1252', '--delimiter', '|');
  expect((await run('drafts')).document).toMatchObject([{ title: 'Café, bar' }]);
  expect((await run('presets')).document).toEqual([]);
  expect(await run('import', path, '--encoding', 'klingon')).toMatchObject({ code: 2 });
});
