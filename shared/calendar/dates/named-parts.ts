import { dateFiller } from '../text/filler-words.ts';
import type { Cursor } from '../text/lexer.ts';
import { fullYear } from './arithmetic.ts';
import type { DateParts } from './date-parts.ts';
import { monthOf } from './month-names.ts';

const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'º', 'ª', '°', 'o', 'a', '.', '-', 'го', 'е']);
const BETWEEN_DAY_AND_MONTH = new Set(['de', 'of', 'di', "d'", 'do', '-', '.', '/', 'del']);

/** A month by name: `3 de mayo de 2027`, `May 3rd, 2027`, `2027 May 3`, `März`. */
export function readNamed(cursor: Cursor): DateParts | null {
  const before = cursor.at;
  let year = readFourDigitYear(cursor);
  let day: number | null = null;
  if (year !== null) cursor.takeAll(dateFiller);
  if (cursor.word() === null) {
    day = readDay(cursor);
    if (day !== null) cursor.takeAll(ORDINALS);
    cursor.takeAll(BETWEEN_DAY_AND_MONTH);
  }
  const month = readMonth(cursor) ?? (day === null ? null : readRomanMonth(cursor));
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

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** `12 III 2027`: only between a day and a year of four digits, because `i` and `v` are also words. */
function readRomanMonth(cursor: Cursor): number | null {
  const index = ROMAN.indexOf(cursor.word() ?? '');
  const year = SEPARATORS_OF_ROMAN.has(cursor.mark(1) ?? '') ? cursor.number(2) : cursor.number(1);
  if (index < 0 || year === null || year.text.length !== 4) return null;
  cursor.at += 1;
  return index + 1;
}

const SEPARATORS_OF_ROMAN = new Set(['.', '/', '-']);

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
