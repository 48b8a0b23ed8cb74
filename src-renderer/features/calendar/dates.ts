import { daysInMonth, fromWallMs, localToWallMs } from '#shared/calendar/dates/arithmetic.ts';
import { addDays } from '#shared/time/days.ts';

/** Pure arithmetic of a calendar: dates are YYYY-MM-DD, times YYYY-MM-DDTHH:MM on the draft's own clock. */

const MINUTE_MS = 60_000;

/** The weekday of a date, 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** The first date of the week that a date lies in; `firstDay` is 1 Monday … 7 Sunday. */
export function startOfWeek(date: string, firstDay: number): string {
  return addDays(date, -((weekdayOf(date) - firstDay + 7) % 7));
}

/** The same day so many months later, or the last one that the month has. */
export function addMonths(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The weeks that a month touches, each as its seven dates. */
export function weeksOfMonth(date: string, firstDay: number): string[][] {
  const first = `${date.slice(0, 7)}-01`;
  const next = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let start = startOfWeek(first, firstDay); start < next; start = addDays(start, 7)) weeks.push(weekFrom(start));
  return weeks;
}

/** Seven dates from this one on. */
export function weekFrom(start: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(start, days));
}

/** The date of a local date-time. */
export function dateOf(local: string): string {
  return local.slice(0, 10);
}

/** Minutes from midnight to the time of a local date-time. */
export function minutesOf(local: string): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

/** A local date-time of a date and minutes from its midnight, which may run into other days. */
export function localOf(date: string, minutes: number): string {
  return fromWallMs(Date.parse(date) + minutes * MINUTE_MS);
}

/** A local date-time moved by minutes of the wall clock. */
export function addMinutes(local: string, minutes: number): string {
  return fromWallMs(localToWallMs(local) + minutes * MINUTE_MS);
}

/** Minutes of the wall clock between two local date-times. */
export function minutesBetween(from: string, to: string): number {
  return (localToWallMs(to) - localToWallMs(from)) / MINUTE_MS;
}

/** Today, on this computer's clock. */
export function todayOf(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
