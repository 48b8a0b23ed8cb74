import type { OperationError } from '#shared/outbox/operation.ts';
import { readApiError } from '../../api/answers.ts';
import type { Exchange } from '../../api/exchange.ts';
import { type Db, run, write } from '../../db/database.ts';
import { applyToLane } from '../lane/lane-effects.ts';
import type { Claim } from './claim.ts';
import type { Outcome } from './classify.ts';
import { type Settlement, settle } from './settle.ts';

/**
 * Writes what an attempt came to: the operation, its lane, its channel and the activity log, in one transaction.
 * Returns false when another sender has taken the operation over meanwhile: then the outcome is only logged, and what
 * the newer holder learns counts. (If this one was delivered, the newer one gets the same answer by the same key.)
 */
export function finishAttempt(
  db: Db,
  claim: Claim,
  outcome: Outcome,
  exchange: Exchange,
  nowMs: number,
  fraction: number,
): boolean {
  return write(db, () => {
    const { operation } = claim;
    const before = {
      attempts: operation.attempts,
      uncertainSince: claim.uncertainBefore,
      conflictSince: operation.conflict_since,
      startedAt: claim.startedAt,
    };
    const stillHeld = applySettlement(db, claim, settle(before, outcome, nowMs, fraction), nowMs);
    const limits = exchange.kind === 'answer' ? exchange.limits : null;
    applyToLane(db, { outcome, limits, sentAt: claim.startedAt, nowMs }, fraction);
    if (outcome.kind === 'channelProblem') holdChannel(db, operation.channel_id, outcome.error, nowMs);
    logAttempt(db, claim, outcome.kind, answerOf(exchange), nowMs);
    return stillHeld;
  });
}

/** Stores the operation's next state if this claim still holds it. */
export function applySettlement(db: Db, claim: Claim, next: Settlement, nowMs: number): boolean {
  const finished = next.state === 'delivered' || next.state === 'rejected';
  const changes = run(
    db,
    `UPDATE operations SET state = :state, attempts = :attempts, remote_id = :remoteId, error = :error,
       first_uncertain_at = :uncertainSince, conflict_since = :conflictSince, not_before = :notBefore,
       finished_at = :finishedAt, lease_owner = NULL, lease_expires_at = NULL
     WHERE id = :id AND state = 'sending' AND lease_token = :token`,
    {
      id: claim.operation.id,
      token: claim.token,
      state: next.state,
      attempts: next.attempts,
      remoteId: next.state === 'delivered' ? next.remoteId : null,
      error: 'error' in next ? JSON.stringify(next.error) : null,
      uncertainSince: 'uncertainSince' in next ? next.uncertainSince : null,
      conflictSince: next.state === 'queued' ? next.conflictSince : null,
      notBefore: next.state === 'queued' ? next.notBefore : null,
      finishedAt: finished ? nowMs : null,
    },
  );
  return changes === 1;
}

type Logged = { status: number | null; requestId: string | null };

function answerOf(exchange: Exchange): Logged | null {
  if (exchange.kind !== 'answer') return null;
  return { status: exchange.status, requestId: readApiError(exchange.json)?.requestId ?? null };
}

/** One line of the activity log: status and request id, never a payload. */
export function logAttempt(db: Db, claim: Claim, outcome: string, answer: Logged | null, nowMs: number): void {
  run(
    db,
    `UPDATE attempts SET finished_at = :nowMs, outcome = :outcome, status = :status, request_id = :requestId
     WHERE operation_id = :id AND lease_token = :token`,
    {
      id: claim.operation.id,
      token: claim.token,
      nowMs,
      outcome,
      status: answer?.status ?? null,
      requestId: answer?.requestId ?? null,
    },
  );
}

function holdChannel(db: Db, channelId: number, error: OperationError, nowMs: number): void {
  run(
    db,
    `INSERT INTO channel_holds VALUES (:channelId, :code, :message, :nowMs)
     ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message`,
    { channelId, code: error.code, message: error.message, nowMs },
  );
}

/** With another key, other channels may be open. */
export function releaseAllChannels(db: Db): void {
  run(db, 'DELETE FROM channel_holds');
}

/** Lets a channel's operations try again. */
export function releaseChannel(db: Db, channelId: number): void {
  run(db, 'DELETE FROM channel_holds WHERE channel_id = :channelId', { channelId });
}
