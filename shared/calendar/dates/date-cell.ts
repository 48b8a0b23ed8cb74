import type { DateOrder } from '../types.ts';
import { readClockRange } from '../times/clock-range.ts';
import { fromWords, listMarks, rangeWords, timeFiller, untilWords } from '../text/filler-words.ts';
import { Cursor, tokenise } from '../text/lexer.ts';
import { type CalendarDate, compareDates } from './arithmetic.ts';
import { explainUnreadable } from './date-problems.ts';
import { readDateMoment, type WrittenDate } from './date-moment.ts';
import { readPlainDate } from './plain-date.ts';
import { weekdaysOf } from './weekday-names.ts';

/** A date that a cell names. The year may be missing: only the rest of the file can supply it. */
export type NamedDate = { year: number | null; month: number; day: number; weekdays: readonly number[] | null };

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
  | { kind: 'unreadable'; code: DateProblem };

export type DateProblem =
  | 'several_dates'
  | 'open_start'
  | 'month_only'
  | 'contradictory_time'
  | 'several_times'
  | 'unreadable_date';

const LONGEST_DATE = 200;
const BRACKETED = /[(（[［]([^()（）[\]［］]*)[)）\]］]/g;
const NOW_WORDS = new Set(['now', 'jetzt', 'ongoing', 'today', 'heute', 'lauft', 'actuellement', 'ora', 'nu', 'сейчас']);
const STOPS = new Set(['.', ',', ';']);
const JAPANESE_UNTIL = new Set(['まて', 'まで', '까지']);

/** Reads a cell that should hold a date: alone, with a time, or a range of either. The cell is not blank. */
export function readDateCell(cell: string, order: DateOrder): DateReading {
  return readPlainDate(cell, order) ?? readSpokenDate(cell, order);
}

function readSpokenDate(cell: string, order: DateOrder): DateReading {
  if (cell.length > LONGEST_DATE) return unreadable('unreadable_date');
  const notes: string[] = [];
  const text = cell.replace(BRACKETED, (all, inside: string) => {
    if (isWeekdayNote(inside)) return all;
    notes.push(all);
    return ' ';
  });
  const cursor = new Cursor(tokenise(text));
  const reading = readTokens(cursor, order);
  if (reading.kind === 'unreadable') return reading;
  return notes.length === 0 ? reading : { ...reading, note: notes.join(' ') };
}

function isWeekdayNote(inside: string): boolean {
  const first = tokenise(inside)[0];
  return first?.kind === 'word' && weekdaysOf(first.text) !== null;
}

function readTokens(cursor: Cursor, order: DateOrder): DateReading {
  cursor.takeAll(NOW_WORDS);
  // The German `Do` (Thursday) is also the Polish `do` (until).
  const isWeekday = weekdaysOf(cursor.word() ?? '') !== null;
  if (!isWeekday && cursor.take(untilWords)) return unreadable('open_start');
  if (!isWeekday) cursor.take(fromWords);

  const first = readDateMoment(cursor, order) ?? readDayOfRange(cursor);
  if (first === null) return unreadable(explainUnreadable(cursor.tokens));
  const startClock = readClockRange(cursor, 'date_cell');
  if (startClock?.ok === false) return unreadable('contradictory_time');
  const offsetMinutes = startClock === null ? null : readOffset(cursor);

  let startTime = startClock?.start ?? null;
  let endTime = startClock?.end ?? null;
  let second: WrittenDate | null = null;
  if (endTime === null && takeRange(cursor)) {
    second = readDateMoment(cursor, order);
    const clock = readClockRange(cursor, 'date_cell');
    if (clock?.ok === false) return unreadable('contradictory_time');
    if (second !== null) endTime = clock?.start ?? null;
    else if (startTime === null && clock !== null) [startTime, endTime] = [clock.start, clock.end];
    else if (!cursor.done) return unreadable(explainUnreadable(cursor.tokens));
  }
  if (cursor.take(JAPANESE_UNTIL)) {
    if (second === null) return unreadable('open_start');
  }
  cursor.takeAll(STOPS);
  if (!cursor.done) {
    const code = explainUnreadable(cursor.tokens);
    return unreadable(startTime !== null && isAnotherTime(cursor) ? 'several_times' : code);
  }
  return assemble(first, second, startTime, endTime, offsetMinutes);
}

/** `de 12h à 13h puis de 13h à 19h` */
function isAnotherTime(cursor: Cursor): boolean {
  cursor.takeAll(listMarks);
  return readClockRange(cursor, 'date_cell')?.ok === true;
}

/** The `15` of `15 al 16 marzo 2023`: only its partner has a month. */
function readDayOfRange(cursor: Cursor): WrittenDate | null {
  const number = cursor.number();
  if (number === null || number.text.length > 2) return null;
  const before = cursor.at;
  cursor.at += 1;
  cursor.take(new Set(['.']));
  const isRange = cursor.peek() !== undefined && rangeWords.has(cursor.peek()?.text ?? '');
  if (!isRange) {
    cursor.at = before;
    return null;
  }
  return { year: null, month: null, day: number.value, weekdays: null };
}

function takeRange(cursor: Cursor): boolean {
  if (cursor.takeAll(rangeWords)) {
    cursor.takeAll(timeFillerWithoutClock);
    return true;
  }
  // ISO 8601 writes an interval with a slash.
  return cursor.mark() === '/' && cursor.take(listMarks);
}

const timeFillerWithoutClock = new Set([...timeFiller].filter((word) => word !== '.' && word !== ':'));

function assemble(
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

/** `Z`, `GMT`, `+0200` or `+02:00` after a clock. */
function readOffset(cursor: Cursor): number | null {
  if (cursor.take(new Set(['z', 'gmt', 'utc']))) return 0;
  const mark = cursor.mark();
  const number = cursor.number(1);
  if ((mark !== '+' && mark !== '-') || number === null) return null;
  const isShort = number.text.length === 2 && cursor.mark(2) === ':' && cursor.number(3)?.text.length === 2;
  if (number.text.length !== 4 && !isShort) return null;
  const hours = isShort ? number.value : Math.floor(number.value / 100);
  const minutes = isShort ? (cursor.number(3)?.value ?? 0) : number.value % 100;
  cursor.at += isShort ? 4 : 2;
  return (mark === '-' ? -1 : 1) * (hours * 60 + minutes);
}

function unreadable(code: DateProblem): DateReading {
  return { kind: 'unreadable', code };
}

/** Keeps the readings of one column: calendars repeat their dates. */
export function createDateReader(order: DateOrder): (cell: string) => DateReading {
  const known = new Map<string, DateReading>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const reading = readDateCell(cell, order);
    if (known.size < 20_000) known.set(cell, reading);
    return reading;
  };
}
