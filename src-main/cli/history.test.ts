import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, runCli } from './testing/run-cli.ts';

test('undo and redo go through the journal of the app, one process after the other', async () => {
  const folder = freshFolder();
  const env = { ORGANIZER_DATA_DIR: join(folder, 'data'), PINNED_EVENTS_API_URL: 'http://127.0.0.1:2' };
  const run = async (...args: string[]) => {
    const { code, stdout } = await runCli({ args: [...args, '--json'], env });
    return { code, document: JSON.parse(stdout) };
  };
  expect(await run('undo')).toEqual({
    code: 0,
    document: { step: null, done: 0, kept: 0, stayed: [], leftOutbox: 0 },
  });
  const file = join(folder, 'season.csv');
  writeFileSync(file, 'Title,Start\nJazz,2027-06-01 20:00\nFilm,2027-06-02 20:00\n');
  await run('import', file);
  expect((await run('undo', '--list')).document).toMatchObject({
    undo: [{ kind: 'import', drafts: 2, name: 'Imported season.csv: 2 new' }],
    redo: [],
  });
  expect(await run('undo')).toMatchObject({ code: 0, document: { step: { kind: 'import' }, done: 2, kept: 0 } });
  expect((await run('drafts')).document).toEqual([]);
  expect((await run('undo', '--list')).document).toMatchObject({ undo: [], redo: [{ kind: 'import' }] });
  expect(await run('redo')).toMatchObject({ code: 0, document: { done: 2 } });
  expect((await run('drafts')).document).toHaveLength(2);
  const { stdout } = await runCli({ args: ['undo'], env });
  expect(stdout).toBe('Undone: Imported season.csv: 2 new.\n');
});
