import type { DateOrder } from '../types.ts';
import type { Cursor } from '../text/lexer.ts';
import { dateFiller } from '../text/filler-words.ts';
import { fullYear } from './arithmetic.ts';
import { monthOf } from './month-names.ts';
import { weekdaysOf } from './weekday-names.ts';

/** One date as it was written. A part that the text does not give is null: nothing is guessed here. */
export type WrittenDate = {
  year: number | null;
  month: number | null;
  day: number | null;
  /** Days that the weekday beside the date can mean. */
  weekdays: readonly number[] | null;
};

const SEPARATORS = new Set(['.', '/', '-']);
const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'º', 'ª', '°', 'o', 'a', '.', '-', 'го', 'е']);
const BETWEEN_DAY_AND_MONTH = new Set(['de', 'of', 'di', "d'", 'do', '-', '.', '/', 'del']);
const YEAR_UNITS = new Set(['年', '년', 'г', 'года', 'год', 'р', 'року', 'roku', 'r']);
const HAN_PARTS = { year: new Set(['年', '년']), month: new Set(['月', '월']), day: new Set(['日', '일']) };
const WEEKDAY_TAIL = new Set(['.', ',', ':', '-', 'feira', '曜', '日', '요일', '(', ')']);
/** First year of the Japanese eras that a living calendar can hold. */
const ERAS: Record<string, number> = { 令和: 2019, 平成: 1989, 昭和: 1926 };

/** Reads one date at the cursor, or returns null and leaves the cursor where it was. */
export function readDateMoment(cursor: Cursor, order: DateOrder): WrittenDate | null {
  const before = cursor.at;
  const early = readWeekday(cursor);
  cursor.takeAll(dateFiller);
  const date =
    readNumericTriple(cursor, order) ?? readHan(cursor) ?? readCompact(cursor) ?? readNamed(cursor) ?? readPair(cursor, order);
  if (date === null) {
    cursor.at = before;
    return null;
  }
  cursor.take(YEAR_UNITS);
  cursor.take(new Set(['.']));
  return { ...date, weekdays: early ?? readWeekdayAfter(cursor) };
}

type Parts = Omit<WrittenDate, 'weekdays'>;

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
  const isMeant = days !== null && (bracket || (word !== null && word.length > 2));
  if (!isMeant) {
    cursor.at = before;
    return null;
  }
  cursor.at += 1;
  cursor.takeAll(new Set(['.', '曜', '日', '요일', '・', '祝', '休']));
  if (bracket) cursor.take(new Set([')', ']']));
  return days;
}

/** `03.05.2027`, `5/3/27`, `2027-05-03`, `2025. 5. 3.` */
function readNumericTriple(cursor: Cursor, order: DateOrder): Parts | null {
  const [a, b, c] = [cursor.number(0), cursor.number(2), cursor.number(4)];
  const mark = cursor.mark(1);
  if (a === null || b === null || c === null || mark === null) return null;
  if (!SEPARATORS.has(mark) || cursor.mark(3) !== mark || b.text.length > 2) return null;
  const parts = orderTriple([a.text, b.text, c.text], order);
  if (parts !== null) cursor.at += 5;
  return parts;
}

/** Puts three written numbers into year, month and day. Null when no order can hold them (four digits in the middle). */
export function orderTriple([a, b, c]: [string, string, string], order: DateOrder): Parts | null {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (a.length === 4) return c.length <= 2 ? { year: first, month: second, day: third } : null;
  if (a.length > 2 || b.length > 2 || (c.length !== 2 && c.length !== 4)) return null;
  if (order === 'ymd' && c.length === 2) return { year: fullYear(first, a.length), month: second, day: third };
  const year = fullYear(third, c.length);
  const monthFirst = order === 'mdy' || (order === 'ymd' && second > 12);
  return monthFirst ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** `2027年5月3日`, `5月3日`, `令和9年5月3日`, `2027년 5월 3일`. */
function readHan(cursor: Cursor): Parts | null {
  const before = cursor.at;
  const era = ERAS[`${cursor.word() ?? ''}${cursor.word(1) ?? ''}`];
  if (era !== undefined) cursor.at += 2;
  const year = numberBefore(cursor, HAN_PARTS.year);
  const month = numberBefore(cursor, HAN_PARTS.month);
  const day = month === null ? null : numberBefore(cursor, HAN_PARTS.day);
  if (month === null) {
    cursor.at = before;
    return null;
  }
  return { year: year === null ? null : era === undefined ? year : era + year - 1, month, day };
}

function numberBefore(cursor: Cursor, unit: ReadonlySet<string>): number | null {
  const number = cursor.number();
  const word = cursor.word(1);
  if (number === null || word === null || !unit.has(word)) return null;
  cursor.at += 2;
  return number.value;
}

/** `20270503` */
function readCompact(cursor: Cursor): Parts | null {
  const text = cursor.number()?.text ?? '';
  if (text.length !== 8 || (!text.startsWith('19') && !text.startsWith('20'))) return null;
  cursor.at += 1;
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(4, 6)), day: Number(text.slice(6)) };
}

