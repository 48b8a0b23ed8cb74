import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { freshFolder, runCli } from './testing/run-cli.ts';

/** Five events of a CSV, ready to be queued. */
async function fiveEvents() {
  const server = await startForTest();
  const folder = freshFolder();
  const env = {
    ORGANIZER_DATA_DIR: join(folder, 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCli({ args: [...args, '--json'], env });
    return { code, stderr, document: JSON.parse(stdout) };
  };
  const file = join(folder, 'five.csv');
  const rows = [1, 2, 3, 4, 5].map((n) => `${n},Show ${n},2031-05-0${n} 20:00`);
  writeFileSync(file, ['id,title,start', ...rows].join('\n'));
  const options = ['--channel', '101', '--place', 'place-berlin', '--classification', 'music'];
  expect(await run('import', file, '--timezone', 'Europe/Berlin', ...options)).toMatchObject({ code: 0 });
  return { server, run };
}

test('a dry run says what would be queued, and queues nothing', async () => {
  const { server, run } = await fiveEvents();
  const { code, document } = await run('publish', '--all', '--wait', '--dry-run');
  expect([code, document]).toEqual([0, { queued: 5, delivered: 0, rejected: 0, needsReview: 0, waiting: 0 }]);
  expect((await run('outbox')).document).toEqual([]);
  expect(server.requests().filter(({ method }) => method === 'POST')).toEqual([]);
});

test('pause holds everything, many are cancelled by a search, and the rest goes out after resume', async () => {
  const { server, run } = await fiveEvents();
  expect((await run('outbox', 'pause')).document).toMatchObject({ condition: 'pausedByPerson' });
  const paused = await run('publish', '--all', '--wait');
  expect([paused.code, paused.document.waiting, server.events().length]).toEqual([3, 5, 0]);

  expect((await run('outbox', 'drop', '--search', 'show 3')).document).toEqual({ done: 1, left: 0, problems: [] });
  expect((await run('outbox', 'resume')).document).toMatchObject({ condition: 'open' });
  expect((await run('publish', '--all', '--wait')).document).toMatchObject({ queued: 1, delivered: 5, waiting: 0 });
  expect([...server.effectsByKey().values()]).toEqual([1, 1, 1, 1, 1]);
});

test('many at once need to be named', async () => {
  const { run } = await fiveEvents();
  const { code, document } = await run('outbox', 'drop');
  expect([code, document.error.code]).toEqual([2, 'usage']);
  expect((await run('outbox', 'retry', '--state', 'nonsense')).code).toBe(2);
});

test('the log of a draft tells its attempts', async () => {
  const { server, run } = await fiveEvents();
  server.faults.next('errorAfterCommit', { route: 'POST /events' });
  await run('publish', '--all', '--wait');
  const [{ draftId }] = (await run('outbox')).document.filter(
    (operation: { attempts: number }) => operation.attempts > 1,
  );
  const { document } = await run('outbox', 'log', draftId);
  expect(document.map(({ kind, status }: { kind: string; status: number | null }) => [kind, status])).toEqual([
    ['queued', null],
    ['send', 500],
    ['send', 201],
  ]);
});
