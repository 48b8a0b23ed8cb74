import { clockStateAt, localOfInstant } from '../../time/clock-changes.ts';
import { describeZonedProblem, resolveLocal } from '../../time/zoned.ts';
import { isDayEdge } from '../columns/only-midnights.ts';
import { type CalendarDate, compareDates, fromWallMs, localToWallMs, toLocal, wallMs } from '../dates/arithmetic.ts';
import { type EndClock, readDurationCell, readEndClock, readEndTimeText } from './clock-cells.ts';
import type { WhenContext } from './occasions.ts';
import type { RowCells } from './row-cells.ts';
import { type SettledDate, settle } from './settle-date.ts';

/** A point on the wall clock; `epochMs` only when the file gave an instant. */
export type Moment = { local: string; fold: 'earlier' | 'later'; epochMs: number | null };

export type EndQuestion = {
  context: WhenContext;
  date: SettledDate;
  start: Moment;
  allDay: boolean;
  timeZone: string;
  /** The end of a range in the time cell, `18 - 22 Uhr`. */
  clockEnd: number | null;
  /** The end that the end's cell lists for this one of several slots: then that cell is read already. */
  slotEnd: number | null;
};

const LAST_MINUTE = 1_439;
const MINUTE_MS = 60_000;
const LONG_NIGHT_MS = 12 * 60 * MINUTE_MS;

/** The local end, null when it is open, `error` when the row contradicts itself. */
export function readEnd(row: RowCells, question: EndQuestion): string | null | 'error' {
  const { date, start, allDay, context } = question;
  if (question.slotEnd !== null && !allDay) return clockEnd(row, question, null, date.start, question.slotEnd);
  const cell = readEndCell(row, question);
  if (cell === 'error') return 'error';
  const endDate = cell.date?.start ?? date.end;
  const startDate = start.epochMs === null ? date.start : dateOf(start.local);
  if (endDate !== null && cell.epochMs === null && compareDates(endDate, startDate) < 0)
    return endBeforeStart(row, toLocal(endDate, 0), start.local);

  if (allDay) return endDate !== null && compareDates(endDate, date.start) > 0 ? toLocal(endDate, LAST_MINUTE) : null;
  if (cell.epochMs !== null) return instantEnd(row, question, cell.epochMs);

  const written = cell.date?.startTime ?? null;
  const dateTime = context.endIsDateOnly && written !== null && isDayEdge(written) ? null : written;
  const rangeEnd = question.clockEnd ?? (cell.date === null ? endOfRange(question) : null);
  const minutes = cell.minutes ?? readEndClock(row) ?? dateTime ?? rangeEnd;
  if (minutes === 'open') return null;
  if (minutes !== null) return clockEnd(row, question, endDate, startDate, minutes);

  const duration = readDurationCell(row);
  if (duration !== null) return checked(row, fromWallMs(localToWallMs(start.local) + duration * MINUTE_MS), question);
  if (endDate === null || compareDates(endDate, startDate) === 0) return null;
  const label = row.columns.label('end', 'endDate', 'start', 'startDate');
  row.warn(
    label,
    'no_end_time',
    `The last day has no end time; 23:59 was taken. Add the time if the event ends earlier.`,
  );
  return toLocal(endDate, LAST_MINUTE);
}

/** The end that stands in the date’s cell; where the start is an instant, as many minutes later in the row’s zone. */
function endOfRange({ date, start }: EndQuestion): number | null {
  if (date.endTime === null || start.epochMs === null || date.startTime === null || date.end !== null)
    return date.endTime;
  const [hour = 0, minute = 0] = start.local.slice(11).split(':').map(Number);
  return (date.endTime - date.startTime + hour * 60 + minute + 1_440) % 1_440;
}

type EndCell = { date: SettledDate | null; minutes: EndClock; epochMs: number | null };

/** The end's own cell: a date, a date and time, an instant, or only a time. */
function readEndCell(row: RowCells, { context, date }: EndQuestion): EndCell | 'error' {
  const nothing: EndCell = { date: null, minutes: null, epochMs: null };
  const cell = row.get('end', 'endDate');
  if (cell === '') return nothing;
  const label = row.columns.label('end', 'endDate');
  const read = context.readDate(cell);
  if (read.kind !== 'date') return { ...nothing, minutes: readEndTimeText(row, label, cell) };
  const settled = settle(row, label, cell, read, {
    ...context,
    fileYear: { first: date.start.year, isSeason: false },
  });
  if (settled === null) return 'error';
  const { offsetMinutes, startTime, start } = settled;
  const epochMs = offsetMinutes === null || startTime === null ? null : wallMs(start, startTime - offsetMinutes);
  return { date: settled, minutes: null, epochMs };
}

/** An end that is not later on the same date is after midnight. */
function clockEnd(
  row: RowCells,
  question: EndQuestion,
  endDate: CalendarDate | null,
  startDate: CalendarDate,
  minutes: number,
): string | null | 'error' {
  const { start } = question;
  const startMs = localToWallMs(start.local);
  let endMs = wallMs(endDate ?? startDate, minutes);
  const isSameDay = endDate === null || compareDates(endDate, startDate) === 0;
  if (isSameDay && endMs < startMs) {
    endMs += 1_440 * MINUTE_MS;
    if (endMs - startMs >= LONG_NIGHT_MS) {
      const hours = Math.round((endMs - startMs) / 3_600_000);
      row.warn(
        row.columns.label('endTime', 'end', 'startTime', 'start'),
        'long_past_midnight',
        `The end is before the start, so it was read as after midnight: ${hours} hours. Check am and pm if that is too long.`,
      );
    }
  }
  if (endMs < startMs) return endBeforeStart(row, fromWallMs(endMs), start.local);
  return checked(row, fromWallMs(endMs), question);
}

function instantEnd(row: RowCells, { start, timeZone }: EndQuestion, epochMs: number): string | null | 'error' {
  const end = localOfInstant(epochMs, timeZone);
  if (end === null) return null;
  const isBefore = start.epochMs === null ? end.local < start.local : epochMs < start.epochMs;
  return isBefore ? endBeforeStart(row, end.local, start.local) : end.local;
}

function checked(row: RowCells, local: string, { timeZone }: EndQuestion): string | null | 'error' {
  if (clockStateAt(localToWallMs(local), timeZone) !== 'gap') return local;
  const resolved = resolveLocal(local, timeZone);
  if (resolved.ok) return local;
  row.error(
    row.columns.label('endTime', 'end', 'startTime', 'start'),
    'dst_gap',
    `${describeZonedProblem(resolved.problem)} Correct the end.`,
  );
  return 'error';
}

function endBeforeStart(row: RowCells, end: string, start: string): 'error' {
  const label = row.columns.label('end', 'endDate', 'endTime', 'start', 'startDate');
  row.error(
    label,
    'end_before_start',
    `The end (${end.replace('T', ' ')}) is before the start (${start.replace('T', ' ')}). Correct one of the two.`,
  );
  return 'error';
}

function dateOf(local: string): CalendarDate {
  return { year: Number(local.slice(0, 4)), month: Number(local.slice(5, 7)), day: Number(local.slice(8, 10)) };
}
