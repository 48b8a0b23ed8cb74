import { type CalendarDate, compareDates } from './arithmetic.ts';
import type { WrittenDate } from './date-moment.ts';

/** A date that a cell names. The year may be missing: only the rest of the file can supply it. */
export type NamedDate = { year: number | null; month: number; day: number; weekdays: readonly number[] | null };

/** One date, or one range of dates. */
export type SingleDate = Extract<DateReading, { kind: 'date' }>;

export type DateReading =
  | {
      kind: 'date';
      start: NamedDate;
      /** Minutes since midnight. */
      startTime: number | null;
      end: NamedDate | null;
      endTime: number | null;
      /** Minutes east of UTC: then the start is an instant, not a wall clock. */
      offsetMinutes: number | null;
      /** Words in brackets that were left out. */
      note: string | null;
    }
  /** A plain list, in order: each date, or each time of one date, is an event. */
  | { kind: 'several'; dates: SingleDate[] }
  | { kind: 'unreadable'; code: DateProblem };

export type DateProblem =
  | 'several_dates'
  | 'open_start'
  | 'month_only'
  | 'contradictory_time'
  | 'several_times'
  | 'date_unknown'
  | 'unreadable_date';

export function unreadable(code: DateProblem): DateReading {
  return { kind: 'unreadable', code };
}

/** Puts what was read of one cell together, and fills what one end of a range leaves to the other. */
export function assemble(
  first: WrittenDate,
  second: WrittenDate | null,
  startTime: number | null,
  endTime: number | null,
  offsetMinutes: number | null,
): DateReading {
  const end = second === null ? null : named(second, first);
  const start = named(first, second);
  if (start === null || (second !== null && end === null)) return unreadable('month_only');
  if (end !== null) fillYears(start, end);
  return { kind: 'date', start, startTime, end, endTime, offsetMinutes, note: null };
}

/** A missing month comes from the partner: `15 al 16 marzo`. */
function named(date: WrittenDate, partner: WrittenDate | null): NamedDate | null {
  const month = date.month ?? (date.day === null ? null : (partner?.month ?? null));
  if (month === null || date.day === null) return null;
  return { year: date.year, month, day: date.day, weekdays: date.weekdays };
}

/** One year for both ends, unless the range runs over New Year: `28 Dec – 2 Jan 2028`. */
function fillYears(start: NamedDate, end: NamedDate): void {
  const isOverNewYear = compareDates(asDate(start), asDate(end)) > 0;
  if (start.year === null && end.year !== null) start.year = isOverNewYear ? end.year - 1 : end.year;
  else if (end.year === null && start.year !== null) end.year = isOverNewYear ? start.year + 1 : start.year;
}

function asDate({ month, day }: NamedDate): CalendarDate {
  return { year: 0, month, day };
}
