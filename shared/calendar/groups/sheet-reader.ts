import { type RowContext, readDataRow } from '../rows/read-row.ts';
import { isBlankRow, isHeadingRow, repeatsHeader, rowText } from '../rows/skipped-rows.ts';
import type { ReadRow, RowIssue, SkipReason } from '../types.ts';
import { Carrier } from './carrier.ts';
import type { CarryPattern } from './carry-pattern.ts';
import { isContinuation, joinRows } from './continuation.ts';
import { filledCells, headingDate, isEmptyRow } from './row-shape.ts';
import { readSectionDate, type Section } from './section-date.ts';

/** What is known of a file before its rows are read one after the other. */
export type SheetPlan = {
  headerRow: number | null;
  typeRow: number;
  header: readonly string[] | null;
  context: RowContext;
  pattern: CarryPattern;
  /** The day that the title of the sheet names, for rows of a sheet without dates. */
  opening: Section | null;
};

type Pending = {
  row: number;
  cells: readonly string[];
  notes: RowIssue[];
  section: Section | null;
  /** Rows that were joined to this one. */
  joined: ReadRow[];
};

/** The answers for all rows of a file, in one walk. */
export function* readSheet(
  rows: Iterable<{ row: number; cells: string[] }>,
  plan: SheetPlan,
): Generator<ReadRow, void> {
  const reader = new SheetReader(plan);
  for (const { row, cells } of rows) yield* reader.read(row, cells);
  yield* reader.end();
}

/**
 * Reads the rows of one file forward, once, in their order. A row is held back until the next one is known, because
 * that may be its second line; so `read` answers for the row before, and `end` for the last.
 */
class SheetReader {
  private readonly plan: SheetPlan;
  private readonly carrier: Carrier;
  private pending: Pending | null = null;

  constructor(plan: SheetPlan) {
    this.plan = plan;
    this.carrier = new Carrier(plan.context.columns, plan.pattern);
    if (plan.opening !== null) this.carrier.passHeading(plan.opening.row, plan.opening.text, plan.opening);
  }

  /** Takes the next row of the file; gives what is final by now, in the order of the file. */
  read(row: number, cells: readonly string[]): ReadRow[] {
    const { headerRow, context, pattern } = this.plan;
    if (row === headerRow) return this.end();
    if (headerRow !== null && row < headerRow) return this.skip(row, cells, 'preamble');
    if (isBlankRow(cells)) {
      if (isEmptyRow(cells)) this.carrier.passBlank();
      return this.skip(row, cells, 'blank');
    }
    if (row === this.plan.typeRow || repeatsHeader(cells, this.plan.header)) return this.skip(row, cells, 'heading');
    const date = pattern.dateHeadings ? headingDate(cells, context.columns, context.readDate) : null;
    if (date !== null || isHeadingRow(cells, context.columns)) {
      const text = filledCells(cells)[0]?.text ?? '';
      this.carrier.passHeading(row, text, date ?? readSectionDate(text, context.readDate));
      return this.skip(row, cells, 'heading');
    }
    if (this.carrier.isDateRow(cells)) {
      this.carrier.passDateRow(row, this.carrier.fill(row, cells).cells);
      return this.skip(row, cells, 'heading');
    }
    if (this.pending !== null && isContinuation(cells, this.pending.cells, context.columns)) {
      this.join(row, cells, this.pending);
      return [];
    }
    const ready = this.end();
    this.pending = { row, ...this.carrier.fill(row, cells), section: this.carrier.section, joined: [] };
    return ready;
  }

  /** What was held back. To be called after the last row. */
  end(): ReadRow[] {
    const { pending } = this;
    this.pending = null;
    if (pending === null) return [];
    return [...readDataRow(pending.row, pending.cells, this.plan.context, pending), ...pending.joined];
  }

  private skip(row: number, cells: readonly string[], reason: SkipReason): ReadRow[] {
    return [...this.end(), { kind: 'skipped', row, reason, text: rowText(cells) }];
  }

  private join(row: number, cells: readonly string[], pending: Pending): void {
    pending.cells = joinRows(pending.cells, cells, this.plan.context.columns);
    pending.joined.push({ kind: 'skipped', row, reason: 'continuation', text: rowText(cells) });
    pending.notes.push({
      row: pending.row,
      column: null,
      code: 'continued',
      severity: 'warning',
      message: `The text of row ${row} was added to this event, because that row goes on with it. Give it a date if it is an event of its own.`,
    });
  }
}
