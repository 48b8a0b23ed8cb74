import { z } from 'zod';
import type { Lane } from '#shared/outbox/operation.ts';
import { type Db, get, run } from '../../db/database.ts';
import { isStoppedByContract, readStop } from '../../platform/store.ts';
import { CLOCK_SLACK_MS, probeDelayMs } from '../timing.ts';
import { forgetPace, nextByPace } from './pace/store.ts';

/**
 * A lane is everything that is sent with one API key. What holds it back is stored, so that a restart, or a second
 * sender on the same data directory, keeps to it. A workspace has one key and so one lane.
 */
const LANE = 'main';

const LaneRowSchema = z.object({
  paused_by_person: z.number(),
  blocked_reason: z.string().nullable(),
  blocked_message: z.string().nullable(),
  paused_until: z.number().nullable(),
  pause_ms: z.number().nullable(),
  pause_reason: z.string().nullable(),
  offline_since: z.number().nullable(),
  probe_at: z.number().nullable(),
  failures_in_a_row: z.number(),
  clock_seen: z.number(),
});
type LaneRow = z.infer<typeof LaneRowSchema>;

function readRow(db: Db): LaneRow {
  run(db, 'INSERT INTO lanes (id) VALUES (:lane) ON CONFLICT DO NOTHING', { lane: LANE });
  return LaneRowSchema.parse(get(db, 'SELECT * FROM lanes WHERE id = :lane', { lane: LANE }));
}

function update(db: Db, changes: Partial<LaneRow>): void {
  const set = Object.keys(changes).map((column) => `${column} = :${column}`);
  run(db, `UPDATE lanes SET ${set.join(', ')} WHERE id = :lane`, { ...changes, lane: LANE });
}

/** Counts one more failure in a row and returns how many there are now. Anything delivered starts the count anew. */
export function countFailure(db: Db): number {
  const failures = readRow(db).failures_in_a_row + 1;
  update(db, { failures_in_a_row: failures });
  return failures;
}

/** What holds the lane now, strongest first. */
export function readLane(db: Db, nowMs: number): Lane {
  const row = LaneRowSchema.safeParse(get(db, 'SELECT * FROM lanes WHERE id = :lane', { lane: LANE })).data;
  if (!row) return heldByContract(db) ?? OPEN;
  if (row.paused_by_person)
    return { condition: 'pausedByPerson', reason: null, message: 'Sending is paused.', resumesAt: null };
  if (row.blocked_reason !== null) {
    return { condition: 'blocked', reason: row.blocked_reason, message: row.blocked_message, resumesAt: null };
  }
  const held = heldByContract(db);
  if (held !== null) return held;
  if (row.offline_since !== null) {
    const message = 'Pinned Events cannot be reached. Sending goes on by itself when it can.';
    return { condition: 'offline', reason: 'offline', message, resumesAt: row.probe_at };
  }
  if (row.paused_until !== null && row.paused_until > nowMs) {
    return {
      condition: 'paused',
      reason: row.pause_reason,
      message: pauseMessage(row.pause_reason),
      resumesAt: row.paused_until,
    };
  }
  return OPEN;
}

/** Not stored with the lane but read from what the platform says, so that it ends when that is good again. */
function heldByContract(db: Db): Lane | null {
  const stop = readStop(db);
  if (stop === null || stop.overruled) return null;
  const message = `${stop.reasons.join(' ')} Every event would be refused, so nothing is sent for now and nothing is lost.`;
  return { condition: 'blocked', reason: 'contract', message, resumesAt: null };
}

const OPEN: Lane = { condition: 'open', reason: null, message: null, resumesAt: null };

function pauseMessage(reason: string | null): string {
  return reason === 'server_trouble'
    ? 'Pinned Events has trouble. Sending goes on shortly.'
    : 'Pinned Events asked to slow down. Sending goes on by itself.';
}

/** An idle sender notes the clock this seldom, so that it does not write to the disk every second, in ms. */
const NOTE_CLOCK_EVERY_MS = 30_000;

/**
 * Watches the wall clock and mends what a clock that was set back would spoil: pauses never grow longer than they were
 * meant to be. Returns true when the clock was set back, so that nobody trusts how long ago a request was sent.
 */
export function watchClock(db: Db, nowMs: number): boolean {
  const row = readRow(db);
  const setBack = nowMs < row.clock_seen - CLOCK_SLACK_MS;
  if (setBack) {
    const latest = nowMs + (row.pause_ms ?? 0);
    update(db, {
      paused_until: row.paused_until === null ? null : Math.min(row.paused_until, latest),
      probe_at: row.probe_at === null ? null : Math.min(row.probe_at, nowMs),
    });
    forgetPace(db);
  }
  if (setBack || nowMs >= row.clock_seen + NOTE_CLOCK_EVERY_MS) noteClock(db, nowMs);
  return setBack;
}

/** Remembers the wall clock; called whenever a request is about to leave. */
export function noteClock(db: Db, nowMs: number): void {
  readRow(db);
  update(db, { clock_seen: nowMs });
}

export function setPausedByPerson(db: Db, paused: boolean): void {
  readRow(db);
  update(db, { paused_by_person: paused ? 1 : 0 });
}

/** A key passed the check: whatever the old one was blamed for is over. */
export function unblock(db: Db): void {
  readRow(db);
  update(db, { blocked_reason: null, blocked_message: null });
}

/** True when only a person, or a key that passes, can open the lane. */
export function isBlocked(db: Db): boolean {
  return readRow(db).blocked_reason !== null;
}

export function block(db: Db, reason: string, message: string): void {
  readRow(db);
  update(db, { blocked_reason: reason, blocked_message: message });
}

/** The platform answers again, whatever it says. */
export function markOnline(db: Db): void {
  readRow(db);
  update(db, { offline_since: null, probe_at: null });
}

/** The platform did what it was asked, or refused for a good reason: no failures in a row any more. */
export function markHealthy(db: Db): void {
  readRow(db);
  update(db, { offline_since: null, probe_at: null, failures_in_a_row: 0 });
}

export function markOffline(db: Db, nowMs: number): void {
  const row = readRow(db);
  const failures = row.failures_in_a_row + 1;
  update(db, {
    offline_since: row.offline_since ?? nowMs,
    probe_at: nowMs + probeDelayMs(failures),
    failures_in_a_row: failures,
  });
}

/**
 * Holds the lane for `ms` from now; the length is kept too, so that a clock set back cannot stretch it. A longer pause
 * that another sender was given stays: `Retry-After` is the earliest moment.
 */
export function pause(db: Db, nowMs: number, ms: number, reason: string): void {
  if ((readRow(db).paused_until ?? 0) > nowMs + ms) return;
  update(db, { paused_until: nowMs + ms, pause_ms: ms, pause_reason: reason });
}

/** When the lane may next be used, and how: null when only a person can open it. */
export type LaneGate =
  | { open: 'send' }
  /** The network was away: look for the platform with a harmless read before anything is risked. */
  | { open: 'probe' }
  | { open: false; until: number | null };

export function laneGate(db: Db, nowMs: number): LaneGate {
  const row = readRow(db);
  // Inside the transaction of the claim: what the platform was found to refuse is not begun.
  if (row.paused_by_person || row.blocked_reason !== null || isStoppedByContract(db))
    return { open: false, until: null };
  if (row.offline_since !== null) {
    return row.probe_at !== null && row.probe_at > nowMs ? { open: false, until: row.probe_at } : { open: 'probe' };
  }
  const until = Math.max(row.paused_until ?? 0, nextByPace(db, nowMs) ?? 0);
  return until > nowMs ? { open: false, until } : { open: 'send' };
}
