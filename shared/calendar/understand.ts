import { assignRoles, type ColumnPlan } from './columns/assign-roles.ts';
import { hasOnlyMidnights } from './columns/only-midnights.ts';
import { profileColumns } from './columns/profile.ts';
import { sampleRows } from './columns/sample-rows.ts';
import { createDateReader } from './dates/date-cell.ts';
import { type DateOrderDecision, DateOrderEvidence } from './dates/date-order.ts';
import { describeFile } from './file-issues.ts';
import { findHeader, isTypeRow } from './headers/find-header.ts';
import { headerLabels } from './headers/header-labels.ts';
import { yearInPreamble } from './headers/preamble-year.ts';
import { rolesByName } from './headers/role-by-name.ts';
import { type RowContext, readDataRow } from './rows/read-row.ts';
import { ColumnLookup } from './rows/row-cells.ts';
import { isBlankRow, isHeadingRow, repeatsHeader, rowText } from './rows/skipped-rows.ts';
import { cleanCell } from './text/fold.ts';
import type { FileReading, ReadingOptions, ReadRow } from './types.ts';

/** One record of the file. `row` is the number that a spreadsheet shows. */
export type SourceRow = { row: number; cells: string[] };

/** A file that was understood: what it is, and how to read each of its rows. */
export type UnderstoodCalendar = {
  reading: Pick<FileReading, 'headerRow' | 'columns' | 'dateOrder' | 'dateOrderReason' | 'issues'>;
  /** Null for the header row; for every other row exactly one answer. */
  readRow: (source: SourceRow) => ReadRow | null;
  /** What keeps the file from being a calendar, if anything. */
  lack: 'rows' | 'title' | 'date' | 'title_and_date' | null;
  headers: string[];
};

/** Understands the records of a file: header, columns, date order. Pure and deterministic. */
export function understandCalendar(rows: readonly SourceRow[], options: ReadingOptions): UnderstoodCalendar {
  const allCells = rows.map((source) => source.cells);
  const headerIndex = findHeader(allCells, options.mapping);
  const header = headerIndex < 0 ? null : (allCells[headerIndex] ?? null);
  const typeRow = header !== null && isTypeRow(allCells[headerIndex + 1] ?? []) ? headerIndex + 1 : -1;
  const body = allCells.slice(Math.max(headerIndex, typeRow) + 1).filter((cells) => !isBlankRow(cells));

  const width = tableWidth(header, body);
  const labels = headerLabels(header, width);
  const profiles = profileColumns(sampleRows(body), width);
  const plan = assignRoles(labels, header, profiles, options.mapping);
  const columns = new ColumnLookup(plan.columns);
  const order = decideOrder(body, columns, plan, options);
  const preamble = rows.slice(0, Math.max(headerIndex, 0));
  const fileYear = yearInPreamble(preamble.map((source) => rowText(source.cells)));
  const context: RowContext = {
    columns,
    options,
    timeZone: options.mapping?.timeZone ?? options.timeZone,
    readDate: createDateReader(order.order),
    fileYear,
    startIsDateOnly: hasOnlyMidnights(body, columns, 'start', 'startDate'),
    endIsDateOnly: hasOnlyMidnights(body, columns, 'end', 'endDate'),
  };

  const headerRow = header === null ? null : (rows[headerIndex]?.row ?? null);
  const typeRowNumber = rows[typeRow]?.row ?? -1;
  const issues = describeFile({ plan, profiles, order, fileYear, body, width, rows, headerRow, options });
  return {
    reading: { headerRow, columns: plan.columns, dateOrder: order.order, dateOrderReason: order.reason, issues },
    readRow: (source) => readSourceRow(source, { headerRow, typeRowNumber, header, context }),
    lack: whatLacks(body, columns, options),
    headers: labels,
  };
}

type RowPlace = {
  headerRow: number | null;
  typeRowNumber: number;
  header: readonly string[] | null;
  context: RowContext;
};

function readSourceRow({ row, cells }: SourceRow, place: RowPlace): ReadRow | null {
  const { headerRow, typeRowNumber, header, context } = place;
  if (row === headerRow) return null;
  const skipped = (reason: 'blank' | 'preamble' | 'heading'): ReadRow => ({
    kind: 'skipped',
    row,
    reason,
    text: rowText(cells),
  });
  if (headerRow !== null && row < headerRow) return skipped('preamble');
  if (isBlankRow(cells)) return skipped('blank');
  if (row === typeRowNumber || repeatsHeader(cells, header) || isHeadingRow(cells, context.columns))
    return skipped('heading');
  return readDataRow(row, cells, context);
}

/** As many columns as the header has; without one, as the widest row has. Trailing delimiters add no column. */
function tableWidth(header: readonly string[] | null, body: readonly (readonly string[])[]): number {
  if (header === null) return body.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  let width = header.length;
  const isUsed = (index: number) =>
    cleanCell(header[index]) !== '' || body.some((cells) => cleanCell(cells[index]) !== '');
  while (width > 1 && !isUsed(width - 1)) width -= 1;
  return width;
}

function decideOrder(
  body: readonly (readonly string[])[],
  columns: ColumnLookup,
  plan: ColumnPlan,
  options: ReadingOptions,
): DateOrderDecision {
  const evidence = new DateOrderEvidence();
  const weekday = columns.of('weekday')[0] ?? -1;
  const dates = [...columns.of('start'), ...columns.of('startDate')];
  const ends = [...columns.of('end'), ...columns.of('endDate')];
  for (const cells of body) {
    for (const index of dates) evidence.add(cleanCell(cells[index]), cleanCell(cells[weekday]));
    for (const index of ends) evidence.add(cleanCell(cells[index]), '');
  }
  const given = options.dateOrder ?? options.mapping?.dateOrder;
  return evidence.decide({ given, languages: plan.languages, timeZone: options.mapping?.timeZone ?? options.timeZone });
}

function whatLacks(
  body: readonly unknown[],
  columns: ColumnLookup,
  { mapping }: ReadingOptions,
): UnderstoodCalendar['lack'] {
  if (body.length === 0) return 'rows';
  const hasTitle = columns.has('title');
  const hasDate = columns.has('start', 'startDate') || (columns.has('month') && columns.has('day'));
  if (hasTitle && hasDate) return null;
  if (hasDate) return 'title';
  // Any column of words can be taken for titles; without a date only its name makes a calendar of the file.
  const isNamed = rolesByName(columns.label('title') ?? '').some(({ role }) => role === 'title');
  return hasTitle && (isNamed || mapping !== undefined) ? 'date' : 'title_and_date';
}
