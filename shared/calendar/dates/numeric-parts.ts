import type { Cursor } from '../text/lexer.ts';
import type { DateOrder } from '../types.ts';
import { fullYear } from './arithmetic.ts';
import type { DateParts } from './date-parts.ts';

/** Between the numbers of a date. */
export const SEPARATORS = new Set(['.', '/', '-']);

/** `03.05.2027`, `5/3/27`, `2027-05-03`, `2025. 5. 3.`, `14/3-2027` */
export function readNumericTriple(cursor: Cursor, order: DateOrder): DateParts | null {
  const [a, b, c] = [cursor.number(0), cursor.number(2), cursor.number(4)];
  const mark = cursor.mark(1);
  if (a === null || b === null || c === null || mark === null) return null;
  // Danes write 14/3-2027.
  const isDanish = mark === '/' && cursor.mark(3) === '-' && c.text.length === 4;
  if (!SEPARATORS.has(mark) || (cursor.mark(3) !== mark && !isDanish) || b.text.length > 2) return null;
  const parts = orderTriple([a.text, b.text, c.text], order);
  if (parts !== null) cursor.at += 5;
  return parts;
}

/** Puts three written numbers into year, month and day. Null when no order can hold them (four digits in the middle). */
export function orderTriple([a, b, c]: [string, string, string], order: DateOrder): DateParts | null {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (a.length === 4) return c.length <= 2 ? { year: first, month: second, day: third } : null;
  if (a.length > 2 || b.length > 2 || (c.length !== 2 && c.length !== 4)) return null;
  if (order === 'ymd' && c.length === 2) return { year: fullYear(first, a.length), month: second, day: third };
  const year = fullYear(third, c.length);
  const monthFirst = order === 'mdy' || (order === 'ymd' && second > 12);
  return monthFirst ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** `20270503` */
export function readCompact(cursor: Cursor): DateParts | null {
  const text = cursor.number()?.text ?? '';
  if (text.length !== 8 || (!text.startsWith('19') && !text.startsWith('20'))) return null;
  cursor.at += 1;
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(4, 6)), day: Number(text.slice(6)) };
}

/** `12.04.` or `12/4`: a day and a month without a year. */
export function readPair(cursor: Cursor, order: DateOrder): DateParts | null {
  const [a, b] = [cursor.number(0), cursor.number(2)];
  const mark = cursor.mark(1);
  if (a === null || b === null || (mark !== '.' && mark !== '/') || a.text.length > 2 || b.text.length > 2) return null;
  const monthFirst = order === 'mdy' || (order === 'ymd' && b.value > 12);
  const [month, day] = monthFirst ? [a.value, b.value] : [b.value, a.value];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null; // a clock or a fraction
  cursor.at += 3;
  return { year: null, month, day };
}
