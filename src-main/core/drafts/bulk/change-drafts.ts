import { isDeepStrictEqual } from 'node:util';
import { type BulkChange, MOST_NAMED } from '#shared/contract/bulk-views.ts';
import { applyChange, type DraftChange } from '#shared/drafts/change.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { write } from '../../db/database.ts';
import { stepOfChange } from '../../history/name-step.ts';
import { asStep, type NewStep } from '../../history/step.ts';
import type { EnqueueParts } from '../../outbox/queue/freeze.ts';
import { lockedReason, operationOf, saveDraft } from '../edit.ts';
import { type DraftRow, getDraftRow } from '../rows.ts';
import { IN_TRASH, NO_SUCH_DATE } from './reasons.ts';

type Step = { kind: 'left'; reason: string } | { kind: 'unchanged' } | { kind: 'changed'; after: DraftFields };

/**
 * Changes every draft of a selection in one transaction: all that may change do, or none. What may be on its way, is
 * published or lies in the trash stays as it is and is named with the reason. `dryRun` says what would happen and
 * writes nothing. An id that is given twice counts once.
 * @throws OrganizerError `not_found` for an id that is no draft; then nothing has changed.
 */
export function changeDrafts(
  parts: EnqueueParts,
  { ids, change, dryRun }: { ids: string[]; change: DraftChange; dryRun: boolean },
  nowMs: number,
): BulkChange {
  const after = (fields: DraftFields) => applyChange(fields, change);
  return changeEach(parts, { ids, step: stepOfChange(change), dryRun, after }, nowMs);
}

/**
 * The same for a change that is another one for each draft.
 * @param after the fields from now on; null when its date would leave the calendar
 */
export function changeEach(
  parts: EnqueueParts,
  {
    ids,
    step: name,
    dryRun,
    after,
  }: { ids: string[]; step: NewStep; dryRun: boolean; after: (fields: DraftFields) => DraftFields | null },
  nowMs: number,
): BulkChange {
  const inOneStep = (work: () => BulkChange) => (dryRun ? write(parts.db, work) : asStep(parts.db, name, nowMs, work));
  return inOneStep(() => {
    const result: BulkChange = { changed: 0, unchanged: 0, left: 0, leftDrafts: [], leavingOutbox: 0, examples: [] };
    for (const id of new Set(ids)) {
      const draft = getDraftRow(parts.db, id);
      const operation = operationOf(parts, draft);
      const step = stepFor(draft, lockedReason(operation), after);
      result[step.kind] += 1;
      if (step.kind === 'left' && result.left <= MOST_NAMED) {
        result.leftDrafts.push({ id, title: draft.fields.title, reason: step.reason });
      }
      if (step.kind !== 'changed') continue;
      const problems = publishProblems(step.after);
      if (operation?.state === 'queued' && problems.length > 0) result.leavingOutbox += 1;
      if (result.changed <= MOST_NAMED) {
        result.examples.push({ id, before: draft.fields, after: step.after, problems });
      }
      if (!dryRun) saveDraft(parts, id, step.after, nowMs);
    }
    return result;
  });
}

function stepFor(draft: DraftRow, locked: string | null, change: (fields: DraftFields) => DraftFields | null): Step {
  if (draft.deletedAt !== null) return { kind: 'left', reason: IN_TRASH };
  if (locked !== null) return { kind: 'left', reason: locked };
  const after = change(draft.fields);
  if (after === null) return { kind: 'left', reason: NO_SUCH_DATE };
  return isDeepStrictEqual(after, draft.fields) ? { kind: 'unchanged' } : { kind: 'changed', after };
}
