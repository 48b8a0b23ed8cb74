import { assignRoles } from './columns/assign-roles.ts';
import { profileColumns } from './columns/profile.ts';
import { findNightlyZTimes } from './columns/z-times.ts';
import { createDateReader } from './dates/date-cell.ts';
import { gatherEvidence } from './evidence.ts';
import { lookAtRows, tableWidth } from './first-look.ts';
import { findFormat } from './formats/find-format.ts';
import { OUR_EXPORT } from './formats/known/known-format.ts';
import { type CarryPattern, findCarryPattern } from './groups/carry-pattern.ts';
import { dateRoles } from './groups/row-shape.ts';
import { findOpening } from './groups/section-date.ts';
import { readSheet } from './groups/sheet-reader.ts';
import { findHeader, headerAt, isTypeRow } from './headers/find-header.ts';
import { findDayGrid, findPlaceGrid, type Grid } from './headers/grid-sheet.ts';
import { headerLabels } from './headers/header-labels.ts';
import { yearInPreamble } from './headers/preamble-year.ts';
import { rolesByName } from './headers/role-by-name.ts';
import { describeFile } from './notes/describe-file.ts';
import type { RowContext } from './rows/read-row.ts';
import { ColumnLookup } from './rows/row-cells.ts';
import { isBlankRow, rowText } from './rows/skipped-rows.ts';
import type { FileReading, ReadingOptions, ReadRow } from './types.ts';

/** One record of the file. `row` is the number that a spreadsheet shows. */
export type SourceRow = { row: number; cells: string[] };

/** A file that was understood: what it is, and how to read each of its rows. */
export type UnderstoodCalendar = {
  reading: Pick<FileReading, 'headerRow' | 'columns' | 'dateOrder' | 'dateOrderReason' | 'issues' | 'program'>;
  /**
   * Reads the rows in one walk, from the first to the last. Every row but the header gives one answer, or several
   * events; the answers come in the order of the rows.
   */
  readRows: (rows: Iterable<SourceRow>) => Iterable<ReadRow>;
  /** What keeps the file from being a calendar, if anything. */
  lack: 'rows' | 'title' | 'date' | 'title_and_date' | null;
  /** The sheet is a grid, which cannot be read: days or places are its columns. */
  grid: Grid | null;
  headers: string[];
};

/**
 * Understands the records of a file: header, columns, date order. Pure and deterministic. It walks the rows twice and
 * keeps few of them. Yields now and then, so that the caller can breathe or stop.
 * @param rows may be walked again and again
 */
export function* understand(rows: Iterable<SourceRow>, options: ReadingOptions): Generator<void, UnderstoodCalendar> {
  const first = yield* lookAtRows(rows);
  const headCells = first.head.map((source) => source.cells);
  const headerIndex = headerAt(first.head, options.headerRow) ?? findHeader(headCells, options.mapping);
  const header = headerIndex < 0 ? null : (headCells[headerIndex] ?? null);
  const typeRow = header !== null && isTypeRow(headCells[headerIndex + 1] ?? []) ? headerIndex + 1 : -1;
  const rowNumber = (index: number) => first.head[index]?.row ?? null;
  const headerRow = header === null ? null : rowNumber(headerIndex);
  const typeRowNumber = rowNumber(typeRow) ?? -1;
  const bodyFrom = Math.max(headerRow ?? 0, typeRowNumber) + 1;

  const sample = first.sample.rows().filter(({ row, cells }) => row >= bodyFrom && !isBlankRow(cells));
  const width = tableWidth(header, first, bodyFrom);
  const labels = headerLabels(header, width);
  const profiles = profileColumns(
    sample.map(({ cells }) => cells),
    width,
  );
  const format = findFormat(header);
  const plan = assignRoles({ labels, header, profiles, mapping: options.mapping, format });
  const columns = new ColumnLookup(plan.columns);
  const evidence = yield* gatherEvidence(rows, { columns, bodyFrom, headerRow, width });
  const order = evidence.order.decide({
    given: options.dateOrder ?? options.mapping?.dateOrder,
    languages: plan.languages,
    timeZone: options.mapping?.timeZone ?? options.timeZone,
  });
  const preamble = first.head.slice(0, Math.max(headerIndex, 0));
  const titleYear = yearInPreamble(preamble.map((source) => rowText(source.cells)));
  const context: RowContext = {
    columns,
    options,
    timeZone: options.mapping?.timeZone ?? options.timeZone,
    readDate: createDateReader(order.order),
    fileYear: options.year === undefined ? titleYear : { first: options.year, isSeason: false },
    startIsDateOnly: evidence.startMidnights.answer,
    endIsDateOnly: evidence.endMidnights.answer,
    isOurs: format?.name === OUR_EXPORT,
  };
  const bodyHead = headCells.slice(Math.max(headerIndex, typeRow) + 1);
  const found = findCarryPattern(bodyHead, columns, context.readDate);
  const title = findOpening(preamble, context.readDate);
  // A day in the title is that of all rows only where they have none.
  const opening = title?.day != null && columns.has(...dateRoles) ? null : title;
  const pattern = opening?.day == null ? found : { ...found, dateHeadings: true };
  const sheet = { headerRow, typeRow: typeRowNumber, header, context, pattern, opening };
  const sampleCells = sample.map(({ cells }) => cells);
  const zTimes = findNightlyZTimes(sampleCells, columns, context.readDate, context.timeZone);
  const firstRow = first.head[0]?.row ?? 1;
  const { rowCount, short } = evidence;
  const issues = describeFile({
    plan,
    profiles,
    order,
    titleYear,
    rowCount,
    short,
    width,
    firstRow,
    headerRow,
    options,
    pattern,
    zTimes,
  });
  const lack = whatLacks(rowCount, columns, pattern, options);
  const isOpen = options.mapping === undefined;
  const dayGrid = isOpen && lack !== null ? findDayGrid(headCells) : null;
  return {
    reading: {
      program: format?.name ?? null,
      headerRow,
      columns: plan.columns,
      dateOrder: order.order,
      dateOrderReason: order.reason,
      issues,
    },
    readRows: (walk) => readSheet(walk, sheet),
    lack,
    grid: isOpen ? (dayGrid ?? findPlaceGrid(header, profiles)) : null,
    headers: labels,
  };
}

function whatLacks(
  rowCount: number,
  columns: ColumnLookup,
  pattern: CarryPattern,
  { mapping }: ReadingOptions,
): UnderstoodCalendar['lack'] {
  if (rowCount === 0) return 'rows';
  const hasTitle = columns.has('title');
  const hasDate =
    columns.has('start', 'startDate') || (columns.has('month') && columns.has('day')) || pattern.dateHeadings;
  if (hasTitle && hasDate) return null;
  if (hasDate) return 'title';
  // Any column of words can be taken for titles; without a date only its name makes a calendar of the file.
  const isNamed = rolesByName(columns.label('title') ?? '').some(({ role }) => role === 'title');
  return hasTitle && (isNamed || mapping !== undefined) ? 'date' : 'title_and_date';
}
