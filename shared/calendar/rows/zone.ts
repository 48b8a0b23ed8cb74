import { isTimeZone } from '../../time/zoned.ts';
import { quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';

const OFFSET = /^(?:UTC|GMT)?\s*[+-]\s*\d{1,2}(?::?\d{2})?$/i;

/** The zone of a row: its own, else the default. Null with an error when its own is none. */
export function readZone(row: RowCells, fallback: string): { timeZone: string; given: boolean } | null {
  const cell = row.get('timeZone');
  if (cell === '') return { timeZone: fallback, given: false };
  if (!OFFSET.test(cell) && isTimeZone(cell)) return { timeZone: cell, given: true };
  row.error(row.columns.label('timeZone'), 'unknown_zone', describe(cell));
  return null;
}

/** An offset fixes one instant, not the summer time of a place: it is not turned into a zone by guessing. */
function describe(cell: string): string {
  const what = OFFSET.test(cell) ? 'is an offset, not a time zone' : 'is not a time zone name';
  return `${quoteCell(cell)} ${what}. Use a name such as Europe/Berlin, Asia/Tehran or America/New_York, or leave the cell empty.`;
}
