import { copyFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { all, type Db } from '../../db/database.ts';
import { DATABASE_FILE, openDatabase } from '../../db/open.ts';
import { storageOf } from '../../db/storage.ts';
import { saveDraft } from '../../drafts/edit.ts';
import { getDraftRow } from '../../drafts/rows.ts';
import { bentFetch } from '../../testing/bent-fetch.ts';
import { exactlyOnce, readyFields } from '../../testing/organizers.ts';
import { openSender, queueDrafts } from '../../testing/senders.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { countOperations } from '../rows.ts';
import { drain, sendInBackground } from '../sending/drain.ts';
import { step } from '../sending/sender.ts';
import { LEASE_MS } from '../timing.ts';

/** No page more than now: what needs one fails with the SQLITE_FULL of a full disk. */
const fill = (db: Db) => db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
const empty = (db: Db) => db.pragma('max_page_count = 1000000');
const readOnly = (db: Db, is: boolean) => db.pragma(`query_only = ${is ? 'ON' : 'OFF'}`);
const posts = (server: { requests(): { method: string }[] }) =>
  server.requests().filter(({ method }) => method === 'POST').length;

describe('a full disk', () => {
  test('refuses a draft with a clear sentence, keeps the one before, and takes it when there is room', async () => {
    const sender = openSender({ server: await startForTest() });
    const { db } = sender;
    const id = saveDraft(sender, null, readyFields({ title: 'Before' }), 1);
    fill(db);
    const long = readyFields({ title: 'After', description: 'x'.repeat(100_000) });
    expect(() => saveDraft(sender, id, long, 2)).toThrow(expect.objectContaining({ code: 'disk_full' }));
    expect(getDraftRow(db, id).fields.title).toBe('Before');
    expect(storageOf(db)).toMatchObject({ condition: 'full', message: expect.stringContaining('Free some space') });
    empty(db);
    saveDraft(sender, id, long, 3);
    expect(getDraftRow(db, id).fields.title).toBe('After');
    expect(storageOf(db)).toEqual({ condition: 'ok', message: null });
  });

  test('holds back what would fit: a small claim may slip in where its outcome would not', async () => {
    const server = await startForTest();
    const sender = openSender({ server });
    queueDrafts(sender, 1);
    fill(sender.db);
    const long = readyFields({ description: 'x'.repeat(100_000) });
    expect(() => saveDraft(sender, null, long, 2)).toThrow(expect.objectContaining({ code: 'disk_full' }));
    await expect(step(sender)).rejects.toMatchObject({ code: 'disk_full' });
    expect(server.requests()).toEqual([]);
    empty(sender.db);
    await step(sender);
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('stops sending wherever it strikes; with room again each event is there once', async () => {
    const server = await startForTest();
    const sender = openSender({ server });
    const { db, clock } = sender;
    queueDrafts(sender, 150);
    fill(db);
    await expect(drain(sender, () => {})).rejects.toMatchObject({ code: 'disk_full' });
    const sent = posts(server);
    expect(sent).toBeLessThan(150);
    // It stays stopped: nothing leaves while nothing can be written down.
    for (let tries = 0; tries < 3; tries += 1)
      await expect(drain(sender, () => {})).rejects.toMatchObject({ code: 'disk_full' });
    expect(posts(server)).toBe(sent);
    empty(db);
    clock.advance(LEASE_MS + 1_000);
    const { counts } = await drain(sender, () => {});
    expect(counts).toMatchObject({ delivered: 150, queued: 0, sending: 0, needsReview: 0 });
    expect(exactlyOnce(server, 150)).toBe(true);
  });
});

describe('a disk that cannot be written', () => {
  test('no claim, no request', async () => {
    const server = await startForTest();
    const sender = openSender({ server });
    queueDrafts(sender, 3);
    readOnly(sender.db, true);
    await expect(drain(sender, () => {})).rejects.toMatchObject({ code: 'disk_read_only' });
    expect(server.requests()).toEqual([]);
    expect(storageOf(sender.db).condition).toBe('readOnly');
  });

  test('the background sender says so, does not spin, and goes on by itself', async () => {
    const server = await startForTest();
    const sender = openSender({ server });
    queueDrafts(sender, 3);
    readOnly(sender.db, true);
    const errors: unknown[] = [];
    const tick = () => new Promise((resolve) => setImmediate(resolve));
    const background = sendInBackground(
      sender,
      () => {},
      (thrown) => void errors.push(thrown),
    );
    while (errors.length < 5) await tick();
    expect(sender.clock.slept.slice(0, 4)).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(server.requests()).toEqual([]);
    readOnly(sender.db, false);
    while (countOperations(sender.db).delivered < 3) await tick();
    await background.stop();
    expect(exactlyOnce(server, 3)).toBe(true);
    expect(storageOf(sender.db).condition).toBe('ok');
  });
});

describe('an answer that could not be written down', () => {
  /** The disk fails between the claim and the answer. */
  async function answeredButNotWritten() {
    const server = await startForTest();
    const sender = openSender({
      server,
      fetch: bentFetch({
        after: (_request, response) => {
          readOnly(sender.db, true);
          return response;
        },
      }),
    });
    queueDrafts(sender, 1);
    await expect(step(sender)).rejects.toMatchObject({ code: 'disk_read_only' });
    expect(countOperations(sender.db)).toMatchObject({ sending: 1, delivered: 0 });
    expect(posts(server)).toBe(1);
    return { server, sender };
  }

  test('is written as soon as the disk works, without another request', async () => {
    const { server, sender } = await answeredButNotWritten();
    readOnly(sender.db, false);
    await drain(sender, () => {});
    expect(countOperations(sender.db)).toMatchObject({ sending: 0, delivered: 1 });
    expect(posts(server)).toBe(1);
  });

  test.each(['dies', 'keeps its lease'])('is asked for again with the same key when the process %s', async (how) => {
    const { server, sender } = await answeredButNotWritten();
    const { dataDir, clock } = sender;
    sender.db.close();
    const next = openSender({ server, dataDir, clock, owner: 'b', dead: how === 'dies' ? ['a'] : [] });
    if (how !== 'dies') clock.advance(LEASE_MS + 1);
    const { counts } = await drain(next, () => {});
    expect(counts).toMatchObject({ delivered: 1, queued: 0, sending: 0, needsReview: 0 });
    expect(posts(server)).toBe(2);
    expect(server.requestsByKey().size).toBe(1);
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('is looked up when the key protects no longer, and still there once', async () => {
    const { server, sender } = await answeredButNotWritten();
    const { dataDir, clock } = sender;
    sender.db.close();
    clock.advance(20 * 60_000);
    const next = openSender({ server, dataDir, clock, owner: 'b', dead: ['a'] });
    const { counts } = await drain(next, () => {});
    expect(counts).toMatchObject({ delivered: 1, needsReview: 0 });
    expect(posts(server)).toBe(1);
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

test('when the server gets the request, its claim and its doubt are in the files already', async () => {
  const seen: unknown[] = [];
  // A server of its own, so that the copy is made in the very moment of arrival: database and log, nothing else.
  const server = createServer((request, response) => {
    const copy = temporaryDirectory();
    for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`])
      if (existsSync(join(sender.dataDir, name))) copyFileSync(join(sender.dataDir, name), join(copy, name));
    const db = openDatabase(copy);
    seen.push(...all(db, 'SELECT state, first_uncertain_at, idempotency_key FROM operations'));
    db.close();
    seen.push(request.headers['idempotency-key']);
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ doc: { id: 1 } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const sender = openSender({
    server: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'k' },
  });
  queueDrafts(sender, 1);
  // FULL: in WAL mode each commit syncs the log before it returns (https://www.sqlite.org/pragma.html#pragma_synchronous).
  expect(sender.db.pragma('synchronous', { simple: true })).toBe(2);
  expect(sender.db.pragma('journal_mode', { simple: true })).toBe('wal');
  const claimedAt = sender.clock.now();
  await step(sender);
  const [row, key] = seen as [{ idempotency_key: string }, string];
  expect(row).toMatchObject({ state: 'sending', first_uncertain_at: claimedAt, idempotency_key: key });
  expect(countOperations(sender.db).delivered).toBe(1);
});
