import { OnlyMidnights } from './columns/only-midnights.ts';
import { DateOrderEvidence } from './dates/date-order.ts';
import { ROWS_A_STEP } from './first-look.ts';
import type { ShortRows } from './notes/file-facts.ts';
import type { ColumnLookup } from './rows/row-cells.ts';
import { isBlankRow } from './rows/skipped-rows.ts';
import { cleanCell } from './text/fold.ts';
import type { SourceRow } from './understand.ts';

/** The second walk: what only all rows together can tell. */
type Evidence = {
  order: DateOrderEvidence;
  startMidnights: OnlyMidnights;
  endMidnights: OnlyMidnights;
  /** Rows below the header that are not blank. */
  rowCount: number;
  short: ShortRows;
};

export function* gatherEvidence(
  rows: Iterable<SourceRow>,
  table: { columns: ColumnLookup; bodyFrom: number; headerRow: number | null; width: number },
): Generator<void, Evidence> {
  const { columns } = table;
  const evidence: Evidence = {
    order: new DateOrderEvidence(),
    startMidnights: new OnlyMidnights(columns, 'start', 'startDate'),
    endMidnights: new OnlyMidnights(columns, 'end', 'endDate'),
    rowCount: 0,
    short: { first: null, count: 0 },
  };
  const weekday = columns.of('weekday')[0] ?? -1;
  const dates = [...columns.of('start'), ...columns.of('startDate')];
  const ends = [...columns.of('end'), ...columns.of('endDate')];
  let count = 0;
  for (const { row, cells } of rows) {
    count += 1;
    if (count % ROWS_A_STEP === 0) yield;
    if (table.headerRow !== null && row > table.headerRow && cells.length > 1 && cells.length < table.width) {
      evidence.short.first ??= row;
      evidence.short.count += 1;
    }
    if (row < table.bodyFrom || isBlankRow(cells)) continue;
    evidence.rowCount += 1;
    for (const index of dates) evidence.order.add(cleanCell(cells[index]), cleanCell(cells[weekday]));
    for (const index of ends) evidence.order.add(cleanCell(cells[index]), '');
    evidence.startMidnights.add(cells);
    evidence.endMidnights.add(cells);
  }
  return evidence;
}
