import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';
import type { ColumnRole, RowIssue } from '../types.ts';
import type { CarryPattern } from './carry-pattern.ts';
import { CellsByRole } from './cells-by-role.ts';
import { dateRoles, isDateOnlyRow, placeRoles } from './row-shape.ts';
import type { Section, SectionDate } from './section-date.ts';

type Kept = { row: number; cells: readonly string[] };

/** A date fills down with the weekday beside it, from the greatest part to the least. */
const dateParts: readonly ColumnRole[] = ['year', 'month', 'day'];

/**
 * Walks forward through a sheet and gives rows what they owe to the rows above: cells that fill down, and the date of a
 * heading. It keeps the last values only, so it does not grow with the file.
 */
export class Carrier {
  private readonly columns: ColumnLookup;
  private readonly pattern: CarryPattern;
  private readonly read: CellsByRole;
  private date: Kept | null = null;
  private place: Kept | null = null;
  private heading: Section | null = null;

  constructor(columns: ColumnLookup, pattern: CarryPattern) {
    this.columns = columns;
    this.pattern = pattern;
    this.read = new CellsByRole(columns);
  }

  /** The heading above the current row. */
  get section(): Section | null {
    return this.heading;
  }

  /** An empty row; where those end groups, nothing is taken over across it. */
  passBlank(): void {
    if (this.pattern.blankEnds) this.forget();
  }

  /** A heading ends every group. One that names a date gives it to the rows below; another ends a day, not a month. */
  passHeading(row: number, text: string, date: SectionDate | null): void {
    this.forget();
    if (date !== null) this.heading = { ...this.within(date), row, text };
    else if (this.heading !== null && this.heading.day !== null) this.heading = null;
  }

  /** A row with nothing but a date in the date's own columns, where such rows are headings. */
  passDateRow(row: number, cells: readonly string[]): void {
    this.forget();
    this.heading = null;
    this.date = { row, cells };
  }

  isDateRow(cells: readonly string[]): boolean {
    return this.pattern.dateHeadings && isDateOnlyRow(cells, this.columns);
  }

  /** The row with what it takes over, and a warning for each thing taken. Remembers what it gives to the next. */
  fill(row: number, cells: readonly string[]): { cells: readonly string[]; notes: RowIssue[] } {
    const { date, dateParts, dateHeadings, place } = this.pattern;
    if (!(date || dateParts || dateHeadings || place)) return { cells, notes: [] };
    const notes: RowIssue[] = [];
    let filled = this.fillDate(row, cells, notes);
    if (this.pattern.place) filled = this.fillPlace(row, filled, notes);
    return { cells: filled, notes };
  }

  private fillDate(row: number, cells: readonly string[], notes: RowIssue[]): readonly string[] {
    const own = this.read.all(cells, dateRoles);
    const above = this.date;
    if (own === '') {
      if (above === null || !(this.pattern.date || this.pattern.dateHeadings)) return cells;
      if (this.read.all(cells, ['title', 'startTime']) === '') return cells;
      notes.push(this.note(row, above, [...dateRoles], 'date'));
      return this.copy(cells, above.cells, [...dateRoles, 'weekday']);
    }
    const missing = this.pattern.dateParts && above !== null ? this.missingParts(cells) : [];
    const filled = missing.length === 0 || above === null ? cells : this.copy(cells, above.cells, missing);
    if (above !== null && filled !== cells) notes.push(this.note(row, above, missing, missing.join(' and ')));
    this.date = { row, cells: filled };
    return filled;
  }

  /** The greater parts that a row leaves out: a day takes over month and year, a month the year. */
  private missingParts(cells: readonly string[]): ColumnRole[] {
    const hasPart = (role: ColumnRole) => this.read.first(cells, [role]) !== '';
    const least = dateParts.findIndex(hasPart);
    const isBelow = least < 0 ? this.read.first(cells, ['start', 'startDate']) !== '' : true;
    const parts = least < 0 ? dateParts.slice(0, 2) : dateParts.slice(0, least);
    return isBelow ? parts.filter((role) => this.columns.has(role) && !hasPart(role)) : [];
  }

  private fillPlace(row: number, cells: readonly string[], notes: RowIssue[]): readonly string[] {
    if (this.read.first(cells, placeRoles) !== '') {
      this.place = { row, cells };
      return cells;
    }
    if (this.place === null) return cells;
    notes.push(this.note(row, this.place, placeRoles, 'venue'));
    return this.copy(cells, this.place.cells, placeRoles);
  }

  private copy(cells: readonly string[], above: readonly string[], roles: readonly ColumnRole[]): readonly string[] {
    const filled = [...cells];
    for (const index of roles.flatMap((role) => this.columns.of(role))) {
      while (filled.length <= index) filled.push('');
      if (cleanCell(filled[index]) === '') filled[index] = above[index] ?? '';
    }
    return filled;
  }

  private note(row: number, above: Kept, roles: readonly ColumnRole[], what: string): RowIssue {
    return {
      row,
      column: this.columns.label(...roles),
      code: 'filled_down',
      severity: 'warning',
      message: `The ${what} was taken from row ${above.row}, because this sheet writes it only in the first row of a group. Write it into the row if that is wrong.`,
    };
  }

  /** A month below a year, and a day below a month, belong to it. */
  private within(date: SectionDate): SectionDate {
    const above = this.heading;
    if (above === null || date.year !== null) return date;
    if (date.month === null || (above.month !== null && above.month !== date.month && date.day !== null)) return date;
    return { ...date, year: above.year };
  }

  private forget(): void {
    this.date = null;
    this.place = null;
  }
}
