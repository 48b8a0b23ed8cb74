/** Arithmetic of the Gregorian calendar on plain numbers: a hundred thousand rows need no objects for it. */

export type CalendarDate = { year: number; month: number; day: number };

const MINUTES_PER_DAY = 1_440;
const MS_PER_MINUTE = 60_000;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const FIRST_YEAR = 1_900;
const LAST_YEAR = 2_199;

/** True for a year that a calendar of events can mean. Everything that follows may rely on four digits. */
export function isPlausibleYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** True for a day that the calendar has, in a plausible year. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  return isPlausibleYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Milliseconds as if the wall clock were UTC: only for comparing and adding, never an instant by itself. */
export function wallMs(date: CalendarDate, minutes: number): number {
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  const base = new Date(0);
  base.setUTCFullYear(date.year, date.month - 1, date.day);
  return base.getTime() + minutes * MS_PER_MINUTE;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  const sundayFirst = new Date(wallMs(date, 0)).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

/** `2027-05-03T20:00`: minutes past 24:00 run into the next days. */
export function toLocal(date: CalendarDate, minutes: number): string {
  if (minutes >= 0 && minutes < MINUTES_PER_DAY) {
    return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}T${toClock(minutes)}`;
  }
  return fromWallMs(wallMs(date, minutes));
}

/** The local date-time of a wall-clock count made by `wallMs`; seconds are dropped. */
export function fromWallMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

export function localToWallMs(local: string): number {
  return Date.parse(`${local}:00Z`);
}

/** True when the text of `fromWallMs` would have four digits for the year. */
export function isWritable(ms: number): boolean {
  return ms >= -62_135_596_800_000 && ms < 253_402_300_800_000;
}

/** `20:05` of minutes since midnight. */
export function toClock(minutes: number): string {
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** Two-digit years: 00–69 are this century, 70–99 the last, as spreadsheets and POSIX read them. */
export function fullYear(value: number, digits: number): number {
  if (digits > 2) return value;
  return value < 70 ? 2_000 + value : 1_900 + value;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
