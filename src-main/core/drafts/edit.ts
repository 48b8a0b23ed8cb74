import type { DraftFields } from '#shared/drafts/draft.ts';
import { assertNever, OrganizerError } from '#shared/errors.ts';
import { rememberPlace } from '../catalog/places.ts';
import { write } from '../db/database.ts';
import { stepOfAdding, stepOfEditing } from '../history/name-step.ts';
import { asStep } from '../history/step.ts';
import { cancelOperation, type EnqueueParts, refreeze } from '../outbox/queue/freeze.ts';
import { getOperation, isUntouched, type OperationRow } from '../outbox/rows.ts';
import { type DraftRow, getDraftRow, insertDraft, setDeleted, setDraftOperation, updateDraftFields } from './rows.ts';

/** Why a draft may not be edited now, or null when it may. Said to the person as it is. */
export function lockedReason(operation: Pick<OperationRow, 'state' | 'first_uncertain_at'> | null): string | null {
  if (operation === null) return null;
  switch (operation.state) {
    case 'queued':
      return isUntouched(operation)
        ? null
        : 'An attempt to publish this had no clear answer yet. It can be edited when that is settled.';
    case 'sending':
      return 'This is being sent right now.';
    case 'needsReview':
      return 'It is not known whether this reached Pinned Events. Settle that in the outbox first.';
    case 'delivered':
      return 'This is on Pinned Events. Apps cannot change it there yet, so change it on Pinned Events itself.';
    case 'rejected':
    case 'cancelled':
      return null;
    default:
      return assertNever(operation.state);
  }
}

/** The operation that counts for a draft, or null. */
export function operationOf(parts: EnqueueParts, draft: DraftRow): OperationRow | null {
  return draft.operationId === null ? null : getOperation(parts.db, draft.operationId);
}

/**
 * Stores an edit together with what it means for the outbox, in one transaction: a waiting operation that the server
 * never saw takes the new content; after a refusal the draft is free to be published anew, as a new operation.
 * @throws OrganizerError `not_found`, or `not_allowed` with the reason while the draft is locked.
 */
export function saveDraft(parts: EnqueueParts, id: string | null, fields: DraftFields, nowMs: number): string {
  return write(parts.db, () => {
    rememberPlace(parts.db, fields, nowMs);
    if (id === null) {
      const made = parts.random.uuid();
      const draft = { id: made, fields, sourceKey: null, sourceId: null, importedFields: null, importId: null };
      asStep(parts.db, stepOfAdding(fields), nowMs, () => insertDraft(parts.db, draft, nowMs));
      return made;
    }
    const draft = getDraftRow(parts.db, id);
    const operation = operationOf(parts, draft);
    const locked = lockedReason(operation);
    if (locked !== null) throw new OrganizerError('not_allowed', locked);
    if (JSON.stringify(draft.fields) === JSON.stringify(fields)) return id;
    asStep(parts.db, stepOfEditing(draft, fields), nowMs, () => {
      updateDraftFields(parts.db, id, fields, nowMs);
      if (operation?.state === 'queued') refreeze(parts, draft, fields, operation, nowMs);
      else if (operation !== null) setDraftOperation(parts.db, id, null);
    });
    return id;
  });
}

/** Moves drafts to the trash, out of the outbox too where nothing can have been sent. Locked ones stay; counts the moved. */
export function deleteDrafts(parts: EnqueueParts, ids: string[], nowMs: number): number {
  return asStep(parts.db, { kind: 'remove' }, nowMs, () => {
    let moved = 0;
    for (const id of ids) {
      const draft = getDraftRow(parts.db, id);
      const operation = operationOf(parts, draft);
      const mayGo = operation === null || operation.state === 'delivered' || lockedReason(operation) === null;
      if (draft.deletedAt !== null || !mayGo) continue;
      if (operation?.state === 'queued') {
        cancelOperation(parts.db, operation.id, nowMs);
        setDraftOperation(parts.db, id, null);
      }
      setDeleted(parts.db, id, nowMs);
      moved += 1;
    }
    return moved;
  });
}

/** Takes drafts back from the trash; counts them. */
export function restoreDrafts(parts: EnqueueParts, ids: string[], nowMs: number): number {
  return asStep(parts.db, { kind: 'restore' }, nowMs, () => {
    let restored = 0;
    for (const id of ids) {
      if (getDraftRow(parts.db, id).deletedAt === null) continue;
      setDeleted(parts.db, id, null);
      restored += 1;
    }
    return restored;
  });
}