/** A month by name: `3 de mayo de 2027`, `May 3rd, 2027`, `2027 May 3`, `März`. */
function readNamed(cursor: Cursor): Parts | null {
  const before = cursor.at;
  let year = readFourDigitYear(cursor);
  let day: number | null = null;
  if (year !== null) cursor.takeAll(dateFiller);
  if (cursor.word() === null) {
    day = readDay(cursor);
    if (day !== null) cursor.takeAll(ORDINALS);
    cursor.takeAll(BETWEEN_DAY_AND_MONTH);
  }
  const month = readMonth(cursor);
  if (month === null) {
    cursor.at = before;
    return null;
  }
  cursor.take(new Set(['.']));
  if (day === null) {
    cursor.take(new Set(['-', '/']));
    day = readDay(cursor);
    if (day !== null) cursor.take(ORDINALS);
  }
  const afterMonth = cursor.at;
  if (!takeTightDash(cursor)) cursor.takeAll(dateFiller);
  cursor.take(new Set(['/', "'"]));
  year ??= readYear(cursor);
  // A comma or an “um” that no year follows belongs to the time.
  if (cursor.at !== afterMonth && cursor.number(-1) === null) cursor.at = afterMonth;
  return { year, month, day };
}

/** The dash of `03-May-2027`; the one of `28 Feb - 2 March` opens a range. */
function takeTightDash(cursor: Cursor): boolean {
  const isTight = cursor.mark() === '-' && cursor.peek()?.gap === false && cursor.peek(1)?.gap === false;
  if (isTight && cursor.number(1) !== null) cursor.at += 1;
  return isTight;
}

function readMonth(cursor: Cursor): number | null {
  const word = cursor.word();
  const month = word === null ? null : monthOf(word);
  if (month !== null) cursor.at += 1;
  return month;
}

function readDay(cursor: Cursor): number | null {
  const number = cursor.number();
  if (number === null || number.text.length > 2) return null;
  if (cursor.mark(1) === ':') return null; // the hour of a clock
  cursor.at += 1;
  return number.value;
}

function readFourDigitYear(cursor: Cursor): number | null {
  const number = cursor.number();
  if (number === null || number.text.length !== 4) return null;
  cursor.at += 1;
  return number.value;
}

/** Four digits, or two that are no clock and no other number. */
function readYear(cursor: Cursor): number | null {
  const number = cursor.number();
  if (number === null) return null;
  const four = readFourDigitYear(cursor);
  if (four !== null) return four;
  const next = cursor.peek(1);
  const standsAlone = next === undefined || (next.kind === 'mark' && (next.text === ',' || next.text === '-'));
  // After a comma two digits may be an hour: “3 May, 20”.
  if (number.text.length !== 2 || !standsAlone || cursor.mark(-1) === ',') return null;
  cursor.at += 1;
  return fullYear(number.value, 2);
}

/** `12.04.` or `12/4`: a day and a month without a year. */
function readPair(cursor: Cursor, order: DateOrder): Parts | null {
  const [a, b] = [cursor.number(0), cursor.number(2)];
  const mark = cursor.mark(1);
  if (a === null || b === null || (mark !== '.' && mark !== '/') || a.text.length > 2 || b.text.length > 2) return null;
  const monthFirst = order === 'mdy' || (order === 'ymd' && b.value > 12);
  const [month, day] = monthFirst ? [a.value, b.value] : [b.value, a.value];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null; // a clock or a fraction
  cursor.at += 3;
  return { year: null, month, day };
}
