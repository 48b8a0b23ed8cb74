import { type Duplicated, MOST_NAMED } from '#shared/contract/bulk-views.ts';
import { applyChange } from '#shared/drafts/change.ts';
import { asStep } from '../../history/step.ts';
import type { EnqueueParts } from '../../outbox/queue/freeze.ts';
import { saveDraft } from '../edit.ts';
import { getDraftRow } from '../rows.ts';
import { IN_TRASH, NO_SUCH_DATE } from './reasons.ts';

/**
 * Makes a copy of each draft, moved by so many days (0: the same day), in one transaction. A copy is a draft of its
 * own: it belongs to no import and to no operation, so also what is published or on its way can be copied, and nothing
 * is queued by it. An id that is given twice is copied once.
 * @throws OrganizerError `not_found` for an id that is no draft; then nothing was copied.
 */
export function duplicateDrafts(
  parts: EnqueueParts,
  { ids, shiftDays }: { ids: string[]; shiftDays: number },
  nowMs: number,
): Duplicated {
  return asStep(parts.db, { kind: 'copy', days: shiftDays }, nowMs, () => {
    const made: Duplicated = { ids: [], leftDrafts: [] };
    for (const id of new Set(ids)) {
      const { fields, deletedAt } = getDraftRow(parts.db, id);
      const copy = applyChange(fields, { set: {}, shiftDays });
      if (deletedAt === null && copy !== null) made.ids.push(saveDraft(parts, null, copy, nowMs));
      else if (made.leftDrafts.length < MOST_NAMED) {
        made.leftDrafts.push({ id, title: fields.title, reason: deletedAt === null ? NO_SUCH_DATE : IN_TRASH });
      }
    }
    return made;
  });
}
