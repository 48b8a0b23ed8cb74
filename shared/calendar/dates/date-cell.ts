import { choiceWords, fromWords, listMarks, unknownTexts, untilWords } from '../text/filler-words.ts';
import { foldText } from '../text/fold.ts';
import { Cursor, tokenise } from '../text/lexer.ts';
import { readClockRange } from '../times/clock-range.ts';
import { readDoorsAndShow } from '../times/doors.ts';
import { readOffset } from '../times/offset.ts';
import type { DateOrder } from '../types.ts';
import { withPlainOffsets } from '../zones/zone-tail.ts';
import { BRACKETED, DOORS, HOLIDAY, isWeekdayNote, LEADING_AT } from './cell-extras.ts';
import { readDateList } from './date-list.ts';
import { readDateMoment, type WrittenDate } from './date-moment.ts';
import { explainUnreadable } from './date-problems.ts';
import { NOW_WORDS, readDayOfRange, takeRange } from './date-range.ts';
import { assemble, type DateReading, unreadable } from './date-reading.ts';
import { readPlainDate } from './plain-date.ts';
import { weekdaysOf } from './weekday-names.ts';

const LONGEST_DATE = 200;

const STOPS = new Set(['.', ',', ';']);

const JAPANESE_UNTIL = new Set(['まて', 'まで', '까지']);

/** Reads a cell that should hold a date: alone, with a time, or a range of either. The cell is not blank. */
export function readDateCell(cell: string, order: DateOrder): DateReading {
  return readPlainDate(cell, order) ?? readSpokenDate(cell, order);
}

function readSpokenDate(cell: string, order: DateOrder): DateReading {
  if (cell.length > LONGEST_DATE) return unreadable('unreadable_date');
  const plain = withPlainOffsets(cell);
  const again = plain === cell ? null : readPlainDate(plain.replace(/ GMT(?=[+-]\d{2}:)/, ''), order);
  if (again !== null) return again;
  const notes: string[] = [];
  const text = plain
    .replace(LEADING_AT, '')
    .replace(HOLIDAY, ' ')
    .replace(BRACKETED, (all, inside: string) => {
      if (isWeekdayNote(inside)) return all;
      notes.push(all);
      return ' ';
    });
  const cursor = new Cursor(tokenise(text));
  const reading = readTokens(cursor, order);
  if (reading.kind === 'date') return notes.length === 0 ? reading : { ...reading, note: notes.join(' ') };
  const withDoors = readDateWithDoors(plain, order);
  if (withDoors !== null) return withDoors;
  // Words in brackets may belong to one date of a list only.
  const dates = notes.length === 0 ? readDateList(cursor.tokens, order) : null;
  if (dates !== null) return { kind: 'several', dates };
  return isUnknown(cell) ? unreadable('date_unknown') : reading;
}

/** `Fri 12 March 2027, doors 7pm, show 8pm`, `3月12日（金）開場18:30／開演19:00`. */
function readDateWithDoors(cell: string, order: DateOrder): DateReading | null {
  const match = DOORS.exec(cell);
  if (match === null || match.index === 0) return null;
  const tail = match[0].replace(/^[\s,;|/·–-]+/, '');
  const date = readDateCell(cell.slice(0, match.index).trim(), order);
  const doors = readDoorsAndShow(tail);
  if (date.kind !== 'date' || date.startTime !== null || date.end !== null || doors?.kind !== 'show') return null;
  return { ...date, startTime: doors.range.start, endTime: doors.range.end, note: tail };
}

/** `TBA`, `noch offen`, `未定` */
function isUnknown(cell: string): boolean {
  return cell.length <= 30 && unknownTexts.has(foldText(cell).replace(/\s+/g, ''));
}

function readTokens(cursor: Cursor, order: DateOrder): DateReading {
  cursor.takeAll(NOW_WORDS);
  // The German `Do` (Thursday) is also the Polish `do` (until).
  const isWeekday = weekdaysOf(cursor.word() ?? '') !== null;
  if (!isWeekday && cursor.take(untilWords)) return unreadable('open_start');
  if (!isWeekday) cursor.take(fromWords);

  const first = readDateMoment(cursor, order) ?? readDayOfRange(cursor);
  if (first === null) return unreadable(explainUnreadable(cursor.tokens));
  const startClock = readClockRange(cursor, 'date_cell');
  if (startClock?.ok === false) return unreadable('contradictory_time');
  const offsetMinutes = startClock === null ? null : readOffset(cursor);

  let startTime = startClock?.start ?? null;
  let endTime = startClock?.end ?? null;
  let second: WrittenDate | null = null;
  if (endTime === null && takeRange(cursor)) {
    second = readDateMoment(cursor, order);
    const clock = readClockRange(cursor, 'date_cell');
    if (clock?.ok === false) return unreadable('contradictory_time');
    if (clock !== null && offsetMinutes !== null) readOffset(cursor);
    if (second !== null) endTime = clock?.start ?? null;
    else if (startTime === null && clock !== null) [startTime, endTime] = [clock.start, clock.end];
    else if (clock !== null && offsetMinutes !== null && cursor.done) endTime = clock.start;
    else if (!cursor.done) return unreadable(explainUnreadable(cursor.tokens));
  }
  if (cursor.take(JAPANESE_UNTIL)) {
    if (second === null) return unreadable('open_start');
  }
  cursor.takeAll(STOPS);
  if (!cursor.done) {
    const code = explainUnreadable(cursor.tokens);
    return unreadable(startTime !== null && isAnotherTime(cursor) ? 'several_times' : code);
  }
  return assemble(first, second, startTime, endTime, offsetMinutes);
}

const ANOTHER = new Set([...listMarks, ...choiceWords]);

/** `de 12h à 13h puis de 13h à 19h` */
function isAnotherTime(cursor: Cursor): boolean {
  cursor.takeAll(ANOTHER);
  return readClockRange(cursor, 'date_cell')?.ok === true;
}

/** Keeps the readings of one column: calendars repeat their dates. */
export function createDateReader(order: DateOrder): (cell: string) => DateReading {
  const known = new Map<string, DateReading>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const reading = readDateCell(cell, order);
    if (known.size < 20_000) known.set(cell, reading);
    return reading;
  };
}
