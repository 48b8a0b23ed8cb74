import { readDateMoment } from '../dates/date-moment.ts';
import { andWords, betweenWords, fromWords, rangeWords, timeFiller } from '../text/filler-words.ts';
import type { Cursor } from '../text/lexer.ts';
import { type ClockPlace, clockMinutes, readClock, type WrittenClock } from './clock.ts';

/** A clock, or a range of two, before it is settled which halves of the day are meant. */
export type WrittenRange = {
  start: WrittenClock;
  end: WrittenClock | null;
  /** A word says that it is a range: `dalle 10 alle 18`. */
  isSpoken?: boolean;
};

/** Minutes since midnight of the start's day; an end that is not later than its start is after midnight. */
export type ClockRange = { start: number; end: number | null };

export type ClockRangeResult = ({ ok: true } & ClockRange) | { ok: false; problem: 'contradiction' | 'half_of_day' };

/** `10:00～, 14:00～`: the range is open, and the next slot follows. */
const OPEN_BEFORE = new Set([',', '、', ';', '/', '&']);
const OPEN_END_WORDS = new Set(['?', 'open', 'close', 'late', 'ende', 'offen', 'end', '…']);

/**
 * Reads `20:00`, `18 - 22 Uhr`, `de 10h à 19h`, `6p-?` at the cursor. Returns null, with the cursor unmoved, when there
 * is no clock. A bare number counts only when it cannot be anything else (13–24), or when its partner is marked.
 */
export function readClockRange(cursor: Cursor, place: ClockPlace): ClockRangeResult | null {
  const before = cursor.at;
  const written = readWrittenRange(cursor, place);
  if (written === null) return null;
  const { start, end, isSpoken } = written;
  const surelyClock = start.marked || start.hour >= 13 || end?.marked === true || isDayRange(written, place);
  if (!surelyClock) {
    if (place === 'time_cell' && start.hour <= 12) return { ok: false, problem: 'half_of_day' };
    cursor.at = before;
    return null;
  }
  if (end !== null && !isSpoken && mayBeMinutes(start, end)) {
    cursor.at = before;
    return null;
  }
  return settleRange(written);
}

/** The clocks at the cursor as they are written; null, with the cursor unmoved, when there is none. */
export function readWrittenRange(cursor: Cursor, place: ClockPlace): WrittenRange | null {
  const before = cursor.at;
  cursor.takeAll(timeFiller);
  const isBetween = cursor.take(betweenWords);
  const start = readClock(cursor, place);
  if (start === null) {
    cursor.at = before;
    return null;
  }
  const afterStart = cursor.word();
  const end = readEnd(cursor, place, isBetween);
  return { start, end, isSpoken: end !== null && afterStart !== null };
}

/**
 * `10-18`, `с 12 до 18`: the end counts 24 hours, so the start does too. With a dash an end of 15 or 20 may be minutes.
 */
function isDayRange({ start, end, isSpoken }: WrittenRange, place: ClockPlace): boolean {
  if (place !== 'time_cell' || end === null || end.half !== null || end.hour < 13 || end.hour > 24) return false;
  return start.hour < end.hour && (isSpoken === true || end.hour % 5 !== 0);
}

/** `19-00` is 19:00 in Russian, and a range elsewhere: two bare numbers of which the second may be minutes. */
function mayBeMinutes(start: WrittenClock, end: WrittenClock): boolean {
  return !start.marked && !end.marked && end.hour <= start.hour && end.hour % 5 === 0;
}

function readEnd(cursor: Cursor, place: ClockPlace, isBetween: boolean): WrittenClock | null {
  const before = cursor.at;
  if (cursor.take(fromWords) && cursor.done) return null; // 13時から, 19:00 от
  cursor.at = before;
  // Only after “between” does an “and” open the end of a range; elsewhere it is a list.
  if (!(isBetween ? cursor.take(andWords) : cursor.takeAll(rangeWords))) return null;
  if (cursor.done) return null;
  if (cursor.takeAll(OPEN_END_WORDS) || OPEN_BEFORE.has(cursor.mark() ?? '')) return null;
  if (place === 'date_cell' && readDateMoment(cursor, 'dmy') !== null) {
    cursor.at = before; // `10:00 - 27.01.2015 12:00`: the end has a date of its own
    return null;
  }
  cursor.takeAll(timeFiller);
  const end = readClock(cursor, place);
  if (end === null) cursor.at = before;
  return end;
}

/** Gives a bare end the half of the day that its partner names: `6p-9` is 21:00, `11-1pm` begins before noon. */
export function settleRange({ start, end }: WrittenRange): ClockRangeResult {
  if (end === null) {
    const minutes = clockMinutes(start);
    return minutes === null ? { ok: false, problem: 'contradiction' } : { ok: true, start: minutes, end: null };
  }
  const startMinutes = clockMinutes(start.half === null && isTwelveHour(start) ? halfBefore(start, end) : start);
  if (startMinutes === null) return { ok: false, problem: 'contradiction' };
  const endMinutes =
    end.half === null && start.half !== null && isTwelveHour(end) ? firstAfter(end, startMinutes) : clockMinutes(end);
  if (endMinutes === null) return { ok: false, problem: 'contradiction' };
  return { ok: true, start: startMinutes, end: endMinutes };
}

function isTwelveHour({ hour }: WrittenClock): boolean {
  return hour >= 1 && hour <= 12;
}

function halfBefore(start: WrittenClock, end: WrittenClock): WrittenClock {
  if (end.half === null) return start;
  const sameHalf = { ...start, half: end.half };
  const startsEarlier = (clockMinutes(sameHalf) ?? 0) < (clockMinutes(end) ?? 0);
  return startsEarlier ? sameHalf : { ...start, half: end.half === 'pm' ? 'am' : 'pm' };
}

function firstAfter({ hour, minute }: WrittenClock, startMinutes: number): number {
  const morning = (hour % 12) * 60 + minute;
  if (morning > startMinutes) return morning;
  return morning + 720 > startMinutes ? morning + 720 : morning;
}
