import { assertNever } from '#shared/errors.ts';
import type { RateLimitHint } from '../../api/exchange.ts';
import type { Db } from '../../db/database.ts';
import type { Outcome } from '../attempt/classify.ts';
import { backoffMs } from '../timing.ts';
import { block, countFailure, markHealthy, markOffline, markOnline, pause } from './lane.ts';

/** Jitter may draw nearly nothing; a 429 without a time still deserves a breath, in ms. */
const SHORTEST_PAUSE_MS = 250;

/** Longest pause on the word of `X-RateLimit-Reset` alone, in ms: its unit is a guess, and a 429 would tell more. */
const LONGEST_GUESS_MS = 60_000;

/** Failures in a row that one lane shrugs off before it slows down as a whole. */
const TROUBLE_AFTER = 3;

/** What an attempt's outcome means for everything else that waits for the same key. */
export function applyToLane(
  db: Db,
  outcome: Outcome,
  limits: RateLimitHint | null,
  nowMs: number,
  fraction: number,
): void {
  switch (outcome.kind) {
    case 'delivered':
    case 'refused':
    case 'conflict':
    case 'channelProblem':
      markHealthy(db);
      return slowDownBeforeTheWall(db, limits, nowMs);
    case 'keyProblem':
      return block(db, outcome.reason, outcome.error.message);
    case 'throttled':
    case 'busy': {
      const failures = countFailure(db);
      const ms = outcome.waitMs ?? Math.max(backoffMs(failures + 1, fraction), SHORTEST_PAUSE_MS);
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

/** Nothing remains in this window and its end is known: wait for it rather than provoke a 429. */
function slowDownBeforeTheWall(db: Db, limits: RateLimitHint | null, nowMs: number): void {
  if (limits?.remaining === 0 && limits.resetMs !== null && limits.resetMs > 0) {
    pause(db, nowMs, Math.min(limits.resetMs, LONGEST_GUESS_MS), 'rate_limited');
  }
}
