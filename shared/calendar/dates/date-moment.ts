import { dateFiller } from '../text/filler-words.ts';
import type { Cursor } from '../text/lexer.ts';
import type { DateOrder } from '../types.ts';
import type { DateParts } from './date-parts.ts';
import { readHan } from './han-parts.ts';
import { monthOf } from './month-names.ts';
import { readNamed } from './named-parts.ts';
import { readCompact, readNumericTriple, readPair, SEPARATORS } from './numeric-parts.ts';
import { weekdaysOf } from './weekday-names.ts';

/** One date as it was written, with the days that a weekday beside it can mean. */
export type WrittenDate = DateParts & { weekdays: readonly number[] | null };

const YEAR_UNITS = new Set(['年', '년', 'г', 'года', 'год', 'р', 'року', 'roku', 'r']);
const WEEKDAY_TAIL = new Set(['.', ',', ':', '-', 'feira', '曜', '日', '요일', '(', ')']);

/** Reads one date at the cursor, or returns null and leaves the cursor where it was. */
export function readDateMoment(cursor: Cursor, order: DateOrder): WrittenDate | null {
  return readMoment(cursor, () => readFullDate(cursor, order) ?? readPair(cursor, order));
}

/** A date that cannot be a part of another: three numbers, or a month by name or sign. */
export function readFullDate(cursor: Cursor, order: DateOrder): DateParts | null {
  return readNumericTriple(cursor, order) ?? readHan(cursor) ?? readCompact(cursor) ?? readNamed(cursor);
}

/** What `readParts` finds at the cursor, with the weekday before or behind it. */
export function readMoment(cursor: Cursor, readParts: () => DateParts | null): WrittenDate | null {
  const before = cursor.at;
  const early = readWeekday(cursor);
  cursor.takeAll(dateFiller);
  const date = readParts();
  if (date === null) {
    cursor.at = before;
    return null;
  }
  cursor.take(YEAR_UNITS);
  cursor.take(new Set(['.']));
  return { ...date, weekdays: early ?? readWeekdayAfter(cursor) };
}

/** A word such as `mar` is Tuesday before a number and a month, and March otherwise. */
function readWeekday(cursor: Cursor): readonly number[] | null {
  const before = cursor.at;
  cursor.take(new Set(['(']));
  const word = cursor.word();
  const days = word === null ? null : weekdaysOf(word);
  if (days === null || word === null || (monthOf(word) !== null && !isDateAt(cursor, 1))) {
    cursor.at = before;
    return null;
  }
  cursor.at += 1;
  cursor.takeAll(WEEKDAY_TAIL);
  return days;
}

function isDateAt(cursor: Cursor, ahead: number): boolean {
  const skip = cursor.mark(ahead) === null ? ahead : ahead + 1;
  if (cursor.number(skip) === null) return false;
  const afterNumber = cursor.word(skip + 1) ?? cursor.word(skip + 2);
  const isNumeric = SEPARATORS.has(cursor.mark(skip + 1) ?? '') && cursor.number(skip + 2)?.text.length !== 4;
  return isNumeric || (afterNumber !== null && monthOf(afterNumber) !== null);
}

/** `（金・祝）` or `, Saturday` behind the date. */
function readWeekdayAfter(cursor: Cursor): readonly number[] | null {
  const before = cursor.at;
  const bracket = cursor.take(new Set(['(', '[']));
  if (!bracket) cursor.take(new Set([',']));
  const word = cursor.word();
  const days = word === null ? null : weekdaysOf(word);
  // Two letters (`сб`, `do`) may be another word, unless nothing follows them.
  const isLast = cursor.peek(1) === undefined || (cursor.mark(1) === '.' && cursor.peek(2) === undefined);
  const isMeant = days !== null && (bracket || isLast || (word !== null && word.length > 2));
  if (!isMeant) {
    cursor.at = before;
    return null;
  }
  cursor.at += 1;
  cursor.takeAll(new Set(['.', '曜', '日', '요일', '・', '祝', '休']));
  if (bracket) cursor.take(new Set([')', ']']));
  return days;
}
