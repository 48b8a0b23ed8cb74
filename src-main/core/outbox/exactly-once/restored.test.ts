import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PracticeServer } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { inspectDataDir } from '../../backups/inspect.ts';
import { restoreBackup, startAfresh } from '../../backups/restore.ts';
import { get } from '../../db/database.ts';
import { DATABASE_FILE } from '../../db/open.ts';
import { openToRead } from '../../db/other-files.ts';
import { allDrafts, importCalendar } from '../../testing/calendars.ts';
import { type ManualClock, manualClock } from '../../testing/manual-clock.ts';
import {
  drainUntil,
  exactlyOnce,
  openOrganizer,
  operations,
  publishAll,
  type TestOrganizer,
} from '../../testing/organizers.ts';

const HOUR = 60 * 60_000;
const EVENTS = 10;

const lines = (from: number, to: number) => [
  'Id,Title,Start',
  ...Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    return `row-${number},Event ${number},2026-08-${String(number).padStart(2, '0')} 20:00`;
  }),
];

type Before = { server: PracticeServer; clock: ManualClock; dataDir: string; file: string };

/** Ten events are published. The backup was made when four of them were, and knew seven of the ten rows. */
async function tenPublished(scopes?: ('channels:read' | 'events:create' | 'events:read')[]): Promise<Before> {
  const clock = manualClock();
  const server = await startForTest({ clock, ...(scopes && { scopes }) });
  const organizer = await openOrganizer({ server, clock });
  const first = await importCalendar(organizer, lines(1, 4));
  publishAll(organizer);
  await organizer.drain();
  await importCalendar(organizer, lines(1, 7));
  expect(await organizer.backups.now()).toMatchObject({ drafts: 7, delivered: 4 });
  clock.advance(2 * HOUR);
  await importCalendar(organizer, lines(1, EVENTS));
  publishAll(organizer);
  await organizer.drain();
  expect(first.counts.new).toBe(4);
  expect(exactlyOnce(server, EVENTS)).toBe(true);
  await organizer.close();
  clock.advance(HOUR);
  return { server, clock, dataDir: organizer.dataDir, file: join(organizer.dataDir, DATABASE_FILE) };
}

const ruin = (file: string) => writeFileSync(file, readFileSync(file).fill(0xa5));

/** Overwrites the first page of a table with rubbish. */
function spoilTable(file: string, name: string): void {
  const db = openToRead(file);
  const row = get(db, 'SELECT rootpage FROM sqlite_schema WHERE name = :name', { name }) as { rootpage: number };
  db.close();
  writeFileSync(file, readFileSync(file).fill(0xa5, (row.rootpage - 1) * 4_096, row.rootpage * 4_096));
}

const reopen = ({ server, clock, dataDir }: Before) => openOrganizer({ server, clock, dataDir, seed: 2 });

/** Imports the whole calendar again, publishes all of it, and sends. */
async function publishEverythingAgain(organizer: TestOrganizer) {
  await importCalendar(organizer, lines(1, EVENTS));
  publishAll(organizer);
  return organizer.drain();
}

const statuses = (organizer: TestOrganizer) => allDrafts(organizer).map(({ status }) => status);

