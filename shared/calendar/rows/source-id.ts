import { quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';

const SPOILT = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const LONGEST_ID = 1_000;

/** The id that the file gives the event, or null. An id that a spreadsheet rounded is no id any more. */
export function readSourceId(row: RowCells): string | null {
  const cell = row.get('sourceId');
  if (cell === '') return null;
  if (!SPOILT.test(cell)) return cell.slice(0, LONGEST_ID);
  row.warn(
    row.columns.label('sourceId'),
    'id_rounded',
    `${quoteCell(cell)} is an id that a spreadsheet has rounded, so it was not used. Format the column as text and export again.`,
  );
  return null;
}
