import type { PublishInput } from '#shared/contract/contract.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { write } from '../../db/database.ts';
import { getDraftRow, insertDraft, selectDrafts } from '../../drafts/rows.ts';
import { asStep } from '../../history/step.ts';
import { trustDraft } from '../after-restore/restored.ts';
import { getOperation } from '../rows.ts';
import { enqueueDrafts } from './enqueue.ts';
import type { EnqueueParts } from './freeze.ts';

/**
 * Publishes a selection of drafts. One transaction from reading the drafts to freezing them: an edit elsewhere comes
 * before or after, never between.
 * @throws OrganizerError `plan_changed`, see `enqueueDrafts`.
 */
export function publishSelection(parts: EnqueueParts, input: PublishInput, nowMs: number): PublishPlan {
  const { selection, publishAs, dryRun, reviewed, despiteContract } = input;
  const { db } = parts;
  return write(db, () => {
    const drafts =
      selection.kind === 'drafts'
        ? selection.draftIds.map((id) => getDraftRow(db, id)).filter((draft) => draft.deletedAt === null)
        : selectDrafts(db, selection);
    const options = { publishAs, dryRun, refusedToo: selection.kind === 'drafts', reviewed, despiteContract };
    return enqueueDrafts(parts, drafts, options, nowMs);
  });
}

/**
 * A second event from a delivered draft, because the person said so. It is a draft of its own from the start, with a
 * key of its own: one draft never stands for two events, and the ledger of the first stays as it is. Returns its id.
 * @throws OrganizerError `not_allowed` when the draft was not delivered or lacks something now.
 */
export function publishAsNew(parts: EnqueueParts, draftId: string, nowMs: number): string {
  const { db, random } = parts;
  return write(db, () => {
    const draft = getDraftRow(db, draftId);
    const operation = draft.operationId === null ? null : getOperation(db, draft.operationId);
    if (operation?.state !== 'delivered') {
      throw new OrganizerError('not_allowed', 'This is not on Pinned Events yet. Publish it in the usual way.');
    }
    const id = random.uuid();
    const { fields } = draft;
    const second = { id, fields, sourceKey: null, sourceId: null, importedFields: null, importId: null };
    asStep(db, { kind: 'publishAsNew' }, nowMs, () => insertDraft(db, second, nowMs));
    // The person means a second event: another one like it is no reason to hold it back.
    trustDraft(db, id);
    const { notReady } = enqueueDrafts(parts, [getDraftRow(db, id)], { dryRun: false, refusedToo: false }, nowMs);
    if (notReady[0]) throw new OrganizerError('not_allowed', `The draft is not ready. ${notReady[0].reason}`);
    return id;
  });
}
