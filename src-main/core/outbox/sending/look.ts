import { assertNever, type OrganizerError } from '#shared/errors.ts';
import type { OperationError } from '#shared/outbox/operation.ts';
import { write } from '../../db/database.ts';
import { lookInRememberedList } from '../after-restore/remembered-list.ts';
import { mayBePublished, trustDraft } from '../after-restore/restored.ts';
import { type Claim, renewLease } from '../attempt/claim.ts';
import { applySettlement, logAttempt } from '../attempt/finish.ts';
import { type Finding, isClaimed, lookForEvent } from '../attempt/reconcile.ts';
import { backoffMs, MOST_ATTEMPTS } from '../timing.ts';
import { holdLane } from './hold-lane.ts';
import { forgiveOldKey, type SenderParts } from './parts.ts';

/** Instead of a resend that its key would not protect: looks whether the event exists, and settles the operation. */
export async function lookFor(parts: SenderParts, key: string, claim: Claim, signal?: AbortSignal): Promise<void> {
  const { db, api, clock } = parts;
  const remembered = mayBePublished(db, claim.operation.draft_id) ? lookInRememberedList(db, claim.operation) : null;
  const finding =
    remembered ??
    (await lookForEvent(db, { api, key, signal }, claim.operation, () => renewLease(db, claim, clock.now())));
  settleFinding(parts, claim, finding, signal?.aborted === true);
  if (finding.kind === 'later' && finding.cause.code === 'key_refused') await forgiveOldKey(parts, key);
}

function settleFinding({ db, clock, random }: SenderParts, claim: Claim, finding: Finding, stopping: boolean): void {
  const now = clock.now();
  const { attempts } = claim.operation;
  const uncertainSince = claim.uncertainBefore ?? claim.startedAt;
  write(db, () => {
    switch (finding.kind) {
      case 'found':
        // Another process may have taken it for its own since the list was read: look again.
        if (isClaimed(db, finding.remoteId)) {
          applySettlement(db, claim, { ...again(claim), attempts, uncertainSince, notBefore: now + 1_000 }, now);
          return logAttempt(db, claim, 'later', null, now);
        }
        applySettlement(db, claim, { state: 'delivered', remoteId: finding.remoteId, attempts }, now);
        trustDraft(db, claim.operation.draft_id);
        return logAttempt(db, claim, 'found', null, now);
      case 'absent':
        applySettlement(db, claim, { ...again(claim), attempts: 0, uncertainSince: null, notBefore: null }, now);
        trustDraft(db, claim.operation.draft_id);
        return logAttempt(db, claim, 'absent', null, now);
      case 'unknown':
        applySettlement(db, claim, { state: 'needsReview', error: finding.error, attempts, uncertainSince }, now);
        return logAttempt(db, claim, 'unknown', finding.error, now);
      case 'later': {
        const tries = attempts + (finding.costsAttempt ? 1 : 0);
        const notBefore = now + 1_000 + backoffMs(6, random.fraction());
        const next =
          finding.costsAttempt && tries >= MOST_ATTEMPTS
            ? { state: 'needsReview' as const, error: couldNotLook(finding.cause), attempts: tries, uncertainSince }
            : { ...again(claim), attempts: tries, uncertainSince, notBefore };
        applySettlement(db, claim, next, now);
        logAttempt(db, claim, 'later', null, now);
        // Being told to stop says nothing about the network.
        return stopping ? undefined : holdLane(db, finding, now);
      }
      default:
        return assertNever(finding);
    }
  });
}

function again(claim: Claim) {
  const none = { code: 'waiting', message: 'Waiting to be sent.', status: null, requestId: null, field: null };
  return { state: 'queued' as const, error: claim.operation.error ?? none, conflictSince: null };
}

function couldNotLook(cause: OrganizerError): OperationError {
  const message = `An attempt had no clear answer, and the list of events cannot be read: ${cause.message} Please look on Pinned Events, then say what you found.`;
  return { code: 'cannot_look', message, status: null, requestId: null, field: null };
}
