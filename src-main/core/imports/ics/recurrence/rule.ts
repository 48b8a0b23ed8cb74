import type { ContentLine } from '../text/content-line.ts';
import { type IcsTime, readIcsTime } from '../times/ics-time.ts';

export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY';

/** A weekday, 1 = Monday … 7 = Sunday; `nth` 0 means each of them, -1 the last of the month or year. */
export type NthWeekday = { weekday: number; nth: number };

/** A recurrence rule (RFC 5545 §3.3.10) to the minute: seconds are not kept. Empty lists are absent parts. */
export type Rule = {
  frequency: Frequency;
  interval: number;
  count: number | null;
  until: IcsTime | null;
  byMonth: number[];
  byWeekNo: number[];
  byYearDay: number[];
  byMonthDay: number[];
  byDay: NthWeekday[];
  byHour: number[];
  byMinute: number[];
  bySetPos: number[];
  weekStart: number;
};

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES = new Set<string>(['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY']);
const LARGEST = { interval: 100_000, count: 1_000_000_000 };
const KNOWN = new Set(
  'FREQ INTERVAL COUNT UNTIL BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS WKST RSCALE SKIP'.split(
    ' ',
  ),
);

/**
 * Reads a rule. Null when any of it cannot be followed: half a rule would give dates that the calendar never had.
 * So are rules that repeat each second, and those of other calendar systems (RFC 7529).
 */
export function readRule(line: ContentLine): Rule | null {
  const parts = new Map<string, string>();
  for (const part of line.value.split(';')) {
    const [key = '', ...rest] = part.split('=');
    const name = key.trim().toUpperCase();
    if (name === '' && rest.length === 0) continue;
    if (name.startsWith('X-')) continue;
    if (!KNOWN.has(name) || rest.length === 0) return null;
    parts.set(name, rest.join('=').trim().toUpperCase());
  }
  const frequency = parts.get('FREQ') ?? '';
  if (!FREQUENCIES.has(frequency)) return null;
  if ((parts.get('RSCALE') ?? 'GREGORIAN') !== 'GREGORIAN') return null;
  const until = parts.has('UNTIL') ? readIcsTime(parts.get('UNTIL') ?? '', line, true) : null;
  const numbers = (name: string, least: number, most: number, negative = false) =>
    readNumbers(parts.get(name), least, most, negative);
  const lists = {
    byMonth: numbers('BYMONTH', 1, 12),
    byWeekNo: numbers('BYWEEKNO', 1, 53, true),
    byYearDay: numbers('BYYEARDAY', 1, 366, true),
    byMonthDay: numbers('BYMONTHDAY', 1, 31, true),
    byHour: numbers('BYHOUR', 0, 23),
    byMinute: numbers('BYMINUTE', 0, 59),
    bySetPos: numbers('BYSETPOS', 1, 366, true),
  };
  const interval = readNumbers(parts.get('INTERVAL') ?? '1', 1, LARGEST.interval, false)?.[0];
  const count = parts.has('COUNT') ? readNumbers(parts.get('COUNT'), 1, LARGEST.count, false)?.[0] : null;
  const byDay = readWeekdays(parts.get('BYDAY'));
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO') + 1;
  if (parts.has('UNTIL') && until === null) return null;
  if (interval === undefined || count === undefined || byDay === null || weekStart === 0) return null;
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byHour, byMinute, bySetPos } = lists;
  if (!byMonth || !byWeekNo || !byYearDay || !byMonthDay || !byHour || !byMinute || !bySetPos) return null;
  const read = { byMonth, byWeekNo, byYearDay, byMonthDay, byHour, byMinute, bySetPos };
  return { frequency: frequency as Frequency, interval, count, until, ...read, byDay, weekStart };
}

/** A list of whole numbers within the limits; [] when the part is absent, null when one of them is not. */
function readNumbers(text: string | undefined, least: number, most: number, negative: boolean): number[] | null {
  if (text === undefined) return [];
  const numbers = text.split(',').map((item) => (/^[+-]?\d{1,10}$/.test(item.trim()) ? Number(item) : Number.NaN));
  const isFine = (value: number) => {
    const size = negative ? Math.abs(value) : value;
    return size >= least && size <= most;
  };
  return numbers.every(isFine) ? [...new Set(numbers)].sort((a, b) => a - b) : null;
}

function readWeekdays(text: string | undefined): NthWeekday[] | null {
  if (text === undefined) return [];
  const found: NthWeekday[] = [];
  for (const item of text.split(',')) {
    const match = /^([+-]?\d{1,2})?\s*(MO|TU|WE|TH|FR|SA|SU)$/.exec(item.trim());
    if (match === null || Math.abs(Number(match[1] ?? 0)) > 53) return null;
    found.push({ weekday: WEEKDAYS.indexOf(match[2] ?? '') + 1, nth: Number(match[1] ?? 0) });
  }
  return found;
}
