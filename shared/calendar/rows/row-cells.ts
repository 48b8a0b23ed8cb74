import type { Section } from '../groups/section-date.ts';
import { cleanCell } from '../text/fold.ts';
import type { ColumnReading, ColumnRole, RowIssue } from '../types.ts';

/** Which columns hold what, in the form that reading a row needs. */
export class ColumnLookup {
  private readonly indexes = new Map<ColumnRole, number[]>();
  readonly labels: readonly string[];

  constructor(columns: readonly ColumnReading[]) {
    this.labels = columns.map((column) => column.header);
    for (const { role, index } of columns) {
      if (role === 'ignore') continue;
      this.indexes.set(role, [...(this.indexes.get(role) ?? []), index]);
    }
  }

  has(...roles: ColumnRole[]): boolean {
    return roles.some((role) => this.indexes.has(role));
  }

  of(role: ColumnRole): readonly number[] {
    return this.indexes.get(role) ?? [];
  }

  /** The header of the first column with one of these roles, for messages; null when there is none. */
  label(...roles: ColumnRole[]): string | null {
    for (const role of roles) {
      const index = this.indexes.get(role)?.[0];
      if (index !== undefined) return this.labels[index] ?? null;
    }
    return null;
  }
}

/** The cells of one row by role, and the issues found in it. */
export class RowCells {
  readonly row: number;
  readonly issues: RowIssue[] = [];
  readonly columns: ColumnLookup;
  /** The date that a heading above gives to rows that lack a part of theirs. */
  readonly section: Section | null;
  private readonly cells: readonly string[];

  constructor(row: number, cells: readonly string[], columns: ColumnLookup, section: Section | null = null) {
    this.row = row;
    this.cells = cells;
    this.columns = columns;
    this.section = section;
  }

  /** The same cells with issues of their own: for one of the events that a row makes. */
  fork(): RowCells {
    return new RowCells(this.row, this.cells, this.columns, this.section);
  }

  /** The first cell that is not blank among the columns with one of these roles, trimmed; '' when there is none. */
  get(...roles: ColumnRole[]): string {
    for (const role of roles) {
      for (const index of this.columns.of(role)) {
        const cell = cleanCell(this.cells[index]);
        if (cell !== '') return cell;
      }
    }
    return '';
  }

  /** Every filled cell with this role, with the header of its column. */
  all(role: ColumnRole): { label: string; cell: string }[] {
    return this.columns.of(role).flatMap((index) => {
      const cell = cleanCell(this.cells[index]);
      return cell === '' ? [] : [{ label: this.columns.labels[index] ?? '', cell }];
    });
  }

  error(column: string | null, code: string, message: string): void {
    this.issues.push({ row: this.row, column, code, severity: 'error', message });
  }

  warn(column: string | null, code: string, message: string): void {
    this.issues.push({ row: this.row, column, code, severity: 'warning', message });
  }

  get hasErrors(): boolean {
    return this.issues.some((issue) => issue.severity === 'error');
  }
}
