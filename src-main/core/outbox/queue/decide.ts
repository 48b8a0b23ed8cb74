import { assertNever, OrganizerError } from '#shared/errors.ts';
import { run, write } from '../../db/database.ts';
import { type DraftRow, getDraftRow, setDraftOperation } from '../../drafts/rows.ts';
import { trustDraft } from '../after-restore/restored.ts';
import { releaseChannel } from '../attempt/finish.ts';
import { getOperation, type OperationRow } from '../rows.ts';
import { enqueueDrafts } from './enqueue.ts';
import { cancelOperation, type EnqueueParts, frozenStatus } from './freeze.ts';

/**
 * "Try again", whatever that means for the operation: wait no longer; look again whether it exists; or, after a
 * definite refusal, a new operation with a new key. Never a blind resend. Returns the id of the operation that goes on.
 * @throws OrganizerError `not_found`, or `not_allowed` with the reason.
 */
export function retryOperation(parts: EnqueueParts, id: string, nowMs: number): string {
  return write(parts.db, () => {
    const operation = getOperation(parts.db, id);
    switch (operation.state) {
      case 'queued':
        releaseChannel(parts.db, operation.channel_id);
        // Who says "try again" says that it is to be sent, late as it may be.
        run(
          parts.db,
          `UPDATE operations SET confirmed_at = :nowMs, asks = NULL,
             not_before = CASE WHEN conflict_since IS NULL THEN NULL ELSE not_before END
           WHERE id = :id`,
          { id, nowMs },
        );
        return id;
      case 'needsReview':
        run(
          parts.db,
          `UPDATE operations SET state = 'queued', key_expired = 1, not_before = NULL, conflict_since = NULL,
             confirmed_at = :nowMs
           WHERE id = :id`,
          { id, nowMs },
        );
        return id;
      case 'rejected':
      case 'cancelled':
        return startAnew(parts, operation, nowMs);
      case 'sending':
        throw new OrganizerError('not_allowed', 'This is being sent right now.');
      case 'delivered':
        throw new OrganizerError('not_allowed', 'This is on Pinned Events already; it is not sent again.');
      default:
        return assertNever(operation.state);
    }
  });
}

function startAnew(parts: EnqueueParts, operation: OperationRow, nowMs: number): string {
  const { id, draft_id: draftId } = operation;
  const draft = getDraftRow(parts.db, draftId);
  if (draft.deletedAt !== null) throw new OrganizerError('not_allowed', 'The draft is in the trash. Restore it first.');
  // What was chosen for its batch still holds, unless the draft was edited since.
  const publishAs = isUneditedSince(draft, operation) ? frozenStatus(parts.db, id) : undefined;
  const options = { publishAs, dryRun: false, refusedToo: true, despiteContract: true };
  const plan = enqueueDrafts(parts, [draft], options, nowMs);
  const reason = plan.notReady[0]?.reason;
  if (reason !== undefined) throw new OrganizerError('not_allowed', `The draft is not ready. ${reason}`);
  if (plan.queued === 0)
    throw new OrganizerError('not_allowed', 'A newer operation of this draft is in the outbox already.');
  return getDraftRow(parts.db, draftId).operationId ?? draftId;
}

/** A cancelled operation is no longer the draft's own; what it froze still holds while nothing else came after it. */
function isUneditedSince(draft: DraftRow, operation: OperationRow): boolean {
  if (draft.operationId === operation.id) return true;
  const { state, finished_at: cancelledAt } = operation;
  return state === 'cancelled' && draft.operationId === null && draft.updatedAt <= (cancelledAt ?? 0);
}

/** Takes an operation out of the outbox. @throws OrganizerError `not_allowed` when a request may have left. */
export function dropOperation(parts: EnqueueParts, id: string, nowMs: number): void {
  write(parts.db, () => {
    const operation = getOperation(parts.db, id);
    cancelOperation(parts.db, id, nowMs);
    setDraftOperation(parts.db, operation.draft_id, null);
  });
}

/**
 * The person looked on Pinned Events: either the event is there (it counts as delivered, with no id of its own), or it
 * is not (the same bytes are sent again with the same key, as if for the first time).
 * @throws OrganizerError `not_allowed` unless the operation needs a review.
 */
export function resolveOperation(
  parts: EnqueueParts,
  id: string,
  decision: 'itIsThere' | 'sendAgain',
  nowMs: number,
): void {
  const sql =
    decision === 'itIsThere'
      ? `UPDATE operations SET state = 'delivered', error = NULL, finished_at = :nowMs WHERE id = :id AND state = 'needsReview'`
      : `UPDATE operations SET state = 'queued', first_uncertain_at = NULL, key_expired = 0, attempts = 0, conflict_since = NULL,
           not_before = NULL, confirmed_at = :nowMs WHERE id = :id AND state = 'needsReview'`;
  write(parts.db, () => {
    const operation = getOperation(parts.db, id);
    if (run(parts.db, sql, { id, nowMs }) !== 1)
      throw new OrganizerError('not_allowed', 'Only an operation that needs a review can be decided.');
    trustDraft(parts.db, operation.draft_id);
  });
}
