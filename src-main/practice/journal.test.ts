import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startPracticeServer } from './server.ts';
import { base, create, read, send, startForTest, testClock } from './test-support.ts';

let journalFile: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  journalFile = join(folder, 'made', 'on-demand', 'journal.jsonl');
});

test('events, changes, media ids and idempotency survive a restart, secrets are not written', async () => {
  const clock = testClock();
  const options = {
    clock,
    journalFile,
    key: 'the-secret',
    scopes: ['events:create', 'events:update', 'media:create'] as const,
  };
  const start = () => startForTest({ ...options, scopes: [...options.scopes] });
  const upload = async (server: Awaited<ReturnType<typeof start>>) => {
    const body = new FormData();
    body.set('file', new Blob(['x'], { type: 'image/png' }), 'x.png');
    const headers = { authorization: `Bearer ${server.key}` };
    return (await read(fetch(`${server.url}${base}/media`, { method: 'POST', headers, body }))).body.doc.id;
  };

  const before = await start();
  const created = await read(create(before, 'row-1'));
  await create(before);
  await send(before, '/events/1001', { method: 'PATCH', body: { title: 'Changed' } });
  expect(await upload(before)).toBe(1);
  await before.close();

  const after = await start();
  expect(after.events()).toEqual(before.events());
  expect(after.events()[0]?.doc.title).toBe('Changed');
  expect(after.effectsByKey()).toEqual(new Map([['row-1', 1]]));
  expect((await read(create(after, 'row-1'))).body).toEqual(created.body);
  expect((await create(after, 'row-1', { title: 'Other' })).status).toBe(409);
  expect((await read(create(after, 'row-2'))).body.doc.id).toBe(1003);
  expect(await upload(after)).toBe(2);
  await after.close();

  clock.advance(15 * 60_000);
  const muchLater = await start();
  expect((await read(create(muchLater, 'row-1'))).body.doc.id).toBe(1004);
  expect(readFileSync(journalFile, 'utf8')).not.toContain('the-secret');
});

test.skipIf(process.platform === 'win32')('only its owner may read the file', async () => {
  const server = await startForTest({ journalFile });
  await create(server, 'row-1');
  expect(statSync(journalFile).mode & 0o777).toBe(0o600);
});

test('an event that was answered with a lost connection is in the journal', async () => {
  const server = await startForTest({ journalFile });
  server.faults.next('resetAfterCommit');
  await expect(create(server, 'row-1')).rejects.toThrow();
  expect(JSON.parse(readFileSync(journalFile, 'utf8'))).toMatchObject({
    kind: 'eventCreated',
    idempotencyKey: 'row-1',
  });
});

test('a last line that was cut off by a kill is dropped, and the next one starts cleanly', async () => {
  const first = await startForTest({ journalFile });
  await create(first, 'row-1');
  await create(first, 'row-2', { title: 'Größe' });
  await first.close();
  truncateSync(journalFile, statSync(journalFile).size - 20);

  const second = await startForTest({ journalFile });
  expect([...second.effectsByKey().keys()]).toEqual(['row-1']);
  await create(second, 'row-3');
  await second.close();
  const third = await startForTest({ journalFile });
  expect([...third.effectsByKey().keys()]).toEqual(['row-1', 'row-3']);
});

test('any other damage stops the start and names the line', async () => {
  const server = await startForTest({ journalFile });
  await create(server, 'row-1');
  await server.close();
  appendFileSync(journalFile, '{"kind":"eventCreated"}\n');
  await expect(startPracticeServer({ journalFile })).rejects.toThrow('damaged in line 2');
});

test('when the journal cannot be written, the answer is 500 and nothing was created', async () => {
  const onDefect = vi.fn();
  const server = await startForTest({ journalFile, onDefect });
  rmSync(join(journalFile, '..'), { recursive: true });
  expect(await read(create(server, 'row-1'))).toMatchObject({ status: 500, code: 'internal_error' });
  expect(onDefect).toHaveBeenCalledWith(expect.objectContaining({ code: 'ENOENT' }));
  expect(server.events()).toEqual([]);
  expect((await read(send(server, '/events'))).body.docs).toEqual([]);
});
