import type { RowIssue } from '#shared/calendar/types.ts';

const MOST_NOTES = 50;

type Kind = 'unbalanced_quote' | 'stray_quote';

/** Collects what was found about quotation marks: each place with its line, and a sum when there are too many. */
export class QuoteNotes {
  private readonly notes: RowIssue[] = [];
  private readonly counts: Record<Kind, number> = { unbalanced_quote: 0, stray_quote: 0 };

  /** A quotation mark that opens and is never closed. */
  unbalanced(row: number, line: number): void {
    this.add(
      'unbalanced_quote',
      row,
      `Line ${line} (row ${row}) opens a quotation mark that is not closed in its cell. The line was read by itself, so that the rows behind it are kept. Check its cells.`,
    );
  }

  /** A quotation mark in the middle of a cell. */
  stray(row: number, line: number): void {
    this.add(
      'stray_quote',
      row,
      `Line ${line} (row ${row}) has a quotation mark inside a cell that is not quoted by the rules. It was kept as it is. Check the cells of the row.`,
    );
  }

  issues(): RowIssue[] {
    const sums = (Object.keys(this.counts) as Kind[])
      .filter((code) => this.counts[code] > MOST_NOTES)
      .map(
        (code): RowIssue => ({
          row: 1,
          column: null,
          code,
          severity: 'warning',
          message: `${this.counts[code]} rows have such quotation marks; the first ${MOST_NOTES} are listed.`,
        }),
      );
    return [...this.notes, ...sums];
  }

  private add(code: Kind, row: number, message: string): void {
    this.counts[code] += 1;
    if (this.counts[code] <= MOST_NOTES) this.notes.push({ row, column: null, code, severity: 'warning', message });
  }
}