describe('after a restore, with a key that may read events', () => {
  test('all is published again, also what was imported again: ten events, none twice', async () => {
    const before = await tenPublished();
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    expect(statuses(organizer).filter((status) => status === 'delivered')).toHaveLength(4);
    const { counts } = await publishEverythingAgain(organizer);
    expect(counts).toMatchObject({ delivered: EVENTS, queued: 0, sending: 0, needsReview: 0, rejected: 0 });
    expect(exactlyOnce(before.server, EVENTS)).toBe(true);
    expect(new Set(operations(organizer).map(({ remoteId }) => Number(remoteId)))).toEqual(
      new Set(before.server.events().map(({ doc }) => doc.id)),
    );
    // And what is new is simply published.
    await importCalendar(organizer, lines(1, EVENTS + 2));
    publishAll(organizer);
    expect((await organizer.drain()).counts.delivered).toBe(EVENTS + 2);
    expect(exactlyOnce(before.server, EVENTS + 2)).toBe(true);
  });

  test('the list is read once, however many are in doubt, and tells before anything is queued', async () => {
    const before = await tenPublished();
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    const earlier = before.server.requests().length;
    await organizer.drain();
    // Seven drafts are in the backup, and all seven were published by now.
    expect(statuses(organizer)).toEqual(Array(7).fill('delivered'));
    await publishEverythingAgain(organizer);
    const since = before.server.requests().slice(earlier);
    expect(since.filter(({ method, path }) => method === 'GET' && path.includes('/events'))).toHaveLength(1);
    expect(since.filter(({ method }) => method === 'POST')).toHaveLength(0);
  });

  test('what stood in the outbox of the backup is looked for before it is sent', async () => {
    const clock = manualClock();
    const server = await startForTest({ clock });
    const organizer = await openOrganizer({ server, clock });
    await importCalendar(organizer, lines(1, EVENTS));
    publishAll(organizer);
    await organizer.backups.now();
    server.faults.next('resetAfterCommit', { route: 'POST /events' });
    clock.advance(HOUR);
    await organizer.drain();
    await organizer.close();
    const made = server.events().length;
    ruin(join(organizer.dataDir, DATABASE_FILE));
    restoreBackup(organizer.dataDir, 'newest', clock.now());
    const after = await openOrganizer({ server, clock, dataDir: organizer.dataDir, seed: 2 });
    expect((await after.state()).operations).toMatchObject({ queued: EVENTS });
    expect(operations(after).every(({ droppable }) => !droppable)).toBe(true);
    const { counts } = await after.drain();
    expect(made).toBe(EVENTS);
    expect(counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
    expect(exactlyOnce(server, EVENTS)).toBe(true);
  });

  test('what was never published is sent, once', async () => {
    const before = await tenPublished();
    const organizer = await openOrganizer({ ...before, seed: 3 });
    await importCalendar(organizer, lines(1, EVENTS + 5));
    await organizer.close();
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const after = await reopen(before);
    await importCalendar(after, lines(1, EVENTS + 5));
    publishAll(after);
    expect((await after.drain()).counts).toMatchObject({ delivered: EVENTS + 5, needsReview: 0 });
    expect(exactlyOnce(before.server, EVENTS + 5)).toBe(true);
  });

  test('a doubt of after the restore is looked up anew, though the clock was set back before the restore', async () => {
    const before = await tenPublished();
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    await publishEverythingAgain(organizer);
    before.clock.advance(-5 * HOUR);
    await importCalendar(organizer, lines(1, EVENTS + 1));
    publishAll(organizer);
    before.server.faults.next('resetAfterCommit', { route: 'POST /events' });
    await drainUntil(organizer, ({ counts }) => counts.queued === 1 && before.server.events().length > EVENTS);
    before.clock.advance(HOUR / 3);
    expect((await organizer.drain()).counts).toMatchObject({ delivered: EVENTS + 1, needsReview: 0 });
    expect(exactlyOnce(before.server, EVENTS + 1)).toBe(true);
  });

  test('a list that cannot be read at first is read later; nothing leaves meanwhile', async () => {
    const before = await tenPublished();
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    const posts = () => before.server.requests().filter(({ method }) => method === 'POST').length;
    const earlier = posts();
    before.server.faults.next('errorBeforeCommit', { route: 'GET /events' });
    before.server.faults.next('resetBeforeCommit', { route: 'GET /events' });
    const { counts } = await publishEverythingAgain(organizer);
    expect(counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
    expect(posts()).toBe(earlier);
    expect(exactlyOnce(before.server, EVENTS)).toBe(true);
  });

  test('a fresh start doubts as well: what is imported again is found, not published again', async () => {
    const before = await tenPublished();
    ruin(before.file);
    startAfresh(before.dataDir, before.clock.now());
    const organizer = await reopen(before);
    expect(allDrafts(organizer)).toEqual([]);
    const { counts } = await publishEverythingAgain(organizer);
    expect(counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
    expect(exactlyOnce(before.server, EVENTS)).toBe(true);
  });
});

describe('after a restore, with a key that may not read events', () => {
  const scopes = ['channels:read', 'events:create'] as ('channels:read' | 'events:create')[];

  test('the person is asked, and nothing is published twice', async () => {
    const before = await tenPublished(scopes);
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    const { counts } = await publishEverythingAgain(organizer);
    expect(counts).toMatchObject({ delivered: 4, needsReview: 6, queued: 0, sending: 0 });
    expect(exactlyOnce(before.server, EVENTS)).toBe(true);

    // "It is there" for five of them. The sixth was taken down on the platform, and is sent again on the person's word.
    const [sixth, ...there] = operations(organizer).filter(({ state }) => state === 'needsReview');
    for (const { id } of there) organizer.outbox.resolve(id, 'itIsThere');
    organizer.outbox.resolve(sixth?.id ?? '', 'sendAgain');
    expect((await organizer.drain()).counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
    expect(before.server.events()).toHaveLength(EVENTS + 1);
  });

  test('a key that may read, given later, settles it', async () => {
    const before = await tenPublished(scopes);
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    await publishEverythingAgain(organizer);
    before.server.setScopes(before.server.key, [...scopes, 'events:read']);
    organizer.outbox.retryMany({ kind: 'filter', filter: { states: ['needsReview'], search: '', asking: false } });
    expect((await organizer.drain()).counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
    expect(exactlyOnce(before.server, EVENTS)).toBe(true);
  });

  test('drafts made later are in doubt until the person says that the matter is settled', async () => {
    const before = await tenPublished(scopes);
    ruin(before.file);
    restoreBackup(before.dataDir, 'newest', before.clock.now());
    const organizer = await reopen(before);
    await importCalendar(organizer, lines(1, EVENTS + 1));
    organizer.backups.settleRestore();
    await importCalendar(organizer, lines(1, EVENTS + 2));
    publishAll(organizer);
    const { counts } = await organizer.drain();
    // Three of the backup and four of the first import are asked about; the last row is new.
    expect(counts).toMatchObject({ delivered: 5, needsReview: 7 });
    expect(before.server.events()).toHaveLength(EVENTS + 1);
  });
});

test('going back from a sound database forgets no publication', async () => {
  const before = await tenPublished(['channels:read', 'events:create']);
  const { salvaged } = restoreBackup(before.dataDir, 'newest', before.clock.now());
  expect(salvaged).toEqual({ drafts: 3, delivered: 6 });
  const organizer = await reopen(before);
  const { counts } = await publishEverythingAgain(organizer);
  expect(counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
  expect(exactlyOnce(before.server, EVENTS)).toBe(true);
});

test('what the damaged file still tells is taken into the ledger, without asking anybody', async () => {
  const before = await tenPublished(['channels:read', 'events:create']);
  spoilTable(before.file, 'attempts');
  expect(inspectDataDir(before.dataDir).condition).toBe('damaged');
  const { salvaged } = restoreBackup(before.dataDir, 'newest', before.clock.now());
  expect(salvaged).toEqual({ drafts: 3, delivered: 6 });
  const organizer = await reopen(before);
  const { counts } = await publishEverythingAgain(organizer);
  expect(counts).toMatchObject({ delivered: EVENTS, needsReview: 0 });
  expect(exactlyOnce(before.server, EVENTS)).toBe(true);
});
