import { type CalendarDate, weekdayOf } from '../dates/arithmetic.ts';
import { readWeekdayCell, weekdayName } from '../dates/weekday-names.ts';
import { quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';
import type { SettledDate } from './settle-date.ts';

/** Warns when the weekday beside a date is not the date's own: one of the two is a slip, and only a person knows which. */
export function checkWeekdays(row: RowCells, date: SettledDate): void {
  const label = row.columns.label('start', 'startDate');
  warnUnlessMatching(row, label, date.text, date.start, date.startWeekdays);
  if (date.end !== null) warnUnlessMatching(row, label, date.text, date.end, date.endWeekdays);
  const cell = row.get('weekday');
  if (cell !== '') warnUnlessMatching(row, row.columns.label('weekday'), cell, date.start, readWeekdayCell(cell));
}

function warnUnlessMatching(
  row: RowCells,
  label: string | null,
  cell: string,
  date: CalendarDate,
  named: readonly number[] | null,
): void {
  if (named === null) return;
  const actual = weekdayOf(date);
  if (named.includes(actual)) return;
  const iso = `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  row.warn(
    label,
    'weekday_mismatch',
    `${quoteCell(cell)} does not fit: ${iso} is a ${weekdayName(actual)}. Check the date, its year and the weekday.`,
  );
}
