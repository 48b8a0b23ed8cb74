import { assertNever } from '#shared/errors.ts';
import type { OperationError } from '#shared/outbox/operation.ts';
import { backoffMs, CONFLICT_WAIT_MS, MOST_ATTEMPTS, STILL_RUNNING_MS } from '../timing.ts';
import type { Outcome } from './classify.ts';

/** What was known about the operation before the attempt that is now being settled. */
export type Before = {
  attempts: number;
  /** First attempt whose outcome is still unknown, from before this one; null when there was none. */
  uncertainSince: number | null;
  /** First of the 409 answers in a row, or null. */
  conflictSince: number | null;
  /** When this attempt began. */
  startedAt: number;
};

/** The operation's next state. The fields are exactly the columns that change. */
export type Settlement =
  | { state: 'delivered'; remoteId: string; attempts: number }
  | { state: 'rejected'; error: OperationError; attempts: number }
  | { state: 'needsReview'; error: OperationError; attempts: number; uncertainSince: number }
  | {
      state: 'queued';
      error: OperationError;
      attempts: number;
      uncertainSince: number | null;
      conflictSince: number | null;
      notBefore: number | null;
    };

/**
 * The rules of the outbox after one attempt (design, "The outbox"; page idempotency). Pure.
 *
 * A definite answer that nothing was created leaves no uncertainty of its own, but never wipes out an earlier one:
 * only the server's confirmation, a look at its list, or the person can do that.
 */
export function settle(before: Before, outcome: Outcome, nowMs: number, fraction: number): Settlement {
  const attempts = before.attempts + 1;
  const uncertainSince = before.uncertainSince ?? before.startedAt;
  const free = { attempts: before.attempts, conflictSince: null, notBefore: null };

  switch (outcome.kind) {
    case 'delivered':
      return { state: 'delivered', remoteId: outcome.remoteId, attempts };

    case 'refused':
      if (before.uncertainSince === null) return { state: 'rejected', error: outcome.error, attempts };
      return { state: 'needsReview', error: refusedAfterDoubt(outcome.error), attempts, uncertainSince };

    // Nothing was created, and the lane or channel waits: the operation itself pays nothing.
    case 'keyProblem':
    case 'channelProblem':
    case 'throttled':
    case 'offline':
      return { state: 'queued', error: outcome.error, uncertainSince: before.uncertainSince, ...free };

    // The lane waits too, but here the request may have been carried out.
    case 'busy':
    case 'intercepted':
      return { state: 'queued', error: outcome.error, uncertainSince, ...free };

    case 'conflict': {
      const conflictSince = before.conflictSince ?? nowMs;
      if (nowMs - conflictSince > STILL_RUNNING_MS) {
        return { state: 'needsReview', error: mismatch(outcome.error), attempts, uncertainSince };
      }
      const notBefore = nowMs + Math.max(CONFLICT_WAIT_MS, outcome.waitMs ?? 0);
      return { state: 'queued', error: outcome.error, attempts, uncertainSince, conflictSince, notBefore };
    }

    case 'unclear':
      if (attempts >= MOST_ATTEMPTS) {
        return { state: 'needsReview', error: spent(outcome.error, attempts), attempts, uncertainSince };
      }
      return {
        state: 'queued',
        error: outcome.error,
        attempts,
        uncertainSince,
        conflictSince: null,
        notBefore: nowMs + backoffMs(attempts, fraction),
      };

    default:
      return assertNever(outcome);
  }
}

function refusedAfterDoubt(error: OperationError): OperationError {
  return {
    ...error,
    message: `${error.message} But an earlier attempt had no clear answer, so the event may exist all the same.`,
  };
}

function mismatch(error: OperationError): OperationError {
  return {
    ...error,
    message:
      'Pinned Events already knows this request with other content, so the event may exist there in another form.',
  };
}

function spent(error: OperationError, attempts: number): OperationError {
  return {
    ...error,
    message: `${attempts} attempts had no clear answer, so the event may or may not exist. The last one: ${error.message}`,
  };
}
