import { type CalendarDate, isPlausibleYear, isRealDate } from '../dates/arithmetic.ts';
import type { DateReading, NamedDate, SingleDate } from '../dates/date-reading.ts';
import { readWeekdayCell } from '../dates/weekday-names.ts';
import { type FileYear, yearOf } from '../headers/preamble-year.ts';
import { quoteCell } from '../text/fold.ts';
import { describeDateProblem } from './date-messages.ts';
import type { RowCells } from './row-cells.ts';
import { noteSection } from './section-day.ts';

type ReadDate = SingleDate;

/** A date cell with its year settled: `start` and `end` exist in the calendar. */
export type SettledDate = Omit<ReadDate, 'start' | 'end'> & {
  start: CalendarDate;
  end: CalendarDate | null;
  startWeekdays: readonly number[] | null;
  endWeekdays: readonly number[] | null;
  text: string;
  /** The venue that was in the date's cell. */
  venue?: string;
};

export type DateContext = { readDate: (cell: string) => DateReading; fileYear: FileYear | null };

/** Settles every date of a cell; null with an error when one of them is none. */
export function settleAll(
  row: RowCells,
  label: string | null,
  cell: string,
  read: DateReading,
  context: DateContext,
): SettledDate[] | null {
  const settled: SettledDate[] = [];
  for (const each of read.kind === 'several' ? read.dates : [read]) {
    const date = settle(row, label, cell, each, context);
    if (date === null) return null;
    settled.push(date);
  }
  return settled;
}

/** Settles years, and refuses what is no date. `cell` is what the messages quote. */
export function settle(
  row: RowCells,
  label: string | null,
  cell: string,
  read: DateReading,
  context: DateContext,
): SettledDate | null {
  if (read.kind !== 'date') {
    const code = read.kind === 'several' ? 'several_dates' : read.code;
    row.error(label, code, describeDateProblem(code, cell));
    return null;
  }
  const year = read.start.year ?? yearElsewhere(row, read.start, context);
  if (year === null) {
    row.error(
      label,
      'no_year',
      `${quoteCell(cell)} has no year. Write the date with its year, for example 2027-03-14, or choose one year for the whole file.`,
    );
    return null;
  }
  const start = { year: commonYear(row, label, year), month: read.start.month, day: read.start.day };
  const lastDay =
    read.end === null || read.end.year === null
      ? read.end
      : { ...read.end, year: commonYear(row, label, read.end.year) };
  const end = lastDay === null ? null : endAfter(start, lastDay);
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

const BUDDHIST_ERA = 543;

const BUDDHIST_YEARS = { first: 2_400, last: 2_699 };

/** Thai calendars count 543 years more; no other calendar has such years. */
function commonYear(row: RowCells, label: string | null, year: number): number {
  if (year < BUDDHIST_YEARS.first || year > BUDDHIST_YEARS.last) return year;
  if (!row.issues.some(({ code }) => code === 'buddhist_year'))
    row.warn(
      label,
      'buddhist_year',
      `The year ${year} was read as ${year - BUDDHIST_ERA}: it counts from the Buddha. Correct the year if that is wrong.`,
    );
  return year - BUDDHIST_ERA;
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

/** From the year's own column, else a heading (of this month, if it names one), else the title of the file. */
function yearElsewhere(row: RowCells, date: NamedDate, { fileYear }: DateContext): number | null {
  const { month } = date;
  const cell = row.get('year');
  if (/^\d{4}$/.test(cell)) return Number(cell);
  const { section } = row;
  if (section === null || section.year === null || (section.month !== null && section.month !== month))
    return yearOf(fileYear, withWeekday(row, date));
  if (!row.issues.some((issue) => issue.code === 'from_heading')) noteSection(row, 'year');
  return section.year;
}

/** The date with the weekday of its own column, when its cell names none. */
function withWeekday(row: RowCells, date: NamedDate): NamedDate {
  return date.weekdays === null ? { ...date, weekdays: readWeekdayCell(row.get('weekday')) } : date;
}
