import type { DateReading, NamedDate } from '../dates/date-reading.ts';
import { readWeekdayCell } from '../dates/weekday-names.ts';
import { quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';

/** `Fri 5`, `5.`, `5th` below a heading that names the month. */
const DAY_ALONE = /^(?:(\p{L}+)[.,]*\s*)?(\d{1,2})(?:\.|st|nd|rd|th|日|일)?(?:[,\s]*[(]?(\p{L}+)[.)]*)?$/iu;

export function dayOfSection(row: RowCells, cell: string): DateReading | null {
  const month = row.section?.month ?? null;
  const match = month === null ? null : DAY_ALONE.exec(cell);
  if (month === null || match === null) return null;
  const [, before, day, after] = match;
  const weekday = before ?? after;
  const weekdays = weekday === undefined ? null : readWeekdayCell(weekday);
  if (weekday !== undefined && weekdays === null) return null;
  noteSection(row, 'month');
  return reading({ year: null, month, day: Number(day), weekdays });
}

/** The heading's own date, for a row that says nothing about its date; the day alone, when the row has that. */
export function wholeSection(row: RowCells): NamedDate | null {
  const { section } = row;
  if (section === null || section.month === null) return null;
  const day = row.get('day').replace(/\.$/, '');
  if (/^\d{1,2}$/.test(day) && row.get('month') === '') {
    noteSection(row, 'month');
    return { year: null, month: section.month, day: Number(day), weekdays: null };
  }
  if (section.day === null || day !== '' || row.get('month') !== '') return null;
  noteSection(row, 'date');
  return { year: section.year, month: section.month, day: section.day, weekdays: section.weekdays };
}

export function noteSection(row: RowCells, what: 'date' | 'month' | 'year'): void {
  const { section } = row;
  if (section === null) return;
  row.warn(
    row.columns.label('start', 'startDate', 'day', 'month'),
    'from_heading',
    `The ${what} was taken from the heading ${quoteCell(section.text)} in row ${section.row}. Write it into the row if that is wrong.`,
  );
}

export function reading(start: NamedDate): DateReading {
  return { kind: 'date', start, startTime: null, end: null, endTime: null, offsetMinutes: null, note: null };
}
