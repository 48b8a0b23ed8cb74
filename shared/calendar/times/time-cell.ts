import { allDayTexts, choiceWords, listMarks, timeFiller, unknownTexts } from '../text/filler-words.ts';
import { compactName, foldText } from '../text/fold.ts';
import { Cursor, tokenise } from '../text/lexer.ts';
import { splitZoneTail } from '../zones/zone-tail.ts';
import { type ClockRange, readClockRange } from './clock-range.ts';
import { readDoorsAndShow } from './doors.ts';
import { readSlots } from './slots.ts';

/** What a time cell says. Minutes since midnight; 24:00 and later are the next day. */
export type TimeReading =
  | {
      kind: 'time';
      start: number;
      end: number | null /** Words in brackets that were left out. */;
      note: string | null;
      /** What stands where the end should be, and could not be read: `9p-1:3`. */
      lostEnd?: string;
    }
  /** Two or more slots, in order: each is an event. */
  | { kind: 'slots'; slots: ClockRange[] }
  | { kind: 'allDay' }
  /** TBA, `?`, 未定. */
  | { kind: 'unknown' }
  | { kind: 'unreadable'; code: TimeProblem };

export type TimeProblem =
  | 'several_times'
  | 'overlapping_times'
  | 'contradictory_time'
  | 'half_of_day'
  | 'doors_only'
  | 'unreadable_time';

const BRACKETED = /[(（[［]([^()（）[\]［］]*)[)）\]］]/g;
const SPREADSHEET_EPOCH = /^(?:1899-12-3[01]|1900-01-0[01])[T ]/;
const DAY_FRACTION = /^0?[.,](\d+)$/;
/** Three digits and more are no minutes. */
const SURE_FRACTION = /^0?[.,]\d{3,}$/;
const PLAIN = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Reads a cell that should hold a time, or a range of times. The cell is not blank. */
export function readTimeCell(cell: string): TimeReading {
  const plain = PLAIN.exec(cell);
  if (plain !== null) {
    const hour = Number(plain[1]);
    const minute = Number(plain[2]);
    if (hour <= 29 && minute <= 59) return { kind: 'time', start: hour * 60 + minute, end: null, note: null };
  }
  return readSpokenTime(cell);
}

function readSpokenTime(cell: string): TimeReading {
  if (cell.length > 200) return { kind: 'unreadable', code: 'unreadable_time' };
  if (unknownTexts.has(foldText(cell).replace(/\s+/g, ''))) return { kind: 'unknown' };
  if (allDayTexts.has(compactName(cell))) return { kind: 'allDay' };

  const fraction = SURE_FRACTION.test(cell) ? readFraction(cell) : null;
  if (fraction !== null) return fraction;
  const notes: string[] = [];
  const text = plainTime(cell).replace(BRACKETED, (all) => {
    notes.push(all);
    return ' ';
  });
  const note = notes.length > 0 ? notes.join(' ') : null;
  const doors = readDoorsAndShow(text);
  if (doors !== null) {
    if (doors.kind !== 'show') return problem(doors.kind);
    return { kind: 'time', ...doors.range, note: cell };
  }
  const cursor = new Cursor(tokenise(text));
  const range = readClockRange(cursor, 'time_cell');
  if (range === null) return readFraction(text) ?? problem('unreadable_time');
  cursor.takeAll(TAIL);
  if (!cursor.done) return readMore(text, note, range.ok ? range : null, cursor);
  if (!range.ok) return problem(range.problem === 'contradiction' ? 'contradictory_time' : 'half_of_day');
  return { kind: 'time', start: range.start, end: range.end, note };
}

const TAIL = new Set(['.', '頃', 'ころ', '以降', '이후', '起', 'onwards', 'onward', 'sharp']);

/** `22:00-02:00+1`, `01:00 (+1 day)`: the end is on the next day, as it is anyway. */
const NEXT_DAY = /\s*[(（]?\+\s?1\s?(?:d|day|tag|jour|día|giorno|dag)?[)）]?\s*$/i;
/** `7.30 for 8pm`: the doors, and the start. */
const FOR = /^\D*\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?)?\s+for\s+(?=\d)/i;
/** `21,15`: a clock, unless the second number can be a later hour. */
const COMMA = /^(\D*\d{1,2}),([0-5]\d)(\D*)$/;
/** `14:00 17:30 21:00`: a list without marks; two alone may be start and end. */
const BARE_LIST = /^\d{1,2}[:.]\d{2}(?:\s+\d{1,2}[:.]\d{2}){2,}$/;

/** The cell without what programs and people add to its clocks. */
function plainTime(cell: string): string {
  const zone = splitZoneTail(cell);
  const text = (zone?.text ?? cell).replace(SPREADSHEET_EPOCH, '');
  if (BARE_LIST.test(text)) return text.replace(/\s+/g, ' & ');
  const comma = COMMA.exec(text);
  if (comma !== null && isMinutes(Number(comma[1]?.replace(/\D/g, '')), Number(comma[2])))
    return `${comma[1]}:${comma[2]}${comma[3]}`;
  return text.replace(/\d:\d\d.*\d:\d\d/.test(text) ? NEXT_DAY : /$^/, '').replace(FOR, '');
}

function isMinutes(hour: number, second: number): boolean {
  return hour <= 24 && (second > 24 || second <= hour) && second % 5 === 0;
}

/** The cell goes on after its first clock: a list of slots, an end that is none, or something else. */
function readMore(text: string, note: string | null, first: ClockRange | null, cursor: Cursor): TimeReading {
  const slots = readSlots(new Cursor(tokenise(text)), 'time_cell');
  // Words in brackets may belong to one slot only (`12h-13h (PMR), 13h-19h`).
  if (slots?.ok === true) return note === null ? { kind: 'slots', slots: slots.slots } : problem('several_times');
  if (slots !== null) return problem(slots.problem);
  if (isAnotherTime(cursor)) return problem('several_times');
  const lostEnd = first?.end === null ? LOST_END.exec(text)?.[1] : undefined;
  if (first !== null && lostEnd !== undefined) {
    return { kind: 'time', start: first.start, end: null, note, lostEnd };
  }
  return problem('unreadable_time');
}

/** `9p-1:3`: a marked start, a dash, and digits that are no clock. */
const LOST_END = /^\s*\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?(?:m\.?)?\s*[-–—]\s*(\d[\d:.]*\s?[ap]?\.?(?:m\.?)?)\s*$/i;

function problem(code: TimeProblem): TimeReading {
  return { kind: 'unreadable', code };
}

const ANOTHER = new Set([...listMarks, ...choiceWords]);

function isAnotherTime(cursor: Cursor): boolean {
  cursor.takeAll(ANOTHER);
  cursor.takeAll(timeFiller);
  return readClockRange(cursor, 'time_cell') !== null;
}

/** A spreadsheet keeps times as a fraction of the day: 0.8125 is 19:30. */
function readFraction(text: string): TimeReading | null {
  const match = DAY_FRACTION.exec(text.trim());
  if (match === null) return null;
  const minutes = Math.round(Number(`0.${match[1]}`) * 1_440);
  return minutes < 1_440 ? { kind: 'time', start: minutes, end: null, note: null } : null;
}
