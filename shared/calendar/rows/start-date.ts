import { type CalendarDate, isPlausibleYear, isRealDate } from '../dates/arithmetic.ts';
import type { DateReading, NamedDate } from '../dates/date-reading.ts';
import { monthOf } from '../dates/month-names.ts';
import { foldText, quoteCell } from '../text/fold.ts';
import { describeDateProblem } from './date-messages.ts';
import type { RowCells } from './row-cells.ts';

type ReadDate = Extract<DateReading, { kind: 'date' }>;

/** A date cell with its year settled: `start` and `end` exist in the calendar. */
export type SettledDate = Omit<ReadDate, 'start' | 'end'> & {
  start: CalendarDate;
  end: CalendarDate | null;
  startWeekdays: readonly number[] | null;
  endWeekdays: readonly number[] | null;
  text: string;
};

export type DateContext = { readDate: (cell: string) => DateReading; fileYear: number | null };

/** The start date of a row, or null with an error that says what was read. */
export function readStartDate(row: RowCells, context: DateContext): SettledDate | null {
  const label = row.columns.label('start', 'startDate', 'day', 'month');
  const cell = row.get('start', 'startDate');
  if (cell === '') {
    const parts = readParts(row);
    if (parts !== null) return settle(row, label, partsText(row), reading(parts), context);
    const half = row.get('month', 'day');
    row.error(
      label,
      'no_date',
      half === ''
        ? 'This row has no date. Add one; if the row continues the one above, repeat the date here.'
        : `${quoteCell(half)} alone is no date. Fill in day, month and year.`,
    );
    return null;
  }
  return settle(row, label, cell, context.readDate(cell), context);
}

/** Settles years, and refuses what is no date. `cell` is what the messages quote. */
export function settle(
  row: RowCells,
  label: string | null,
  cell: string,
  read: DateReading,
  context: DateContext,
): SettledDate | null {
  if (read.kind === 'unreadable') {
    row.error(label, read.code, describeDateProblem(read.code, cell));
    return null;
  }
  const year = read.start.year ?? yearElsewhere(row, context);
  if (year === null) {
    row.error(
      label,
      'no_year',
      `${quoteCell(cell)} has no year. Write the date with its year, for example 2027-03-14.`,
    );
    return null;
  }
  const start = { year, month: read.start.month, day: read.start.day };
  const end = read.end === null ? null : endAfter(start, read.end);
  const impossible = [start, end].find((date) => date !== null && !isRealDate(date));
  if (impossible !== undefined) {
    row.error(label, 'impossible_date', describeImpossible(impossible, cell));
    return null;
  }
  return {
    ...read,
    start,
    end,
    startWeekdays: read.start.weekdays,
    endWeekdays: read.end?.weekdays ?? null,
    text: cell,
  };
}

function describeImpossible(date: CalendarDate | null, cell: string): string {
  const read = quoteCell(cell);
  if (date !== null && (date.month < 1 || date.month > 12)) {
    return `${read} has no such month (${date.month}) in the date order of this file. Correct it, or choose another date order.`;
  }
  if (date !== null && !isPlausibleYear(date.year)) return `${read} is in the year ${date.year}. Correct the year.`;
  return `${read} is a day that the calendar does not have. Correct the date.`;
}

/** An end without a year is in the start's year, or in the next when the range runs over New Year. */
function endAfter(start: CalendarDate, end: NamedDate): CalendarDate {
  if (end.year !== null) return { year: end.year, month: end.month, day: end.day };
  const isNextYear = end.month < start.month || (end.month === start.month && end.day < start.day);
  return { year: isNextYear ? start.year + 1 : start.year, month: end.month, day: end.day };
}

function yearElsewhere(row: RowCells, { fileYear }: DateContext): number | null {
  const cell = row.get('year');
  return /^\d{4}$/.test(cell) ? Number(cell) : fileYear;
}

/** Day and month in columns of their own. */
function readParts(row: RowCells): NamedDate | null {
  const day = row.get('day').replace(/\.$/, '');
  const monthCell = row.get('month');
  if (!/^\d{1,2}$/.test(day) || monthCell === '') return null;
  const month = /^\d{1,2}$/.test(monthCell) ? Number(monthCell) : monthOf(foldText(monthCell).replace('.', ''));
  return month === null ? null : { year: null, month, day: Number(day), weekdays: null };
}

function partsText(row: RowCells): string {
  return [row.get('day'), row.get('month'), row.get('year')].filter((part) => part !== '').join(' ');
}

function reading(start: NamedDate): DateReading {
  return { kind: 'date', start, startTime: null, end: null, endTime: null, offsetMinutes: null, note: null };
}
