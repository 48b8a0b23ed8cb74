import { listMarks } from '../text/filler-words.ts';
import type { Cursor } from '../text/lexer.ts';
import type { ClockPlace, WrittenClock } from './clock.ts';
import { type ClockRange, readWrittenRange, settleRange, type WrittenRange } from './clock-range.ts';

export type SlotsResult =
  | { ok: true; slots: ClockRange[] }
  | { ok: false; problem: 'contradictory_time' | 'half_of_day' | 'overlapping_times' | 'several_times' };

const MOST_SLOTS = 24;
const DOORS_TO_SHOW_MINUTES = 90;
const DOTS = new Set(['.']);

/**
 * Reads a plain list of times to the end of the cell: `14h et 20h`, `1p-3p & 5p-7p`. Null when it is not one. A list
 * counts only when its slots follow one another; two starts close together with a bare mark between them may be doors
 * and show, so they are refused.
 */
export function readSlots(cursor: Cursor, place: ClockPlace): SlotsResult | null {
  const before = cursor.at;
  const found = readList(cursor, place);
  if (found === null) {
    cursor.at = before;
    return null;
  }
  const slots: ClockRange[] = [];
  for (const range of withHalves(found.ranges)) {
    const settled = settleRange(range);
    if (!settled.ok) return { ok: false, problem: 'contradictory_time' };
    slots.push({ start: settled.start, end: settled.end });
  }
  if (!found.ranges.some(isSurelyClock)) return { ok: false, problem: 'half_of_day' };
  if (!follow(slots)) return { ok: false, problem: 'overlapping_times' };
  return found.hasBareMark && mayBeDoorsAndShow(slots) ? { ok: false, problem: 'several_times' } : { ok: true, slots };
}

function readList(cursor: Cursor, place: ClockPlace): { ranges: WrittenRange[]; hasBareMark: boolean } | null {
  const ranges: WrittenRange[] = [];
  let hasBareMark = false;
  while (ranges.length < MOST_SLOTS) {
    const range = readWrittenRange(cursor, place);
    if (range === null) return null;
    ranges.push(range);
    const atEnd = cursor.at;
    cursor.takeAll(DOTS);
    if (cursor.done) {
      // Beside a date, a bare number at the end is a day.
      const isList = ranges.length > 1 && (place === 'time_cell' || range.start.marked || range.end?.marked === true);
      return isList ? { ranges, hasBareMark } : null;
    }
    cursor.at = atEnd;
    const mark = cursor.mark();
    hasBareMark ||= mark === '/' || mark === ',' || mark === '|';
    if (!cursor.takeAll(listMarks)) return null;
  }
  return null;
}

function isSurelyClock({ start, end }: WrittenRange): boolean {
  return start.marked || start.hour >= 13 || (end !== null && (end.marked || end.hour >= 13));
}

/** A slot without am or pm takes it from the slot after it (`7 & 9 pm`), else from the one before (`午後2時、5時`). */
function withHalves(ranges: readonly WrittenRange[]): WrittenRange[] {
  const given = [...ranges];
  for (let index = given.length - 2; index >= 0; index -= 1) borrow(given, index, index + 1);
  for (let index = 1; index < given.length; index += 1) borrow(given, index, index - 1);
  return given;
}

function borrow(ranges: WrittenRange[], index: number, from: number): void {
  const [range, partner] = [ranges[index], ranges[from]];
  if (range === undefined || partner === undefined || halfOf(range) !== null) return;
  const half = from > index ? (partner.start.half ?? partner.end?.half ?? null) : halfOf(partner);
  const hours = [range.start.hour, ...(range.end === null ? [] : [range.end.hour])];
  if (half === null || hours.some((hour) => hour < 1 || hour > 12)) return;
  const other = half === 'am' ? 'pm' : 'am';
  const fits = (each: 'am' | 'pm') => inOrder(withHalf(range, each), partner, from > index);
  ranges[index] = withHalf(range, fits(half) || !fits(other) ? half : other);
}

function halfOf({ start, end }: WrittenRange): 'am' | 'pm' | null {
  return end?.half ?? start.half;
}

function withHalf({ start, end }: WrittenRange, half: 'am' | 'pm'): WrittenRange {
  return end === null ? { start: halved(start, half), end } : { start, end: halved(end, half) };
}

function halved(clock: WrittenClock, half: 'am' | 'pm'): WrittenClock {
  return { ...clock, half };
}

function inOrder(range: WrittenRange, partner: WrittenRange, partnerIsLater: boolean): boolean {
  const [own, other] = [settleRange(range), settleRange(partner)];
  if (!own.ok || !other.ok) return false;
  return partnerIsLater ? own.start < other.start : own.start > other.start;
}

/** True when each slot is over before the next one starts; only the last may run past midnight. */
function follow(slots: readonly ClockRange[]): boolean {
  return slots.every((slot, index) => {
    const next = slots[index + 1];
    if (next === undefined) return true;
    return slot.start < next.start && (slot.end === null || (slot.end >= slot.start && slot.end <= next.start));
  });
}

function mayBeDoorsAndShow([first, second, ...more]: readonly ClockRange[]): boolean {
  if (first === undefined || second === undefined || more.length > 0) return false;
  return first.end === null && second.end === null && second.start - first.start <= DOORS_TO_SHOW_MINUTES;
}
