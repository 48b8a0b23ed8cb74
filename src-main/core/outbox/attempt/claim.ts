import { z } from 'zod';
import { all, type Db, get, run, write } from '../../db/database.ts';
import { type LaneGate, laneGate, noteClock, watchClock } from '../lane/lane.ts';
import { OPERATION_COLUMNS, type OperationRow, OperationRowSchema } from '../rows.ts';
import { LEASE_MS, SAFE_RESEND_MS } from '../timing.ts';
import { askAboutLateWork } from './late-work.ts';
import { noneLeftInTheFuture, settledAtMs } from './on-the-way.ts';

const BodyRow = z.object({ body: z.instanceof(Uint8Array) });

/** What a sender holds while it works on an operation. */
export type Claim = {
  /** `send` the frozen bytes, or `reconcile`: look whether the event exists, since the key protects no longer. */
  kind: 'send' | 'reconcile';
  operation: OperationRow;
  body: Uint8Array;
  /** Fencing: a finish with an older token than the row's changes nothing. */
  token: number;
  /** The first attempt with an unknown outcome from before this claim, or null. */
  uncertainBefore: number | null;
  startedAt: number;
};

export type ClaimResult =
  | Claim
  | { kind: 'probe' }
  | { kind: 'nothing' /** When to look again, ms since epoch; null: when something changes. */; wakeAt: number | null };

/** Who claims, and with which API key in hand. */
export type Claimant = {
  owner: string;
  /** Tells API keys apart (`workspace/key-mark.ts`): protection by an idempotency key is trusted within one only. */
  keyMark: string;
  /** False when the process of that owner is surely gone. */
  isAlive: (owner: string) => boolean;
};

/**
 * Takes the next operation that may be sent, in one immediate transaction that is on the disk when this returns
 * (`synchronous = FULL`): from then on the operation counts as possibly in flight, whatever happens to this process.
 */
export function claimNext(db: Db, claimant: Claimant, nowMs: number): ClaimResult {
  return write(db, () => {
    mindClock(db, nowMs);
    takeBackFromTheDead(db, claimant, nowMs);
    askAboutLateWork(db, nowMs);
    run(db, `UPDATE lanes SET blocked_reason = NULL, blocked_message = NULL WHERE blocked_reason = 'no_key'`);
    const gate: LaneGate = laneGate(db, nowMs);
    if (gate.open === 'probe') return { kind: 'probe' };
    const claim = gate.open === 'send' ? claimOne(db, claimant, nowMs) : null;
    if (claim !== null) return claim;
    return { kind: 'nothing', wakeAt: nextWake(db, gate.open === false ? gate.until : null, gate.open === 'send') };
  });
}

/** Notices a clock that was set back. Needed at every step, also when nothing can be claimed. */
export function mindClock(db: Db, nowMs: number): void {
  write(db, () => {
    if (watchClock(db, nowMs)) distrustTimes(db, nowMs);
  });
}

function claimOne(db: Db, claimant: Claimant, nowMs: number): Claim | null {
  for (;;) {
    const row = nextRow(db, nowMs);
    if (row === undefined) return null;
    const operation = OperationRowSchema.parse(row);
    const kind = kindOf(operation, claimant, nowMs);
    // An early look could miss what takes effect a moment later, so it waits; others go first.
    const settledAt = kind === 'reconcile' ? settledAtMs(db, operation.id) : nowMs;
    if (settledAt <= nowMs) return lease(db, operation, kind, claimant, nowMs);
    run(db, 'UPDATE operations SET not_before = :settledAt WHERE id = :id', { id: operation.id, settledAt });
  }
}

function kindOf(row: OperationRow, { keyMark }: Claimant, nowMs: number): Claim['kind'] {
  if (row.first_uncertain_at === null) return 'send';
  const age = nowMs - row.first_uncertain_at;
  // Whether a server remembers an idempotency key across two API keys is not documented.
  return row.key_expired || row.key_mark !== keyMark || age < 0 || age > SAFE_RESEND_MS ? 'reconcile' : 'send';
}

/** After the clock was set back nobody knows how old an uncertain attempt is: none may be resent without a look. */
function distrustTimes(db: Db, nowMs: number): void {
  run(
    db,
    `UPDATE operations SET key_expired = 1 WHERE state IN ('queued', 'sending') AND first_uncertain_at IS NOT NULL`,
  );
  run(db, `UPDATE operations SET lease_expires_at = min(lease_expires_at, :latest) WHERE state = 'sending'`, {
    latest: nowMs + LEASE_MS,
  });
  run(db, `UPDATE operations SET not_before = NULL WHERE state = 'queued' AND not_before > :latest`, {
    latest: nowMs + LEASE_MS,
  });
  noneLeftInTheFuture(db, nowMs);
}

const OwnerRow = z.object({ lease_owner: z.string() });

/**
 * A sender that died leaves its operation as `sending`; it waits again, same key, same bytes: at once when the process
 * is seen to be gone (the usual case after a crash or a restart), else when its lease is over. Nobody heard what the dead
 * one was answered, so conflicts before and after are not in a row: the platform may be at work on that very request.
 */
