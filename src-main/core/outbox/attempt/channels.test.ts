// Several channels in one outbox: each keeps its place, and one that is held stands in nobody's way.
import { beforeEach, expect, test } from 'vitest';
import { all, type Db, run } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { saveDraft } from '../../drafts/edit.ts';
import { selectDrafts } from '../../drafts/rows.ts';
import { claimant } from '../../testing/claimant.ts';
import { readyFields } from '../../testing/organizers.ts';
import { seeded } from '../../testing/seeded.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { pause } from '../lane/lane.ts';
import { enqueueDrafts } from '../queue/enqueue.ts';
import { claimNext } from './claim.ts';

const T = Date.UTC(2026, 5, 12, 10);
let db: Db;
let prepared: string[];

/** Titles say the channel and the place in the order of queuing. */
beforeEach(() => {
  prepared = [];
  const real = openDatabase(temporaryDirectory());
  db = Object.assign(Object.create(real) as Db, {
    prepare: (sql: string) => {
      prepared.push(sql);
      return real.prepare(sql);
    },
    transaction: real.transaction.bind(real),
  });
  const parts = { db, random: seeded(1), workspaceId: 'w' };
  for (const [index, channelId] of [103, 101, 102, 103, 101, 102].entries())
    saveDraft(parts, null, readyFields({ title: `${channelId} ${index}`, channelId }), T);
  enqueueDrafts(parts, selectDrafts(db, { kind: 'all' }), { dryRun: false, refusedToo: false }, T);
});

function take(): string | number | null {
  const claim = claimNext(db, claimant('a'), T);
  if (claim.kind === 'nothing') return claim.wakeAt;
  return 'operation' in claim ? claim.operation.title : claim.kind;
}

const hold = (channelId: number) =>
  run(db, `INSERT INTO channel_holds VALUES (:channelId, 'forbidden', 'No.', :T)`, { channelId, T });
const setWaiting = (title: string, column: string, value: number) =>
  run(db, `UPDATE operations SET ${column} = :value WHERE title = :title`, { title, value });

test('the order of queuing goes across channels', () => {
  expect(Array.from({ length: 6 }, take)).toEqual(['103 0', '101 1', '102 2', '103 3', '101 4', '102 5']);
});

test('what may be open on the server comes first, in whichever channel', () => {
  setWaiting('102 5', 'first_uncertain_at', T - 1);
  setWaiting('102 5', 'key_expired', 1);
  expect(take()).toBe('102 5');
  expect(take()).toBe('103 0');
});

test('a held channel is stepped over, also when all of it comes first', () => {
  hold(103);
  hold(102);
  expect([take(), take()]).toEqual(['101 1', '101 4']);
});

test('what waits for its time lets the rest of its channel go on, and says when it wants to be looked at', () => {
  hold(103);
  hold(101);
  setWaiting('102 2', 'not_before', T + 9_000);
  setWaiting('103 0', 'not_before', T + 1_000);
  expect(take()).toBe('102 5');
  run(db, `UPDATE operations SET lease_expires_at = :later WHERE state = 'sending'`, { later: T + 60_000 });
  expect(take()).toBe(T + 9_000);
});

test('a paused lane wakes up at its end only when some channel is open', () => {
  pause(db, T, 5_000, 'rate_limited');
  expect(take()).toBe(T + 5_000);
  for (const channelId of [101, 102, 103]) hold(channelId);
  expect(take()).toBeNull();
});

test('neither queuing nor claiming reads all operations, however many there are', () => {
  take();
  pause(db, T, 5_000, 'rate_limited');
  take();
  const queries = prepared.filter((sql) => /\boperations\b/.test(sql) && !sql.startsWith('INSERT'));
  expect(queries.length).toBeGreaterThanOrEqual(8);
  for (const sql of queries) {
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, 0]);
    const plan = all(db, `EXPLAIN QUERY PLAN ${sql}`, Object.fromEntries(names)) as { detail: string }[];
    expect(
      plan.filter(({ detail }) => /^SCAN operations/.test(detail)),
      sql,
    ).toEqual([]);
  }
});
