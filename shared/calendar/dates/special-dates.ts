import { isPlausibleYear, weekdayOf } from './arithmetic.ts';
import type { DateReading } from './date-reading.ts';

/** First year of an era, by its name, or the initial of today’s: R9 is 2027, 民國116 too. */
const ERA_STARTS: Record<string, number> = {
  令和: 2019,
  R: 2019,
  平成: 1989,
  昭和: 1926,
  民國: 1912,
  民国: 1912,
};

const BEGINS_SPECIAL = /^[\dR令平昭民]/;
const ISO_WEEK = /^(\d{4})-?W(\d{2})-?([1-7])$/i;
const ORDINAL = /^(\d{4})-(\d{3})$/;
const ERA =
  /^(令和|平成|昭和|民國|民国|R)\.?(\d{1,3})(?:年|([./-]))(\d{1,2})(?:月|\3)(\d{1,2})日?(?:\s*[(（](\S)[)）])?$/;
const UNIX_SECONDS = /^\d{10}$/;
const UNIX_MS = /^\d{13}$/;
const DAY_MS = 86_400_000;

/**
 * Shapes of dates that few calendars write: ISO weeks (`2027-W10-5`) and days of the year (`2027-071`, both ISO 8601),
 * Japanese and Taiwanese eras (`R9.3.15`, `民國116年3月15日`), and Unix times in seconds or milliseconds, which are
 * instants. Null for every other cell.
 */
export function readSpecialDate(cell: string): DateReading | null {
  if (!BEGINS_SPECIAL.test(cell)) return null;
  const week = ISO_WEEK.exec(cell);
  if (week !== null) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3]));
  const ordinal = ORDINAL.exec(cell);
  if (ordinal !== null) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  const era = ERA.exec(cell);
  if (era !== null) {
    const first = ERA_STARTS[era[1] ?? ''] ?? 0;
    return dated(first + Number(era[2]) - 1, Number(era[4]), Number(era[5]));
  }
  if (UNIX_SECONDS.test(cell)) return instant(Number(cell) * 1_000);
  return UNIX_MS.test(cell) ? instant(Number(cell)) : null;
}

/** ISO 8601: week 1 is the one with 4 January in it. */
function dayOfWeek(year: number, week: number, weekday: number): DateReading | null {
  if (!isPlausibleYear(year) || week < 1 || week > 53) return null;
  const fourth = { year, month: 1, day: 4 };
  return ofUtcDay(Date.UTC(year, 0, 4) + ((week - 1) * 7 + weekday - weekdayOf(fourth)) * DAY_MS);
}

function dayOfYear(year: number, day: number): DateReading | null {
  const ms = Date.UTC(year, 0, day);
  return isPlausibleYear(year) && day >= 1 && new Date(ms).getUTCFullYear() === year ? ofUtcDay(ms) : null;
}

function ofUtcDay(ms: number): DateReading {
  const date = new Date(ms);
  return dated(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Only instants of 1990 to 2099, so that few other numbers of ten digits are one. */
function instant(ms: number): DateReading | null {
  if (ms < Date.UTC(1990, 0) || ms >= Date.UTC(2100, 0)) return null;
  const date = new Date(ms);
  const startTime = date.getUTCHours() * 60 + date.getUTCMinutes();
  return dated(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), startTime, 0);
}

function dated(
  year: number,
  month: number,
  day: number,
  startTime: number | null = null,
  offsetMinutes: number | null = null,
): DateReading {
  const start = { year, month, day, weekdays: null };
  return { kind: 'date', start, startTime, end: null, endTime: null, offsetMinutes, note: null };
}
