import type { ReadRow, SkipReason } from '#shared/calendar/types.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { draftIdOf } from '../../exports/ics-uid.ts';
import { composite, type EventRow, fingerprint, occurrence } from './identity.ts';
import { givenFields } from './merge.ts';

/** What a plan keeps of one row (plan-table.ts tells what each column means). */
export const COLUMNS = [
  'row',
  'title',
  'start_local',
  'location_name',
  'cells',
  'fields',
  'said',
  'ready',
  'source_id',
  'own_id',
  'occurrence',
  'primary_key',
  'fallback_key',
  'new_id',
  'verdict',
  'reason',
] as const;
export type Columns = Record<(typeof COLUMNS)[number], string | number | null>;

/**
 * What is kept of a row that was read.
 * @param newId id of the draft that it makes, if it makes one
 * @param venue the spelling of its venue that the person chose, in place of the file's own
 */
export function columnsOf(row: ReadRow, newId: string, venue: string | null): Columns {
  return row.kind === 'event' ? eventColumns(row, newId, venue) : { ...noEvent, ...blankColumns(row), new_id: newId };
}

function eventColumns(row: EventRow, newId: string, venue: string | null): Columns {
  const { sourceId } = row;
  const fields = venue === null ? row.fields : { ...row.fields, locationName: venue };
  const own = sourceId === null ? fingerprint(row) : composite(row);
  return {
    row: row.row,
    title: fields.title,
    start_local: fields.startLocal,
    location_name: fields.locationName,
    cells: null,
    fields: JSON.stringify(fields),
    said: JSON.stringify(givenFields(row)),
    ready: publishProblems(fields).length === 0 ? 1 : 0,
    source_id: sourceId,
    own_id: draftIdOf(sourceId ?? ''),
    occurrence: occurrence(fields),
    primary_key: sourceId ?? own,
    fallback_key: own,
    new_id: newId,
    verdict: null,
    reason: null,
  };
}

const noEvent = {
  start_local: null,
  location_name: '',
  fields: null,
  said: null,
  ready: 0,
  source_id: null,
  own_id: null,
  occurrence: null,
  primary_key: null,
  fallback_key: null,
};

const skipReasons: Record<SkipReason, string> = {
  blank: 'Blank row',
  preamble: 'Text above the header',
  heading: 'Heading',
  continuation: 'Continues the row above',
  cancelled: 'Cancelled in the calendar',
  past: 'Past dates of a series',
  later: 'After the last day that is read of a series',
  replaced: 'A series whose dates are all events of their own in this file',
  no_dates: 'A series without a date',
  older_version: 'An older version of an event in this file',
  not_an_event: 'No event',
  left_out: 'You left it out',
};

function blankColumns(
  row: Exclude<ReadRow, EventRow>,
): Pick<Columns, 'row' | 'title' | 'cells' | 'verdict' | 'reason'> {
  if (row.kind === 'skipped')
    return { row: row.row, title: row.text, cells: null, verdict: 'skipped', reason: skipReasons[row.reason] };
  const reason = row.issues.find((issue) => issue.severity === 'error');
  const text = row.cells.filter((cell) => cell.trim() !== '').join(' · ');
  const cells = JSON.stringify(row.cells);
  return { row: row.row, title: text, cells, verdict: 'invalid', reason: reason?.message ?? '' };
}
