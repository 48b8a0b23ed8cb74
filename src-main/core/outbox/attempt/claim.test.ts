import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../api/exchange.ts';
import { all, type Db, run } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { saveDraft } from '../../drafts/edit.ts';
import { selectDrafts } from '../../drafts/rows.ts';
import { claimant } from '../../testing/claimant.ts';
import { readyFields } from '../../testing/organizers.ts';
import { seeded } from '../../testing/seeded.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { enqueueDrafts } from '../queue/enqueue.ts';
import { getOperation } from '../rows.ts';
import { CONFLICT_WAIT_MS, LATEST_EFFECT_MS, LEASE_MS, SAFE_RESEND_MS } from '../timing.ts';
import { type Claim, claimNext, renewLease } from './claim.ts';
import type { Outcome } from './classify.ts';
import { finishAttempt } from './finish.ts';

/** What came back is told by the outcome here. */
const silence: Exchange = { kind: 'noAnswer', left: true, code: 'timeout' };

const T = Date.UTC(2026, 5, 12, 10);
const error = { code: 'timeout', message: 'Silence.', status: null, requestId: null, field: null };
const unclear: Outcome = { kind: 'unclear', error };
const delivered: Outcome = { kind: 'delivered', remoteId: '7' };

function queue(count: number): { db: Db; directory: string } {
  const directory = temporaryDirectory();
  const parts = { db: openDatabase(directory), random: seeded(1), workspaceId: 'w' };
  for (let index = 0; index < count; index += 1) saveDraft(parts, null, readyFields({ title: `Event ${index}` }), T);
  enqueueDrafts(parts, selectDrafts(parts.db, { kind: 'all' }), { dryRun: false, refusedToo: false }, T);
  return { db: parts.db, directory };
}

function take(db: Db, owner: string, nowMs: number): Claim {
  const claim = claimNext(db, claimant(owner), nowMs);
  if (claim.kind !== 'send' && claim.kind !== 'reconcile') throw new Error(`Nothing to take: ${claim.kind}`);
  return claim;
}
const finish = (db: Db, claim: Claim, outcome: Outcome, nowMs: number) =>
  finishAttempt(db, claim, outcome, silence, nowMs, 0);

describe('a claim', () => {
  test('is on the disk, with its doubt, before anything can leave', () => {
    const { db, directory } = queue(1);
    const claim = take(db, 'a', T);
    const other = openDatabase(directory);
    const row = getOperation(other, claim.operation.id);
    expect(row).toMatchObject({ state: 'sending', first_uncertain_at: T, key_seen: true, lease_token: claim.token });
    expect(row.lease_expires_at).toBe(T + LEASE_MS);
  });

  test('is not given to a second sender while its lease lasts', () => {
    const { db } = queue(1);
    take(db, 'a', T);
    expect(claimNext(db, claimant('b'), T + LEASE_MS - 1)).toEqual({ kind: 'nothing', wakeAt: T + LEASE_MS });
  });

  test('goes in the order of queuing, but what may be open on the server comes first', () => {
    const { db } = queue(3);
    const first = take(db, 'a', T);
    expect(first.operation.title).toBe('Event 0');
    finish(db, first, unclear, T + 1);
    expect(take(db, 'a', T + 2).operation.title).toBe('Event 0');
    expect(take(db, 'a', T + 2).operation.title).toBe('Event 1');
  });
});

describe('a lease that ran out', () => {
  test('lets another sender go on with the same key and bytes, and the old one changes nothing any more', () => {
    const { db } = queue(1);
    const old = take(db, 'a', T);
    const newer = take(db, 'b', T + LEASE_MS);
    expect(newer).toMatchObject({ kind: 'send', token: old.token + 1, uncertainBefore: T });
    expect(Buffer.from(newer.body).equals(Buffer.from(old.body))).toBe(true);
    expect(newer.operation.idempotency_key).toBe(old.operation.idempotency_key);
    for (const outcome of [unclear, delivered, { kind: 'refused', error }] as const) {
      const before = getOperation(db, old.operation.id);
      expect(finish(db, old, outcome, T + LEASE_MS + 1)).toBe(false);
      expect(getOperation(db, old.operation.id)).toEqual(before);
    }
    expect(finish(db, newer, delivered, T + LEASE_MS + 2)).toBe(true);
    expect(getOperation(db, old.operation.id)).toMatchObject({ state: 'delivered', remote_id: '7' });
  });

  test('counts as an attempt, since its request may have arrived', () => {
    const { db } = queue(1);
    take(db, 'a', T);
    expect(take(db, 'b', T + LEASE_MS).operation.attempts).toBe(1);
  });

  test('can be renewed by its holder and by nobody else', () => {
    const { db } = queue(1);
    const old = take(db, 'a', T);
    renewLease(db, old, T + LEASE_MS - 1);
    expect(claimNext(db, claimant('b'), T + LEASE_MS).kind).toBe('nothing');
    const newer = take(db, 'b', T + 2 * LEASE_MS);
    const { lease_expires_at } = getOperation(db, old.operation.id);
    renewLease(db, old, T + 3 * LEASE_MS);
    expect(getOperation(db, newer.operation.id).lease_expires_at).toBe(lease_expires_at);
  });
});

