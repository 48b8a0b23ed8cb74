import Papa from 'papaparse';
import type { RowIssue } from '#shared/calendar/types.ts';
import type { SourceRow } from '#shared/calendar/understand.ts';
import type { TableShape } from './detect-delimiter.ts';
import type { LineEnd } from './line-ends.ts';
import { QuoteNotes } from './quote-notes.ts';
import { hasStrayQuote, innerLinesAreRecords, isRunaway } from './runaway-quote.ts';
import { splitLine } from './split-line.ts';

export type TokenisedText = { rows: SourceRow[]; issues: RowIssue[] };

const SMALLEST_WINDOW = 16_384;
const LARGEST_WINDOW = 1_048_576;
/** A single record of this size that is still open is taken for a runaway quote. */
const LARGEST_RECORD = 8_388_608;

/**
 * Cuts a text into records by the CSV rules, one window after the other. Where a quotation mark runs away, its line
 * is read by itself and the rules begin anew behind it, so that one slip costs one row. Rows are numbered as a
 * spreadsheet shows them: one number for each record, blank ones too.
 */
export function tokenise(text: string, shape: TableShape, lineEnd: LineEnd): TokenisedText {
  return new Tokeniser(text, shape, lineEnd).run();
}

class Tokeniser {
  private readonly text: string;
  private readonly shape: TableShape;
  private readonly lineEnd: LineEnd;
  private readonly rows: SourceRow[] = [];
  private readonly notes = new QuoteNotes();
  private position = 0;
  private line = 1;
  private window = LARGEST_WINDOW;

  constructor(text: string, shape: TableShape, lineEnd: LineEnd) {
    this.text = text;
    this.shape = shape;
    this.lineEnd = lineEnd;
  }

  run(): TokenisedText {
    while (this.position < this.text.length) {
      const before = this.position;
      const isWhole = this.readWindow();
      if (this.position > before) this.window = Math.min(LARGEST_WINDOW, isWhole ? this.window * 2 : SMALLEST_WINDOW);
      else this.window *= 4;
    }
    return { rows: this.rows, issues: this.notes.issues() };
  }

  /** Reads the complete records of one window. False when a runaway quote was met. */
  private readWindow(): boolean {
    const end = Math.min(this.text.length, this.position + this.window);
    const isLast = end === this.text.length;
    const chunk = this.text.slice(this.position, end);
    const base = this.position;
    // In a text without quotes no record can run away, and its own text is not needed.
    const hasQuotes = chunk.includes('"');
    let runaway = false;
    const parser = new Papa.Parser({
      delimiter: this.shape.delimiter,
      newline: this.lineEnd,
      step: (result: { data: string[][]; errors: { code: string }[]; meta: { cursor: number } }) => {
        // Behind the line end of the last record there is no record.
        if (runaway || this.position === this.text.length) return;
        const cells = result.data[0] ?? [];
        const next = base + result.meta.cursor;
        const raw = hasQuotes ? this.text.slice(this.position, next) : '';
        const record = { cells, raw, quoteErrors: result.errors.map((error) => error.code) };
        if (raw !== '' && isRunaway(record, this.shape, this.lineEnd)) {
          runaway = true;
          this.readLineAlone();
          parser.abort();
          return;
        }
        if (hasStrayQuote(record, this.shape)) this.notes.stray(this.rows.length + 1, this.line);
        const isTabText =
          record.quoteErrors.length > 0 && this.shape.delimiter === '\t' && countLines(raw, this.lineEnd) <= 1;
        this.push(isTabText ? splitLine(withoutEnd(raw, this.lineEnd), '\t') : cells, next, raw);
      },
    });
    const rest: { errors: { code: string }[] } = parser.parse(chunk, 0, !isLast);
    if (runaway) return false;
    if (this.position === base && !isLast && this.isOpenRunaway(chunk, rest.errors.length > 0)) {
      this.readLineAlone();
      return false;
    }
    return true;
  }

  /** A first record that does not end within the window. */
  private isOpenRunaway(chunk: string, hasErrors: boolean): boolean {
    return (
      chunk.length >= LARGEST_RECORD || innerLinesAreRecords(chunk, this.shape, this.lineEnd, hasErrors ? 0.5 : 0.8)
    );
  }

  private readLineAlone(): void {
    const end = this.text.indexOf(this.lineEnd, this.position);
    const line = this.text.slice(this.position, end < 0 ? this.text.length : end);
    this.notes.unbalanced(this.rows.length + 1, this.line);
    this.push(splitLine(line, this.shape.delimiter), end < 0 ? this.text.length : end + this.lineEnd.length, '');
  }

  private push(cells: string[], next: number, raw: string): void {
    this.line += raw === '' ? 1 : countLines(raw, this.lineEnd);
    this.position = next;
    this.rows.push({ row: this.rows.length + 1, cells });
  }
}

function countLines(raw: string, lineEnd: LineEnd): number {
  let lines = 0;
  for (let at = raw.indexOf(lineEnd); at >= 0; at = raw.indexOf(lineEnd, at + lineEnd.length)) lines += 1;
  return lines;
}

function withoutEnd(raw: string, lineEnd: LineEnd): string {
  return raw.endsWith(lineEnd) ? raw.slice(0, -lineEnd.length) : raw;
}
