import { fromWallMs, isWritable, localToWallMs } from '#shared/calendar/dates/arithmetic.ts';
import type { BulkChange } from '#shared/contract/bulk-views.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { DraftField, DraftFields } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { changeEach } from '../drafts/bulk/change-drafts.ts';
import { getDraftRow } from '../drafts/rows.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import { findSeries } from './series.ts';

/**
 * Gives the others of a series what one of them has in the named fields, in one step of the journal. Each keeps its own
 * day: of start and end they take the time of day and the length. What may be on its way or is published stays.
 * @throws OrganizerError `not_found`, or `not_allowed` for what is in no series
 */
export function changeSeries(
  parts: EnqueueParts,
  { draftId, scope, fields, dryRun }: CallInput<'changeSeries'>,
  nowMs: number,
): BulkChange {
  const { fields: model } = getDraftRow(parts.db, draftId);
  const series = findSeries(parts.db, draftId);
  if (series === null) throw new OrganizerError('not_allowed', 'This is not one of a series.');
  const ids = series.others.filter(({ isLater }) => scope === 'all' || isLater).map(({ id }) => id);
  const step = { kind: 'change' as const, fields };
  return changeEach(parts, { ids, step, dryRun, after: (own) => likeModel(own, model, fields) }, nowMs);
}

function likeModel(own: DraftFields, model: DraftFields, fields: readonly DraftField[]): DraftFields | null {
  const same = Object.fromEntries(fields.filter((field) => !isWhen(field)).map((field) => [field, model[field]]));
  const next = { ...own, ...same };
  return fields.some(isWhen) ? atTimeOf(next, model) : next;
}

function isWhen(field: DraftField): boolean {
  return field === 'startLocal' || field === 'endLocal';
}

/** The day stays, the time of day and the length are those of the model. */
function atTimeOf(own: DraftFields, { startLocal, endLocal }: DraftFields): DraftFields | null {
  if (own.startLocal === null || startLocal === null) return own;
  const start = own.startLocal.slice(0, 11) + startLocal.slice(11);
  if (endLocal === null) return { ...own, startLocal: start, endLocal: null };
  const endMs = localToWallMs(start) + localToWallMs(endLocal) - localToWallMs(startLocal);
  return isWritable(endMs) ? { ...own, startLocal: start, endLocal: fromWallMs(endMs) } : null;
}