test('what a process that is gone left behind is taken over at once, not after its lease', () => {
  const { db } = queue(1);
  const old = take(db, 'gone', T);
  const next = claimNext(db, claimant('b', { isAlive: (owner) => owner !== 'gone' }), T + 1);
  expect(next).toMatchObject({ kind: 'send', token: old.token + 1, uncertainBefore: T });
});

test('a death in between ends a row of conflicts: nobody heard what was answered then', () => {
  const { db } = queue(1);
  const conflict: Outcome = { kind: 'conflict', waitMs: null, error: { ...error, code: 'conflict' } };
  finish(db, take(db, 'a', T), conflict, T + 10);
  const again = T + 10 + CONFLICT_WAIT_MS;
  const { operation } = take(db, 'dies', again);
  // Right after the restart the platform still works on what the dead one sent.
  const next = claimNext(db, claimant('b', { isAlive: (owner) => owner !== 'dies' }), again + 100) as Claim;
  finish(db, next, conflict, again + 200);
  expect(getOperation(db, operation.id)).toMatchObject({ state: 'queued', conflict_since: again + 200 });
});

test('an idempotency key is not trusted to protect across two API keys: the list is looked at first', () => {
  const { db } = queue(1);
  finish(db, take(db, 'a', T), unclear, T + 1);
  const other = claimNext(db, claimant('a', { keyMark: 'key-2' }), T + LATEST_EFFECT_MS);
  expect(other).toMatchObject({ kind: 'reconcile', uncertainBefore: T });
});

describe('a look', () => {
  const another = claimant('a', { keyMark: 'key-2' });

  test('waits until the latest request can take effect no more, and lets others go first', () => {
    const { db } = queue(2);
    finish(db, take(db, 'a', T), unclear, T + 1);
    finish(db, take(db, 'a', T + 9_000), unclear, T + 10_000);
    const next = claimNext(db, another, T + 11_000) as Claim;
    expect(next).toMatchObject({ kind: 'send', operation: { title: 'Event 1' } });
    finish(db, next, delivered, T + 12_000);
    const settledAt = T + 9_000 + LATEST_EFFECT_MS;
    expect(claimNext(db, another, settledAt - 1)).toEqual({ kind: 'nothing', wakeAt: settledAt });
    expect(claimNext(db, another, settledAt)).toMatchObject({ kind: 'reconcile', operation: { title: 'Event 0' } });
  });

  test('waits no longer than that after the clock was set back', () => {
    const { db } = queue(1);
    take(db, 'gone', T);
    const alone = { ...another, isAlive: () => false };
    const back = T - 86_400_000;
    expect(claimNext(db, alone, back)).toEqual({ kind: 'nothing', wakeAt: back + LATEST_EFFECT_MS });
    expect(claimNext(db, alone, back + LATEST_EFFECT_MS).kind).toBe('reconcile');
  });

  test('waits no longer for a request from before the clock was set back, whatever became of it', () => {
    const { db } = queue(1);
    finish(db, take(db, 'a', T), { kind: 'throttled', waitMs: 1_000, error }, T + 1);
    const back = T - 86_400_000;
    claimNext(db, another, back);
    take(db, 'gone', back + 2_000);
    expect(claimNext(db, { ...another, isAlive: () => false }, back + 3_000)).toEqual({
      kind: 'nothing',
      wakeAt: back + 2_000 + LATEST_EFFECT_MS,
    });
  });

  test('waits again when a person is impatient', () => {
    const { db } = queue(1);
    const { operation } = take(db, 'gone', T);
    const alone = { ...another, isAlive: () => false };
    claimNext(db, alone, T + 1);
    run(db, 'UPDATE operations SET not_before = NULL WHERE id = :id', { id: operation.id });
    expect(claimNext(db, alone, T + 2)).toEqual({ kind: 'nothing', wakeAt: T + LATEST_EFFECT_MS });
  });
});

