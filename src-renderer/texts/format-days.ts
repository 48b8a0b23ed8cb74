import { locale } from './format.ts';

/** Days, weeks and months of a calendar in the document's locale. Dates are YYYY-MM-DD, without a zone. */

const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const long = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const short = utc({ weekday: 'short', day: 'numeric', month: 'short' });
const month = utc({ month: 'long', year: 'numeric' });
const weekday = utc({ weekday: 'short' });
const dayOfMonth = utc({ day: 'numeric' });
const dayAndMonth = utc({ day: 'numeric', month: 'short' });
const range = utc({ day: 'numeric', month: 'short', year: 'numeric' });
const hour = utc({ hour: 'numeric' });
const time = utc({ hour: 'numeric', minute: '2-digit' });
const countsToTwelve = hour.resolvedOptions().hour12 === true;

/** “Friday, March 12, 2027”. */
export const formatDay = (date: string): string => long.format(Date.parse(date));

/** “Fri, Mar 12”. */
export const formatDayShort = (date: string): string => short.format(Date.parse(date));

/** “March 2027”. */
export const formatMonth = (date: string): string => month.format(Date.parse(date));

/** “Fri”. */
export const formatWeekday = (date: string): string => weekday.format(Date.parse(date));

/** “12”, and “Apr 1” on the first of a month, so that the eye finds where it begins. */
export function formatDayNumber(date: string): string {
  return (date.endsWith('-01') ? dayAndMonth : dayOfMonth).format(Date.parse(date));
}

/** “12”. */
export const formatDayOfMonth = (date: string): string => dayOfMonth.format(Date.parse(date));

/** “Mar 12, 2027”. */
export const formatDate = (date: string): string => range.format(Date.parse(date));

/** “Mar 15 – 21, 2027”. */
export function formatDayRange(from: string, to: string): string {
  return range.formatRange(Date.parse(from), Date.parse(to));
}

/** The time of a local date-time, as short as the locale allows: “8 PM”, “8:30 PM”, “20:00”. */
export function formatTimeShort(local: string): string {
  const isFull = local.slice(14, 16) === '00';
  return (countsToTwelve && isFull ? hour : time).format(Date.parse(`${local}:00Z`));
}

/** The label of an hour beside a day, 0 to 23. */
export function formatHour(hourOfDay: number): string {
  return (countsToTwelve ? hour : time).format(hourOfDay * 3_600_000);
}

type WeekInfo = { firstDay: number; weekend: number[] };

/** Which weekday a week begins with (1 Monday … 7 Sunday) and which days are the weekend, where the locale is spoken. */
export function weekInfoOf(tag: string): WeekInfo {
  const asked = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  return asked.getWeekInfo?.() ?? asked.weekInfo ?? { firstDay: 1, weekend: [6, 7] };
}

export const weekInfo = weekInfoOf(locale);
