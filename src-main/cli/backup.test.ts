import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '#practice/server.ts';
import { freshFolder, runCli } from './testing/run-cli.ts';

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample-calendar.csv');
const defaults = ['--channel', '101', '--timezone', 'America/New_York', '--place', 'p', '--classification', 'music'];

let server: PracticeServer;
let dataDir: string;
let env: Record<string, string>;

beforeEach(async () => {
  server = await startPracticeServer();
  dataDir = join(freshFolder(), 'data');
  env = { ORGANIZER_DATA_DIR: dataDir, PINNED_EVENTS_API_URL: server.url, PINNED_EVENTS_API_KEY: server.key };
});
afterEach(() => server.close());

const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCli({ args: [...args, '--json'], env });
  return { code, stderr, document: JSON.parse(stdout) };
};

test('a damaged database is refused, restored from the backup of the import, and nothing is published twice', async () => {
  expect((await json('backup', 'list')).document).toEqual([]);
  const { document: imported } = await json('import', sample, ...defaults);
  const events = imported.new;
  expect((await json('backup', 'list')).document).toMatchObject([{ drafts: events, delivered: 0 }]);
  await json('publish', '--all', '--wait');
  expect(server.events()).toHaveLength(events);

  const file = join(dataDir, 'organizer.db');
  writeFileSync(file, readFileSync(file).fill(0));
  const refused = await json('drafts');
  expect(refused.code).toBe(2);
  expect(refused.document.error.code).toBe('database_damaged');
  expect(refused.stderr).toContain('organizer backup restore');
  const listed = await json('backup', 'list');
  expect(listed).toMatchObject({ code: 0, document: [{ drafts: events, delivered: 0 }] });

  const restored = await json('backup', 'restore');
  expect(restored.code).toBe(0);
  expect(restored.document).toMatchObject({ backup: { drafts: events }, salvaged: { drafts: 0, delivered: 0 } });
  expect(restored.stderr).toContain(restored.document.keptAs);
  expect(readFileSync(restored.document.keptAs).every((byte) => byte === 0)).toBe(true);

  const again = await json('publish', '--all', '--wait');
  expect(again).toMatchObject({ code: 0, document: { delivered: events, needsReview: 0, waiting: 0 } });
  expect(server.events()).toHaveLength(events);
  expect(JSON.stringify(readdirSync(join(dataDir, 'backups')).map(String))).not.toContain('tmp');
});

test('a disk that fails while publishing ends with a sentence and code 3, and the next call goes on', async () => {
  const { document: imported } = await json('import', sample, ...defaults);
  // No file may grow beyond 200 KB: the log of the database soon would.
  const limited = await runCli({ args: ['publish', '--all', '--wait', '--json'], env, fileLimitKb: 200 });
  expect(limited.code).toBe(3);
  expect(JSON.parse(limited.stdout)).toMatchObject({ ok: false, error: { code: 'disk_error' } });
  expect(limited.stderr).not.toContain('    at ');
  expect(server.events().length).toBeLessThan(imported.new);
  const { code, document } = await json('publish', '--all', '--wait');
  expect(code).toBe(0);
  expect(document).toMatchObject({ rejected: 0, needsReview: 0, waiting: 0 });
  expect(server.events()).toHaveLength(imported.new);
  expect([...server.effectsByKey().values()].every((effects) => effects === 1)).toBe(true);
});

test('one made by hand can be named; a wrong name or a wrong call changes nothing', async () => {
  await json('import', sample, ...defaults);
  const { document: made } = await json('backup', 'now');
  expect(Object.keys(made)).toEqual(['file', 'madeAt', 'drafts', 'delivered']);
  for (const args of [
    ['restore', join(dataDir, 'nowhere.db')],
    ['restore', sample],
    ['restore', made.file, '--empty'],
  ])
    expect((await json('backup', ...args)).code).toBe(2);
  const { document } = await json('backup', 'restore', made.file);
  expect(document.backup).toEqual(made);
  expect(document.keptAs).toContain('damaged');
  expect((await json('backup', 'settle')).document).toEqual({ ok: true });
  const empty = await json('backup', 'restore', '--empty');
  expect(empty.document).toMatchObject({ backup: null });
  expect((await json('drafts')).document).toEqual([]);
});