test('a new API key sends what no request with the old one can have created', () => {
  const { db } = queue(1);
  finish(db, take(db, 'a', T), { kind: 'throttled', waitMs: 1_000, error }, T + 1);
  expect(claimNext(db, claimant('a', { keyMark: 'key-2' }), T + 60_000)).toMatchObject({ kind: 'send' });
});

describe('the life of the key', () => {
  test.each([
    [SAFE_RESEND_MS, 'send'],
    [SAFE_RESEND_MS + 1, 'reconcile'],
    [-1, 'reconcile'],
  ])('%i ms after the first doubt, the next step is: %s', (age, kind) => {
    const { db } = queue(1);
    const claim = take(db, 'a', T);
    finish(db, claim, unclear, T + 1);
    run(db, 'UPDATE operations SET first_uncertain_at = :at', { at: T + LATEST_EFFECT_MS + 1 });
    run(db, 'UPDATE lanes SET clock_seen = 0');
    expect(take(db, 'a', T + LATEST_EFFECT_MS + 1 + age).kind).toBe(kind);
  });

  test('runs from the first doubt, not from the latest', () => {
    const { db } = queue(1);
    for (const at of [T, T + SAFE_RESEND_MS]) finish(db, take(db, 'a', at), unclear, at);
    expect(take(db, 'a', T + SAFE_RESEND_MS + LATEST_EFFECT_MS).kind).toBe('reconcile');
  });

  test('runs from the first doubt also when sender after sender dies', () => {
    const { db } = queue(1);
    for (let at = T; at <= T + SAFE_RESEND_MS; at += LEASE_MS) expect(take(db, 'a', at).kind).toBe('send');
    expect(take(db, 'a', T + SAFE_RESEND_MS + LATEST_EFFECT_MS).kind).toBe('reconcile');
  });

  test('nobody knows it after the clock was set back', () => {
    const { db } = queue(1);
    finish(db, take(db, 'a', T), unclear, T + 1);
    expect(claimNext(db, claimant('a'), T - 60_000).kind).toBe('nothing');
    expect(take(db, 'a', T - 60_000 + LATEST_EFFECT_MS).kind).toBe('reconcile');
  });
});

test('a short pause does not end a longer one that another sender was given', () => {
  const { db } = queue(2);
  const [first, second] = [take(db, 'a', T), take(db, 'b', T)];
  const throttled = (waitMs: number): Outcome => ({ kind: 'throttled', waitMs, error });
  finish(db, first, throttled(600_000), T + 1);
  finish(db, second, throttled(1_000), T + 2);
  expect(claimNext(db, claimant('a'), T + 5_000)).toEqual({ kind: 'nothing', wakeAt: T + 600_001 });
});

test('each query of a claim uses an index, however long the outbox is', () => {
  const { db } = queue(3);
  const asked = new Set<string>();
  const prepare = db.prepare.bind(db);
  const spied = Object.assign(Object.create(db) as Db, {
    prepare: (sql: string) => {
      asked.add(sql);
      return prepare(sql);
    },
    transaction: db.transaction.bind(db),
  });
  take(spied, 'a', T);
  const queries = [...asked].filter((sql) => /\boperations\b/.test(sql) && !sql.startsWith('INSERT'));
  expect(queries.length).toBeGreaterThanOrEqual(4);
  for (const sql of queries) {
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, 0]);
    const plan = all(db, `EXPLAIN QUERY PLAN ${sql}`, Object.fromEntries(names)) as { detail: string }[];
    const scans = plan
      .map(({ detail }) => detail)
      .filter((detail) => /SCAN operations(?! USING)|TEMP B-TREE/.test(detail));
    // One row for each channel is sorted, never what waits in them.
    expect(scans, sql).toEqual(sql.includes('FROM open_channel') ? ['USE TEMP B-TREE FOR ORDER BY'] : []);
  }
});
