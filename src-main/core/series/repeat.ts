import { localToWallMs } from '#shared/calendar/dates/arithmetic.ts';
import { applyChange } from '#shared/drafts/change.ts';
import type { Repeated, RepeatPattern } from '#shared/drafts/repeat.ts';
import { OrganizerError } from '#shared/errors.ts';
import { run } from '../db/database.ts';
import { type DraftRow, getDraftRow, insertDraft } from '../drafts/rows.ts';
import { asStep } from '../history/step.ts';
import { DAY_MS } from '../imports/ics/recurrence/days.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import { datesOfPattern } from './dates.ts';
import { findSeries } from './series.ts';

/**
 * Makes a draft of its own for each further date, in one step of the journal. They know that they belong together, and
 * nothing else: each can be edited, published and deleted alone. Nothing is queued by it. `dryRun` only says the dates.
 * @throws OrganizerError `not_found`, or `not_allowed` for what has no start, lies in the trash or is a series already
 */
export function repeatDraft(
  parts: EnqueueParts,
  { id, pattern, dryRun }: { id: string; pattern: RepeatPattern; dryRun: boolean },
  nowMs: number,
): Repeated {
  const { db, random } = parts;
  const draft = getDraftRow(db, id);
  const startLocal = startOf(draft);
  if (findSeries(db, id) !== null)
    throw new OrganizerError('not_allowed', 'This is one of a series already. Duplicate it to begin another one.');
  const dates = datesOfPattern(startLocal, draft.fields.timeZone, pattern);
  if (dryRun) return { dates, ids: [] };
  return asStep(db, { kind: 'repeat' }, nowMs, () => {
    const further = dates.slice(1).filter(({ skipped }) => !skipped);
    if (further.length === 0) return { dates, ids: [] };
    const seriesId = random.uuid();
    run(db, 'INSERT INTO series (id, pattern, made_at) VALUES (:seriesId, :pattern, :nowMs)', {
      seriesId,
      pattern: JSON.stringify(pattern),
      nowMs,
    });
    const ids = further.map((date) => insertOn(parts, draft, shiftTo(startLocal, date.startLocal), nowMs));
    for (const each of [id, ...ids]) {
      run(db, 'UPDATE drafts SET series_id = :seriesId WHERE id = :each', { seriesId, each });
    }
    return { dates, ids };
  });
}

function startOf({ fields, deletedAt }: DraftRow): string {
  if (deletedAt !== null) throw new OrganizerError('not_allowed', 'This is in the trash. Restore it first.');
  if (fields.startLocal === null)
    throw new OrganizerError('not_allowed', 'Give it a start first: that is what repeats.');
  return fields.startLocal;
}

function shiftTo(fromLocal: string, toLocal: string): number {
  return Math.round((localToWallMs(toLocal) - localToWallMs(fromLocal)) / DAY_MS);
}

function insertOn({ db, random }: EnqueueParts, draft: DraftRow, shiftDays: number, nowMs: number): string {
  const fields = applyChange(draft.fields, { set: {}, shiftDays });
  if (fields === null)
    throw new OrganizerError('not_allowed', 'The dates would leave the calendar. Choose an earlier end.');
  const id = random.uuid();
  insertDraft(db, { id, fields, sourceKey: null, sourceId: null, importedFields: null, importId: null }, nowMs);
  return id;
}
