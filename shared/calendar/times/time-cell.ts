import { allDayTexts, listMarks, timeFiller, unknownTexts } from '../text/filler-words.ts';
import { compactName, foldText } from '../text/fold.ts';
import { Cursor, tokenise } from '../text/lexer.ts';
import { readClockRange } from './clock-range.ts';

/** What a time cell says. Minutes since midnight; 24:00 and later are the next day. */
export type TimeReading =
  | {
      kind: 'time';
      start: number;
      end: number | null /** Words in brackets that were left out. */;
      note: string | null;
    }
  | { kind: 'allDay' }
  /** TBA, `?`, 未定. */
  | { kind: 'unknown' }
  | { kind: 'unreadable'; code: TimeProblem };

export type TimeProblem = 'several_times' | 'contradictory_time' | 'half_of_day' | 'unreadable_time';

const BRACKETED = /[(（[［]([^()（）[\]［］]*)[)）\]］]/g;
const SPREADSHEET_EPOCH = /^(?:1899-12-3[01]|1900-01-0[01])[T ]/;
const DAY_FRACTION = /^0?[.,](\d+)$/;
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

  const notes: string[] = [];
  const text = cell.replace(SPREADSHEET_EPOCH, '').replace(BRACKETED, (all) => {
    notes.push(all);
    return ' ';
  });
  const cursor = new Cursor(tokenise(text));
  const range = readClockRange(cursor, 'time_cell');
  if (range === null) return readFraction(text) ?? { kind: 'unreadable', code: 'unreadable_time' };
  if (!range.ok) {
    return { kind: 'unreadable', code: range.problem === 'contradiction' ? 'contradictory_time' : 'half_of_day' };
  }
  cursor.takeAll(new Set(['.', '頃', 'ごろ']));
  if (!cursor.done) {
    return { kind: 'unreadable', code: isAnotherTime(cursor) ? 'several_times' : 'unreadable_time' };
  }
  return { kind: 'time', start: range.start, end: range.end, note: notes.length > 0 ? notes.join(' ') : null };
}

function isAnotherTime(cursor: Cursor): boolean {
  cursor.takeAll(listMarks);
  cursor.takeAll(timeFiller);
  return readClockRange(cursor, 'time_cell')?.ok === true;
}

/** A spreadsheet keeps times as a fraction of the day: 0.8125 is 19:30. */
function readFraction(text: string): TimeReading | null {
  const match = DAY_FRACTION.exec(text.trim());
  if (match === null) return null;
  const minutes = Math.round(Number(`0.${match[1]}`) * 1_440);
  return minutes < 1_440 ? { kind: 'time', start: minutes, end: null, note: null } : null;
}
