import type { Cursor } from '../text/lexer.ts';
import type { DateParts } from './date-parts.ts';

const HAN_PARTS = { year: new Set(['年', '년']), month: new Set(['月', '월']), day: new Set(['日', '일']) };
/** First year of the Japanese and Taiwanese eras that a living calendar can hold. */
const ERAS: Record<string, number> = { 令和: 2019, 平成: 1989, 昭和: 1926, 民國: 1912, 民国: 1912 };

/** `2027年5月3日`, `5月3日`, `令和9年5月3日`, `2027년 5월 3일`. */
export function readHan(cursor: Cursor): DateParts | null {
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
