import type { Cursor } from '../text/lexer.ts';

const UTC_WORDS = new Set(['z', 'gmt', 'utc']);

/** Minutes east of UTC: `Z`, `GMT`, `+0200`, `+02:00` or `GMT-05:00` after a clock. */
export function readOffset(cursor: Cursor): number | null {
  if (cursor.take(UTC_WORDS)) return readSignedOffset(cursor) ?? 0;
  return readSignedOffset(cursor);
}

function readSignedOffset(cursor: Cursor): number | null {
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
