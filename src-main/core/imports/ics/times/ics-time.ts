import { type CalendarDate, daysInMonth, isRealDate, wallMs } from '#shared/calendar/dates/arithmetic.ts';
import { type ContentLine, parameter } from '../text/content-line.ts';

/**
 * A DATE or DATE-TIME (RFC 5545 §3.3.4, §3.3.5). `ms` counts a date or a wall clock as if it were UTC, and is an
 * instant when the form is `utc`. Seconds are dropped: drafts are exact to the minute.
 */
export type IcsTime = {
  form: 'date' | 'local' | 'utc';
  ms: number;
  /** The zone's name as the file has it, or null. */
  tzid: string | null;
};

const BASIC =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const MINUTE_MS = 60_000;

/**
 * Reads one date or date-time, also as ISO 8601 writes it (`2027-06-01 20:00`), with an offset, or without seconds.
 * Null when it is none, or no day that the calendar has between 1900 and 2199.
 *
 * @param anyYear for the rules of zones, which begin in 1601
 */
export function readIcsTime(text: string, line: ContentLine, anyYear = false): IcsTime | null {
  const match = BASIC.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, offset] = match;
  const date: CalendarDate = { year: Number(year), month: Number(month), day: Number(day) };
  // Any leap year has the days of any other, and any other year those of 2001.
  const isLeap = daysInMonth(date.year, 2) === 29;
  if (!isRealDate(anyYear ? { ...date, year: isLeap ? 2_000 : 2_001 } : date)) return null;
  const tzid = parameter(line, 'TZID') || null;
  const isDate = hour === undefined || parameter(line, 'VALUE').toUpperCase() === 'DATE';
  if (isDate) return { form: 'date', ms: wallMs(date, 0), tzid };
  const minutes = Number(hour) * 60 + Number(minute);
  if (minutes > 1_440 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const ms = wallMs(date, minutes);
  if (offset === undefined) return { form: 'local', ms, tzid };
  return { form: 'utc', ms: ms - offsetMinutes(offset) * MINUTE_MS, tzid };
}

/** Minutes east of UTC of `Z`, `+0200` or `-03:30`. */
export function offsetMinutes(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})/.exec(text.trim());
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
