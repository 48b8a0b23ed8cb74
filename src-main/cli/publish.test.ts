import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '#practice/server.ts';
import { freshFolder, runCli } from './testing/run-cli.ts';

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample-calendar.csv');
const defaults = [
  '--channel',
  '101',
  '--timezone',
  'America/New_York',
  '--place',
  'place-new-york',
  '--classification',
  'music',
];

let server: PracticeServer;
let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  server = await startPracticeServer();
  folder = freshFolder();
  env = {
    ORGANIZER_DATA_DIR: join(folder, 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
});
afterEach(() => server.close());

const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCli({ args: [...args, '--json'], env });
  return { code, stderr, document: JSON.parse(stdout) };
};

test('a calendar is imported and published, and doing both again changes nothing', async () => {
  const first = await json('import', sample, ...defaults);
  expect(first.code).toBe(0);
  expect(first.document).toMatchObject({ changed: 0, unchanged: 0, publishedChanged: 0, duplicates: 0, invalid: 0 });
  const valid = first.document.new;
  expect(valid).toBeGreaterThan(10);

  const published = await json('publish', '--all', '--wait');
  expect(published.document).toEqual({ queued: valid, delivered: valid, rejected: 0, needsReview: 0, waiting: 0 });
  expect(published.code).toBe(0);
  expect(server.events()).toHaveLength(valid);

  const again = await json('import', sample, ...defaults);
  expect(again.document).toMatchObject({ new: 0, changed: 0, unchanged: valid });
  const republished = await json('publish', '--import', again.document.importId, '--wait');
  expect(republished.document).toEqual({ queued: 0, delivered: 0, rejected: 0, needsReview: 0, waiting: 0 });
  expect(republished.code).toBe(0);
  expect(server.events()).toHaveLength(valid);
  expect([...server.effectsByKey().values()].every((effects) => effects === 1)).toBe(true);
});

test('the outbox document has exactly the promised keys, and the ids of the server', async () => {
  await json('import', sample, ...defaults);
  await json('publish', '--all', '--wait');
  const { document } = await json('outbox');
  expect(Object.keys(document[0])).toEqual([
    'id',
    'draftId',
    'channelId',
    'state',
    'attempts',
    'idempotencyKey',
    'notBefore',
    'remoteId',
    'error',
  ]);
  expect(document.map((operation: { remoteId: number }) => operation.remoteId).sort()).toEqual(
    server
      .events()
      .map(({ doc }) => doc.id)
      .sort(),
  );
});

test('what waits can be dropped, what was delivered cannot', async () => {
  await json('import', sample, ...defaults);
  const queued = await json('publish', '--all');
  expect(queued.document).toMatchObject({ delivered: 0, waiting: queued.document.queued });
  const [first] = (await json('outbox')).document;
  const dropped = await json('outbox', 'drop', first.id);
  expect(dropped.document).toMatchObject({ id: first.id, state: 'cancelled' });
  await json('publish', '--draft', first.draftId, '--wait');
  const delivered = (await json('outbox')).document.find(
    (operation: { state: string }) => operation.state === 'delivered',
  );
  const refused = await json('outbox', 'drop', delivered.id);
  expect(refused.code).toBe(3);
  expect(refused.document).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
});

test('drafts that lack something are named, and the exit code asks for attention', async () => {
  const file = join(folder, 'small.csv');
  writeFileSync(file, 'Title,Start\nOpen stage,2027-06-12 20:00\n');
  await json('import', file, '--timezone', 'Europe/Berlin');
  const { code, stderr, document } = await json('publish', '--all', '--wait');
  expect(document.queued).toBe(0);
  expect(code).toBe(3);
  expect(stderr).toContain('Open stage');
  expect(stderr).toContain('Channel');
});

test('a refused key ends with code 4, keeps everything, and a good key goes on', async () => {
  await json('import', sample, ...defaults);
  const bad = await runCli({
    args: ['publish', '--all', '--wait', '--json'],
    env: { ...env, PINNED_EVENTS_API_KEY: 'not-the-key' },
  });
  expect(bad.code).toBe(4);
  expect(server.events()).toHaveLength(0);
  const good = await json('publish', '--all', '--wait');
  expect(good.code).toBe(0);
  expect(good.document.delivered).toBe(server.events().length);
});

test('an unreachable API costs nothing: everything waits, and goes out later', async () => {
  await json('import', sample, ...defaults);
  const { url, key } = server;
  await server.close();
  const away = await json('publish', '--all', '--wait');
  expect(away.code).toBe(3);
  expect(away.document).toMatchObject({ delivered: 0, rejected: 0, needsReview: 0, waiting: away.document.queued });
  const operations = (await json('outbox')).document;
  expect(operations.every((operation: { attempts: number }) => operation.attempts === 0)).toBe(true);
  server = await startPracticeServer({ port: Number(new URL(url).port), key });
  const back = await json('publish', '--all', '--wait');
  expect(back.code).toBe(0);
  expect(server.events()).toHaveLength(operations.length);
}, 30_000);
