import { assertNever } from '#shared/errors.ts';
import { NO_LIMITS, type RateLimitHint } from '../../api/exchange.ts';
import { type Db, get } from '../../db/database.ts';
import type { Outcome } from '../attempt/classify.ts';
import { backoffMs } from '../timing.ts';
import { block, countFailure, markHealthy, markOffline, markOnline, pause } from './lane.ts';
import { learn } from './pace/learn.ts';
import type { Pace } from './pace/pace.ts';
import { readPace, writePace } from './pace/store.ts';
import { nextUsualEnd } from './pace/window-length.ts';

/** Jitter may draw nearly nothing; a 429 without a time still deserves a breath, in ms. */
const SHORTEST_PAUSE_MS = 250;

/** Refusals in a row from which on the times that come with them are not enough. */
const IN_VAIN = 3;

/** Failures in a row that one lane shrugs off before it slows down as a whole. */
const TROUBLE_AFTER = 3;

/** One attempt that ended: what it came to, what the answer said of the rate limit, and when. */
export type Ended = { outcome: Outcome; limits: RateLimitHint | null; sentAt: number; nowMs: number };

/** What an attempt's outcome means for everything else that waits for the same key. */
export function applyToLane(db: Db, ended: Ended, fraction: number): void {
  const { outcome, nowMs } = ended;
  const pace = learnPace(db, ended);
  switch (outcome.kind) {
    case 'delivered':
    case 'refused':
    case 'conflict':
    case 'channelProblem':
      return markHealthy(db);
    case 'keyProblem':
      return block(db, outcome.reason, outcome.error.message);
    case 'throttled':
    case 'busy': {
      const failures = countFailure(db);
      const untilNext = pace?.nextAt == null ? null : pace.nextAt - nowMs;
      const told = outcome.waitMs ?? untilNext;
      // Also one who is told to come back at once waits longer each time it is in vain.
      const own = told === null || failures >= IN_VAIN ? backoffMs(failures + 1, fraction) : 0;
      const wait = told === null ? Math.min(own, untilUsualEnd(pace, nowMs)) : Math.max(told, own);
      const ms = Math.max(wait, SHORTEST_PAUSE_MS);
      markOnline(db);
      return pause(db, nowMs, ms, outcome.kind === 'busy' ? 'busy' : 'rate_limited');
    }
    case 'offline':
    case 'intercepted':
      return markOffline(db, nowMs);
    case 'unclear': {
      const failures = countFailure(db);
      if (failures >= TROUBLE_AFTER) pause(db, nowMs, backoffMs(failures, fraction), 'server_trouble');
      return;
    }
    default:
      return assertNever(outcome);
  }
}

/** True when more than so many operations wait. Looks at no more rows than that. */
function moreWaitThan(db: Db, count: number): boolean {
  const row = get(db, `SELECT 1 FROM operations WHERE state = 'queued' AND asks IS NULL LIMIT 1 OFFSET :count`, {
    count,
  });
  return row !== undefined;
}

/** Nobody told how long to wait: a wait then stops at each moment at which the window may well be over. */
function untilUsualEnd(pace: Pace | null, nowMs: number): number {
  const end = pace?.begunBy == null ? null : nextUsualEnd(pace.begunBy, nowMs);
  return end === null ? Number.POSITIVE_INFINITY : end - nowMs;
}

/** Takes what the answer says of the rate limit into account. Returns what is known now; null where no server answered. */
function learnPace(db: Db, { outcome, limits, sentAt, nowMs }: Ended): Pace | null {
  // Offline: no server has counted anything.
  if (outcome.kind === 'offline' || outcome.kind === 'intercepted') return null;
  const pace = learn(readPace(db), {
    sentAt,
    receivedAt: nowMs,
    refused: outcome.kind === 'throttled',
    retryAfterMs: outcome.kind === 'throttled' ? outcome.waitMs : null,
    hint: limits ?? NO_LIMITS,
    moreWaitThan: (count) => moreWaitThan(db, count),
  });
  writePace(db, pace);
  return pace;
}
