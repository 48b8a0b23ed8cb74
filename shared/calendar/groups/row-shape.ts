import type { DateReading } from '../dates/date-reading.ts';
import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';
import type { ColumnRole } from '../types.ts';
import { readSectionDate, type SectionDate } from './section-date.ts';

/** Roles whose cells together are the date of a row. */
export const dateRoles: readonly ColumnRole[] = ['start', 'startDate', 'year', 'month', 'day'];
export const placeRoles: readonly ColumnRole[] = ['locationName'];

/** Every cell that is not blank, with its column. */
export function filledCells(cells: readonly string[]): { index: number; text: string }[] {
  return cells.flatMap((cell, index) => {
    const text = cleanCell(cell);
    return text === '' ? [] : [{ index, text }];
  });
}

/** True for a row that is really empty. One of spreadsheet errors (`#N/A`) is blank, but stands inside its group. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** True when nothing but the columns of the date is filled. */
export function isDateOnlyRow(cells: readonly string[], columns: ColumnLookup): boolean {
  const filled = filledCells(cells);
  const isDate = ({ index }: { index: number }) =>
    [...dateRoles, 'weekday' as const].some((role) => columns.of(role).includes(index));
  return (
    filled.length > 0 && filled.every(isDate) && filled.some(({ index }) => !columns.of('weekday').includes(index))
  );
}

/** The date of a row with one cell that is a whole date, wherever it stands; null for every other row. */
export function headingDate(
  cells: readonly string[],
  columns: ColumnLookup,
  readDate: (cell: string) => DateReading,
): SectionDate | null {
  if (columns.labels.length < 2) return null;
  const filled = filledCells(cells);
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || only.text.length > 60) return null;
  const date = readSectionDate(only.text, readDate);
  return date?.day === undefined || date.day === null ? null : date;
}
