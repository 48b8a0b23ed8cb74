import {
  afterNoon,
  afterNoonAhead,
  beforeNoon,
  beforeNoonAhead,
  clockUnits,
  midnightWords,
  noonWords,
} from '../text/filler-words.ts';
import type { Cursor } from '../text/lexer.ts';

/** A clock as it was written, before it is known which half of the day a bare `9` means. */
export type WrittenClock = {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
  /** Something besides the number says that it is a clock: minutes, am/pm, `Uhr`, `h`. */
  marked: boolean;
};

/** Japanese programmes count past midnight (25:30 is 01:30 of the next day). */
const LATEST_HOUR = 29;
const HOUR_UNITS = new Set([
  'h',
  'uhr',
  '時',
  '时',
  '点',
  '點',
  '시',
  'ч',
  'год',
  'час',
  'uur',
  'u',
  'hs',
  'godz',
  'hod',
  'ora',
  'orakor',
]);
const MINUTE_UNITS = new Set(['мин', 'хв', 'min']);
const HALF_HOUR = new Set(['半', '반']);

/** Beside a date, four digits are a year (`2027`), not a clock (`20:27`). */
export type ClockPlace = 'time_cell' | 'date_cell';

/** Reads one clock at the cursor and moves past it, or returns null and leaves the cursor where it was. */
export function readClock(cursor: Cursor, place: ClockPlace): WrittenClock | null {
  if (cursor.take(noonWords)) return { hour: 12, minute: 0, half: null, marked: true };
  if (cursor.take(midnightWords)) return { hour: 0, minute: 0, half: null, marked: true };
  const start = cursor.at;
  const clock = readDigits(cursor, place);
  if (clock === null) cursor.at = start;
  return clock;
}

function readDigits(cursor: Cursor, place: ClockPlace): WrittenClock | null {
  let half: 'am' | 'pm' | null = null;
  const isGermanAm = place === 'date_cell' && cursor.word() === 'am';
  if (!isGermanAm && cursor.take(beforeNoonAhead)) half = 'am';
  else if (cursor.take(afterNoonAhead)) half = 'pm';

  const number = cursor.number();
  if (number === null) return null;
  const named = number.value === 12 ? readTwelve(cursor) : null;
  if (named !== null) return named;
  const military = place === 'time_cell' ? readMilitary(number.text) : null;
  let { minute, marked } = military ?? { minute: 0, marked: false };
  const hour = military?.hour ?? number.value;
  cursor.at += 1;
  if (!marked) {
    const minutes = readMinutes(cursor);
    if (minutes === 'invalid') return null;
    if (minutes !== null) {
      minute = minutes;
      marked = true;
    }
  }
  if (half === null && cursor.take(beforeNoon)) half = 'am';
  else if (half === null && cursor.take(afterNoon)) half = 'pm';
  if (cursor.takeAll(clockUnits) || half !== null) marked = true;
  if (hour > LATEST_HOUR || (hour > 24 && !marked)) return null;
  return { hour, minute, half, marked };
}

const OF_THE = new Set(['del', 'de', 'du', 'di', 'uhr', 'h']);

/** `12 noon`, `12 midnight`, `12 del mediodía`, `12 Uhr mittags`: the word says which twelve it is. */
function readTwelve(cursor: Cursor): WrittenClock | null {
  const before = cursor.at;
  cursor.at += 1;
  cursor.takeAll(OF_THE);
  if (cursor.take(noonWords)) return { hour: 12, minute: 0, half: null, marked: true };
  if (cursor.take(midnightWords)) return { hour: 0, minute: 0, half: null, marked: true };
  cursor.at = before;
  return null;
}

/** `1930`, `0730`: four digits that a clock can show. */
function readMilitary(text: string): { hour: number; minute: number; marked: boolean } | null {
  if (text.length !== 4) return null;
  const hour = Number(text.slice(0, 2));
  const minute = Number(text.slice(2));
  return hour <= 24 && minute <= 59 ? { hour, minute, marked: true } : null;
}

/** `:30`, `.30`, `h30`, ` Uhr 30`, `時半`, and seconds, which are dropped. `invalid` for `:75` or `:3`. */
function readMinutes(cursor: Cursor): number | null | 'invalid' {
  const mark = cursor.mark();
  const unit = cursor.word();
  const after = cursor.number(1);
  if (mark === ':' || mark === '.') {
    if (after === null) return mark === '.' ? null : 'invalid';
    if (after.text.length !== 2 || after.value > 59) return 'invalid';
    cursor.at += 2;
    skipSeconds(cursor, mark);
    return after.value;
  }
  if (unit === null || !HOUR_UNITS.has(unit)) return null;
  // `19 ч. 30 мин.`
  const pointed = cursor.mark(1) === '.' ? cursor.number(2) : null;
  if (pointed !== null && pointed.text.length === 2 && pointed.value <= 59 && MINUTE_UNITS.has(cursor.word(3) ?? '')) {
    cursor.at += 4;
    return pointed.value;
  }
  if (HALF_HOUR.has(cursor.word(1) ?? '')) {
    cursor.at += 2;
    return 30;
  }
  if (after !== null && after.text.length === 2 && after.value <= 59) {
    cursor.at += 2;
    return after.value;
  }
  cursor.at += 1;
  return 0;
}

function skipSeconds(cursor: Cursor, mark: string): void {
  const seconds = cursor.number(1);
  if (cursor.mark() !== mark || seconds === null || seconds.text.length !== 2 || seconds.value > 60) return;
  cursor.at += 2;
  if (cursor.mark() === '.' && cursor.number(1) !== null) cursor.at += 2;
}

/** Minutes since midnight, or null when the clock contradicts itself (`20:00 AM`, `0:75`). */
export function clockMinutes({ hour, minute, half }: WrittenClock): number | null {
  if (half === null) return hour * 60 + minute;
  if (hour > 12) return half === 'pm' && hour < 24 ? hour * 60 + minute : null;
  return (hour % 12) * 60 + minute + (half === 'pm' ? 720 : 0);
}
