import type { OperationError } from '#shared/outbox/operation.ts';
import { write } from '../../db/database.ts';
import type { Claim } from '../attempt/claim.ts';
import { applySettlement, logAttempt } from '../attempt/finish.ts';
import { SEND_WITHIN_MS } from '../timing.ts';
import type { SenderParts } from './parts.ts';
import { finishOrKeep } from './unwritten.ts';

/**
 * Gives a claim back when too much time went by before its request could leave: the computer slept, or the process was
 * stopped. Its lease and the life of its key were weighed at the claim, so nothing is sent on its word any more; the
 * next claim weighs them anew. Returns whether it was given back.
 */
export function giveBackIfLapsed({ db, clock }: Pick<SenderParts, 'db' | 'clock'>, claim: Claim): boolean {
  const nowMs = clock.now();
  const age = nowMs - claim.startedAt;
  if (age >= 0 && age <= SEND_WITHIN_MS) return false;
  const { attempts, conflict_since: conflictSince } = claim.operation;
  const uncertainSince = claim.uncertainBefore;
  const next = { state: 'queued' as const, error: LAPSED, attempts, uncertainSince, conflictSince, notBefore: null };
  const giveBack = () => {
    applySettlement(db, claim, next, nowMs);
    logAttempt(db, claim, 'lapsed', null, nowMs);
  };
  finishOrKeep(db, () => write(db, giveBack));
  return true;
}

const LAPSED: OperationError = {
  code: 'lapsed',
  message: 'This computer stood still just before this was sent. Nothing left; it goes on by itself.',
  status: null,
  requestId: null,
  field: null,
};
