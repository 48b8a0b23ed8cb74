import { listMarks } from '../text/filler-words.ts';
import { Cursor, type Token } from '../text/lexer.ts';
import { type ClockRange, readWrittenRange, settleRange } from '../times/clock-range.ts';
import { readSlots } from '../times/slots.ts';
import type { DateOrder } from '../types.ts';
import { readFullDate, readMoment } from './date-moment.ts';
import type { SingleDate } from './date-reading.ts';
import { asDates, fillMonths, fillYears, goForward, type Item } from './list-items.ts';
import { monthOf } from './month-names.ts';
import { readPair } from './numeric-parts.ts';

type List = { items: Item[]; slashes: number };

const MOST_DATES = 60;

const DAY_TAIL = new Set(['.', 'st', 'nd', 'rd', 'th', 'er', 'º', '°', '日', '일', 'го']);

const DOT = new Set(['.']);

/**
 * Reads a plain list of dates that fills the whole cell: `12., 13. and 14. March 2027`, `3/5/7 May`, `5月18日、19日`, or
 * one date with several times. Null for anything else, and for lists that do not go forward in time.
 */
export function readDateList(tokens: readonly Token[], order: DateOrder): SingleDate[] | null {
  // `3/5/7 May` is three days of May; `3/5, 4/5` is two dates. The reading that makes sense is the one meant.
  return datesOf(readList(new Cursor(tokens), order, false)) ?? datesOf(readList(new Cursor(tokens), order, true));
}

function datesOf(list: List | null): SingleDate[] | null {
  if (list === null || list.items.length === 0) return null;
  const { items } = list;
  // `3/5 May` may be a list or a range.
  if (list.slashes > 0 && items.length === 2) return null;
  const shared = items.at(-1)?.clocks ?? [];
  const clocked = items.filter((item) => item.clocks.length > 0).length;
  const areOwn = clocked === items.length;
  if ((!areOwn && clocked > 1) || (clocked === 1 && shared.length === 0)) return null;
  if (items.length > 1 && items.some((item) => item.clocks.length > 1)) return null;
  fillMonths(items);
  fillYears(items);
  const dates = items.flatMap((item) => asDates(item, areOwn ? item.clocks : shared));
  return dates.length > 1 && dates.length >= items.length && goForward(items) ? dates : null;
}

function readList(cursor: Cursor, order: DateOrder, pairs: boolean): List | null {
  const items: Item[] = [];
  let slashes = 0;
  while (items.length < MOST_DATES) {
    const year = items.length > 0 ? readLastYear(cursor) : null;
    if (year !== null) {
      for (const item of items) item.year ??= year;
      return { items, slashes };
    }
    const monthFirst = beginsWithMonth(cursor);
    const date = readMoment(
      cursor,
      () => readFullDate(cursor, order) ?? (pairs ? readPair(cursor, order) : readBareDay(cursor)),
    );
    if (date === null || date.day === null) return null;
    const item: Item = { ...date, monthFirst, clocks: [] };
    items.push(item);
    if (item.month !== null) item.clocks = readClocks(cursor, order);
    const atEnd = cursor.at;
    cursor.takeAll(DOT);
    if (cursor.done) return { items, slashes };
    cursor.at = atEnd;
    if (cursor.mark() === '/') slashes += 1;
    // `29 марта 6 и 13 апреля`: after a month the next number needs no mark.
    if (!cursor.takeAll(listMarks) && (item.month === null || cursor.number() === null)) return null;
  }
  return null;
}

/** The clocks behind a date. A bare number is a further day, not an hour. */
function readClocks(cursor: Cursor, order: DateOrder): ClockRange[] {
  const before = cursor.at;
  cursor.takeAll(listMarks);
  const isDate = readFullDate(cursor, order) !== null || (readPair(cursor, order) !== null && cursor.mark() === '.');
  cursor.at = before;
  if (isDate) return [];
  const slots = readSlots(cursor, 'date_cell');
  if (slots?.ok === true) return slots.slots;
  cursor.at = before;
  const written = readWrittenRange(cursor, 'date_cell');
  const clock = written?.start.marked || written?.end?.marked ? settleRange(written) : null;
  if (clock?.ok === true) return [{ start: clock.start, end: clock.end }];
  cursor.at = before;
  return [];
}

/** The year at the end of `May 3, 5 and 7, 2027`. */
function readLastYear(cursor: Cursor): number | null {
  const number = cursor.number();
  const isLast = cursor.peek(1) === undefined || (cursor.mark(1) === '.' && cursor.peek(2) === undefined);
  if (number === null || number.text.length !== 4 || !isLast) return null;
  return number.value;
}

function beginsWithMonth(cursor: Cursor): boolean {
  const unit = cursor.word(1);
  return unit === '月' || unit === '월' || unit === '年' || unit === '년' || monthOf(cursor.word() ?? '') !== null;
}

/** A day that another item gives its month. */
function readBareDay(cursor: Cursor): { year: null; month: null; day: number } | null {
  const number = cursor.number();
  if (number === null || number.text.length > 2 || number.value < 1 || number.value > 31) return null;
  if (cursor.mark(1) === ':') return null; // a clock
  const before = cursor.at;
  cursor.at += 1;
  cursor.takeAll(DAY_TAIL);
  const next = cursor.peek();
  if (next === undefined || listMarks.has(next.text) || next.text === '(')
    return { year: null, month: null, day: number.value };
  cursor.at = before;
  return null;
}
