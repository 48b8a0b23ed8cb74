import { RowSample } from './columns/sample-rows.ts';
import { cleanCell } from './text/fold.ts';
import type { SourceRow } from './understand.ts';

/** How many rows are read between two chances to breathe. */
export const ROWS_A_STEP = 500;

/** Rows at the beginning of a file among which a header is looked for. */
const HEAD_ROWS = 600;

/** The first walk: the beginning, a sample of everything, and how wide the rows are. */
type FirstLook = {
  head: SourceRow[];
  sample: RowSample;
  /** One more than the last cell that says something, over all rows behind the head. */
  usedWidth: number;
  /** The widest row. */
  widest: number;
};

export function* lookAtRows(rows: Iterable<SourceRow>): Generator<void, FirstLook> {
  const look: FirstLook = { head: [], sample: new RowSample(), usedWidth: 0, widest: 0 };
  let count = 0;
  for (const source of rows) {
    if (look.head.length < HEAD_ROWS) look.head.push(source);
    else look.usedWidth = Math.max(look.usedWidth, usedWidth(source.cells, look.usedWidth));
    look.widest = Math.max(look.widest, source.cells.length);
    look.sample.add(source);
    count += 1;
    if (count % ROWS_A_STEP === 0) yield;
  }
  return look;
}

/** One more than the last cell that says something; cells before `from` need no look. */
function usedWidth(cells: readonly string[], from: number): number {
  for (let index = cells.length - 1; index >= from; index -= 1) if (cleanCell(cells[index]) !== '') return index + 1;
  return 0;
}

/** As many columns as the header has; without one, as the widest row has. Trailing delimiters add no column. */
export function tableWidth(header: readonly string[] | null, look: FirstLook, bodyFrom: number): number {
  if (header === null) return look.widest;
  const bodyHead = look.head.filter(({ row }) => row >= bodyFrom).map(({ cells }) => usedWidth(cells, 0));
  const used = Math.max(usedWidth(header, 0), look.usedWidth, ...bodyHead);
  return Math.max(1, Math.min(header.length, used));
}
