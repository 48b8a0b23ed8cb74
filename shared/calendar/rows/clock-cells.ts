import { quoteCell } from '../text/fold.ts';
import { readDuration } from '../times/duration.ts';
import { readTimeCell } from '../times/time-cell.ts';
import { clockText } from './clock-parts.ts';
import { describeTimeProblem } from './date-messages.ts';
import { readFlag } from './flags.ts';
import type { RowCells } from './row-cells.ts';

/** The slots of a row: one without times when the row names none, or several that are an event each. */
export type StartClock = { slots: { start: number | null; end: number | null }[]; allDay: boolean };

const NO_CLOCK = { start: null, end: null };

/** The start-time cell. Null with an error when it holds something that is no time. */
export function readStartClock(row: RowCells): StartClock | null {
  const cell = clockText(row, 'startTime', 'startPart');
  if (cell === '') return { slots: [NO_CLOCK], allDay: false };
  const label = row.columns.label('startTime', 'startPart');
  const time = readTimeCell(cell);
  switch (time.kind) {
    case 'time':
      if (time.note !== null) warnNote(row, label, time.note);
      if (time.lostEnd !== undefined) warnLostEnd(row, label, time.lostEnd);
      return { slots: [{ start: time.start, end: time.end }], allDay: false };
    case 'slots':
      return { slots: time.slots, allDay: false };
    case 'allDay':
      return { slots: [NO_CLOCK], allDay: true };
    case 'unknown':
      row.warn(
        label,
        'time_unknown',
        `${quoteCell(cell)} says that the time is not known yet, so only the date was taken. Add the time when it is known.`,
      );
      return { slots: [NO_CLOCK], allDay: true };
    case 'unreadable':
      row.error(label, time.code, describeTimeProblem(time.code, cell));
      return null;
  }
}

/** The end times of as many slots, where the end's cell lists them too; else null. */
export function readEndSlots(row: RowCells, count: number): number[] | null {
  const time = readTimeCell(clockText(row, 'endTime', 'endPart') || row.get('end', 'endDate'));
  return time.kind === 'slots' && time.slots.length === count ? time.slots.map((slot) => slot.end ?? slot.start) : null;
}

function warnLostEnd(row: RowCells, label: string | null, cell: string): void {
  row.warn(
    label,
    'unreadable_end',
    `${quoteCell(cell)} could not be read as the end, so the end was left open. Write it like 22:30.`,
  );
}

/** Minutes, null when the cell says nothing, `open` when it is unreadable: that costs only the end, with a warning. */
export type EndClock = number | null | 'open';

/** The end-time cell. */
export function readEndClock(row: RowCells): EndClock {
  const cell = clockText(row, 'endTime', 'endPart');
  return cell === '' ? null : readEndTimeText(row, row.columns.label('endTime', 'endPart'), cell);
}

/** A time in an end column. */
export function readEndTimeText(row: RowCells, label: string | null, cell: string): EndClock {
  const time = readTimeCell(cell);
  if (time.kind === 'time') return time.end ?? time.start;
  if (time.kind === 'allDay' || time.kind === 'unknown') return null;
  warnLostEnd(row, label, cell);
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

export function warnNote(row: RowCells, label: string | null, note: string): void {
  row.warn(
    label,
    'note_left_out',
    `The words ${quoteCell(note)} beside the time were left out. Put them into the description if visitors need them.`,
  );
}
