import { quoteCell } from '../text/fold.ts';
import type { ColumnRole } from '../types.ts';
import type { RowCells } from './row-cells.ts';

const WHOLE_NUMBER = /^\d{1,3}(?:[., '’]\d{3})+$|^\d+(?:[.,]0+)?$/;
const NOT_DIGIT = /[^\d]/g;

/** A whole number in a cell; null when the cell is blank, or with a warning when it holds something else. */
export function readWholeNumber(row: RowCells, role: ColumnRole, what: string): number | null {
  const cell = row.get(role);
  if (cell === '') return null;
  const value = WHOLE_NUMBER.test(cell) ? Number(cell.replace(/[.,]0+$/, '').replace(NOT_DIGIT, '')) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  row.warn(
    row.columns.label(role),
    'unreadable_number',
    `${quoteCell(cell)} is not a whole number, so the ${what} was left out.`,
  );
  return null;
}
