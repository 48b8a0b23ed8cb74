import { listMarks, rangeWords, timeFiller } from '../text/filler-words.ts';
import type { Cursor } from '../text/lexer.ts';
import type { WrittenDate } from './date-moment.ts';
import { weekdaysOf } from './weekday-names.ts';

const STOPS = new Set(['.', ',', ';']);

export const NOW_WORDS = new Set([
  'now',
  'jetzt',
  'ongoing',
  'today',
  'heute',
  'lauft',
  'actuellement',
  'ora',
  'nu',
  'сейчас',
]);

/** `15th`, `15.`, `15º` */
const DAY_ENDS = new Set(['.', 'st', 'nd', 'rd', 'th', 'er', 'º', 'o']);

/** The `15` of `15 al 16 marzo 2023`: only its partner has a month. */
export function readDayOfRange(cursor: Cursor): WrittenDate | null {
  const before = cursor.at;
  const weekdays = weekdaysOf(cursor.word() ?? '');
  if (weekdays !== null) {
    cursor.at += 1;
    cursor.takeAll(STOPS);
  }
  const number = cursor.number();
  if (number === null || number.text.length > 2) {
    cursor.at = before;
    return null;
  }
  cursor.at += 1;
  cursor.take(DAY_ENDS);
  const isRange = cursor.peek() !== undefined && rangeWords.has(cursor.peek()?.text ?? '');
  if (!isRange) {
    cursor.at = before;
    return null;
  }
  return { year: null, month: null, day: number.value, weekdays };
}

export function takeRange(cursor: Cursor): boolean {
  if (cursor.takeAll(rangeWords)) {
    cursor.takeAll(timeFillerWithoutClock);
    return true;
  }
  // ISO 8601 writes an interval with a slash; in `3/5/7 May` it makes a list.
  const hadSlash = cursor.tokens.slice(0, cursor.at).some((token) => token.text === '/');
  return !hadSlash && cursor.mark() === '/' && cursor.take(listMarks);
}

const timeFillerWithoutClock = new Set([...timeFiller].filter((word) => word !== '.' && word !== ':'));
