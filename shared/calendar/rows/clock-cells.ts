import { quoteCell } from '../text/fold.ts';
import { readDuration } from '../times/duration.ts';
import { readTimeCell } from '../times/time-cell.ts';
import { describeTimeProblem } from './date-messages.ts';
import { readFlag } from './flags.ts';
import type { RowCells } from './row-cells.ts';

export type StartClock = { start: number | null; end: number | null; allDay: boolean };

/** The start-time cell. Null with an error when it holds something that is no time. */
export function readStartClock(row: RowCells): StartClock | null {
  const cell = row.get('startTime');
  if (cell === '') return { start: null, end: null, allDay: false };
  const label = row.columns.label('startTime');
  const time = readTimeCell(cell);
  switch (time.kind) {
    case 'time':
      if (time.note !== null) warnNote(row, label, time.note);
      return { start: time.start, end: time.end, allDay: false };
    case 'allDay':
      return { start: null, end: null, allDay: true };
    case 'unknown':
      row.warn(
        label,
        'time_unknown',
        `${quoteCell(cell)} says that the time is not known yet, so only the date was taken. Add the time when it is known.`,
      );
      return { start: null, end: null, allDay: true };
    case 'unreadable':
      row.error(label, time.code, describeTimeProblem(time.code, cell));
      return null;
  }
}

/** Minutes, null when the cell says nothing, `open` when it is unreadable: that costs only the end, with a warning. */
export type EndClock = number | null | 'open';

/** The end-time cell. */
export function readEndClock(row: RowCells): EndClock {
  const cell = row.get('endTime');
  return cell === '' ? null : readEndTimeText(row, row.columns.label('endTime'), cell);
}

/** A time in an end column. */
export function readEndTimeText(row: RowCells, label: string | null, cell: string): EndClock {
  const time = readTimeCell(cell);
  if (time.kind === 'time') return time.end ?? time.start;
  if (time.kind !== 'unreadable') return null;
  row.warn(
    label,
    'unreadable_end',
    `${quoteCell(cell)} could not be read as the end, so the end was left open. Write it like 22:30.`,
  );
  return 'open';
}

const HOURS_IN_HEADER = /hour|stunde|std|heure|hora|\bore\b|\buur\b|godz|час|годин|時間|시간|\(h\)/i;

/** Minutes of the duration cell; null when there is none. A plain number is minutes, unless the header says hours. */
export function readDurationCell(row: RowCells): number | null {
  const cell = row.get('duration');
  if (cell === '') return null;
  const label = row.columns.label('duration');
  const minutes = readDuration(cell);
  if (minutes === null) {
    row.warn(
      label,
      'unreadable_duration',
      `${quoteCell(cell)} could not be read as a duration, so the end was left open. Write minutes, for example 90.`,
    );
    return null;
  }
  const isHours = /^\d+$/.test(cell) ? HOURS_IN_HEADER.test(label ?? '') : /^\d+[.,]\d+$/.test(cell);
  return isHours ? Math.round(Number(cell.replace(',', '.')) * 60) : minutes;
}

/** The all-day flag; null when the row does not say. */
export function readAllDay(row: RowCells): boolean | null {
  const cell = row.get('allDay');
  if (cell === '') return null;
  const flag = readFlag(cell);
  if (flag === null) {
    row.warn(
      row.columns.label('allDay'),
      'unreadable_flag',
      `${quoteCell(cell)} is neither yes nor no, so it was left out. Write TRUE or FALSE.`,
    );
  }
  return flag;
}

/** `JBT 7pm`: a venue and a time in one cell. */
const FUSED =
  /^(.*[^\s,;@–-])[\s,;@–-]+(\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?|\d{1,2}[:h]\d{2}|\d{1,2}(?:[.:]\d{2})?\s?Uhr)$/i;

/** Splits a time off the end of a venue; null when there is none. */
export function splitVenueTime(venue: string): { venue: string; start: number } | null {
  const match = FUSED.exec(venue);
  const time = match === null ? null : readTimeCell(match[2] ?? '');
  return match === null || time?.kind !== 'time' ? null : { venue: match[1] ?? '', start: time.start };
}

export function warnNote(row: RowCells, label: string | null, note: string): void {
  row.warn(
    label,
    'note_left_out',
    `The words ${quoteCell(note)} beside the time were left out. Put them into the description if visitors need them.`,
  );
}