function takeBackFromTheDead(db: Db, { owner, isAlive }: Claimant, nowMs: number): void {
  const owners = all(db, `SELECT lease_owner FROM operations WHERE state = 'sending' AND lease_owner <> :owner`, {
    owner,
  });
  const dead = [...new Set(owners.map((row) => OwnerRow.parse(row).lease_owner))].filter((other) => !isAlive(other));
  run(
    db,
    `UPDATE operations SET state = 'queued', attempts = attempts + 1, conflict_since = NULL,
       lease_owner = NULL, lease_expires_at = NULL
     WHERE state = 'sending'
       AND (lease_expires_at <= :nowMs OR lease_owner IN (SELECT value FROM json_each(:dead)))`,
    { nowMs, dead: JSON.stringify(dead) },
  );
}

/**
 * Channels that something waits for and that are not held. Found by hopping through the index from one channel to the
 * next, so that ten thousand operations of a held channel cost a claim no more than one.
 */
const OPEN_CHANNELS = `waiting_channel (id) AS (
    SELECT min(channel_id) FROM operations INDEXED BY operations_waiting WHERE state = 'queued' AND asks IS NULL
    UNION ALL
    SELECT (SELECT min(channel_id) FROM operations INDEXED BY operations_waiting
      WHERE state = 'queued' AND asks IS NULL AND channel_id > waiting_channel.id)
    FROM waiting_channel WHERE id IS NOT NULL),
  open_channel (id) AS (
    SELECT id FROM waiting_channel WHERE id IS NOT NULL AND id NOT IN (SELECT channel_id FROM channel_holds))`;

/** What may still have a request open goes first, while its key protects it; then the order of queuing. */
function nextRow(db: Db, nowMs: number): unknown {
  return get(
    db,
    // The first of each channel, then the first of those. Indexes are named, because the planner would rather sort all.
    `WITH RECURSIVE ${OPEN_CHANNELS}
     SELECT ${OPERATION_COLUMNS} FROM operations WHERE seq IN (
       SELECT (SELECT seq FROM operations INDEXED BY operations_waiting
         WHERE state = 'queued' AND asks IS NULL AND channel_id = open_channel.id
           AND (not_before IS NULL OR not_before <= :nowMs)
         ORDER BY first_uncertain_at IS NULL, seq LIMIT 1)
       FROM open_channel)
     ORDER BY first_uncertain_at IS NULL, seq LIMIT 1`,
    { nowMs },
  );
}

function lease(db: Db, row: OperationRow, kind: Claim['kind'], { owner, keyMark }: Claimant, nowMs: number): Claim {
  const token = row.lease_token + 1;
  noteClock(db, nowMs);
  run(
    db,
    `UPDATE operations SET state = 'sending', key_seen = 1, not_before = NULL, lease_token = :token,
       lease_owner = :owner, lease_expires_at = :expires,
       key_mark = CASE WHEN first_uncertain_at IS NULL THEN :keyMark ELSE key_mark END,
       first_uncertain_at = coalesce(first_uncertain_at, :nowMs), key_expired = :keyExpired
     WHERE id = :id`,
    { id: row.id, token, owner, keyMark, expires: nowMs + LEASE_MS, nowMs, keyExpired: kind === 'reconcile' ? 1 : 0 },
  );
  run(db, 'INSERT INTO attempts (operation_id, started_at, lease_token, kind) VALUES (:id, :nowMs, :token, :kind)', {
    id: row.id,
    nowMs,
    token,
    kind,
  });
  const { body } = BodyRow.parse(get(db, 'SELECT body FROM operations WHERE id = :id', { id: row.id }));
  return { kind, operation: row, body, token, uncertainBefore: row.first_uncertain_at, startedAt: nowMs };
}

/** Keeps a claim alive while a long list is read. Changes nothing when another sender has taken the operation over. */
export function renewLease(db: Db, { operation, token }: Claim, nowMs: number): void {
  run(
    db,
    `UPDATE operations SET lease_expires_at = :expires WHERE id = :id AND state = 'sending' AND lease_token = :token`,
    { id: operation.id, token, expires: nowMs + LEASE_MS },
  );
}

const WakeRow = z.object({ at: z.number().nullable() });

/** The earliest moment at which time alone lets something move. */
function nextWake(db: Db, laneOpensAt: number | null, laneOpen: boolean): number | null {
  const times = all(
    db,
    `WITH RECURSIVE ${OPEN_CHANNELS}
     SELECT min(lease_expires_at) AS at FROM operations WHERE state = 'sending'
     UNION ALL
     SELECT CASE
       WHEN :laneOpen = 0 THEN CASE WHEN EXISTS (SELECT 1 FROM open_channel) THEN :laneOpensAt END
       ELSE (SELECT not_before FROM operations INDEXED BY operations_postponed
         WHERE state = 'queued' AND asks IS NULL AND not_before IS NOT NULL
           AND channel_id NOT IN (SELECT channel_id FROM channel_holds)
         ORDER BY not_before LIMIT 1) END`,
    { laneOpen: laneOpen ? 1 : 0, laneOpensAt },
  ).map((row) => WakeRow.parse(row).at);
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
