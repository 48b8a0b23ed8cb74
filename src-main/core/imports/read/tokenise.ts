import Papa from 'papaparse';
import type { SourceRow } from '#shared/calendar/understand.ts';
import type { TableShape } from './detect-delimiter.ts';
import type { LineEnd } from './line-ends.ts';
import type { QuoteNotes } from './quote-notes.ts';
import { hasStrayQuote, innerLinesAreRecords, isRunaway } from './runaway-quote.ts';
import { splitLine } from './split-line.ts';
import { TextWindow } from './text-window.ts';

const SMALLEST_WINDOW = 16_384;
const LARGEST_WINDOW = 262_144;
/** A single record of this size that is still open is taken for a runaway quote. */
const LARGEST_RECORD = 8_388_608;

/**
 * Cuts a text into records by the CSV rules, one window after the other. Where a quotation mark runs away, its line
 * is read by itself and the rules begin anew behind it, so that one slip costs one row. Rows are numbered as a
 * spreadsheet shows them: one number for each record, blank ones too.
 * @param notes takes what was found about quotation marks
 */
export function* tokenise(
  chunks: Iterable<string>,
  shape: TableShape,
  lineEnd: LineEnd,
  notes: QuoteNotes,
): Generator<SourceRow, void> {
  const tokeniser = new Tokeniser(new TextWindow(chunks), shape, lineEnd, notes);
  for (let rows = tokeniser.next(); rows !== null; rows = tokeniser.next()) yield* rows;
}

class Tokeniser {
  private readonly window: TextWindow;
  private readonly shape: TableShape;
  private readonly lineEnd: LineEnd;
  private readonly notes: QuoteNotes;
  private rows: SourceRow[] = [];
  private row = 0;
  private line = 1;
  private size = LARGEST_WINDOW;
  /** How much of the window's text belongs to records that were read. */
  private position = 0;

  constructor(window: TextWindow, shape: TableShape, lineEnd: LineEnd, notes: QuoteNotes) {
    this.window = window;
    this.shape = shape;
    this.lineEnd = lineEnd;
    this.notes = notes;
  }

  /** The records of the next window; null at the end of the text. */
  next(): SourceRow[] | null {
    this.window.fill(this.size);
    if (this.window.text === '') return null;
    this.rows = [];
    this.position = 0;
    const isWhole = this.readWindow();
    if (this.position > 0) this.size = Math.min(LARGEST_WINDOW, isWhole ? this.size * 2 : SMALLEST_WINDOW);
    else this.size *= 4;
    this.window.drop(this.position);
    return this.rows;
  }

  /** Reads the complete records of one window. False when a runaway quote was met. */
  private readWindow(): boolean {
    const { text } = this.window;
    const chunk = text.length > this.size ? text.slice(0, this.size) : text;
    const isLast = chunk.length === text.length && this.window.isLast;
    // In a text without quotes no record can run away, and its own text is not needed.
    const hasQuotes = chunk.includes('"');
    let runaway = false;
    const parser = new Papa.Parser({
      delimiter: this.shape.delimiter,
      newline: this.lineEnd,
      step: (result: { data: string[][]; errors: { code: string }[]; meta: { cursor: number } }) => {
        // Behind the line end of the last record there is no record.
        if (runaway || (isLast && this.position === chunk.length)) return;
        const cells = result.data[0] ?? [];
        const next = result.meta.cursor;
        const raw = hasQuotes ? chunk.slice(this.position, next) : '';
        const record = { cells, raw, quoteErrors: result.errors.map((error) => error.code) };
        if (raw !== '' && isRunaway(record, this.shape, this.lineEnd)) {
          runaway = true;
          this.readLineAlone();
          parser.abort();
          return;
        }
        if (hasStrayQuote(record, this.shape)) this.notes.stray(this.row + 1, this.line);
        const isTabText =
          record.quoteErrors.length > 0 && this.shape.delimiter === '\t' && countLines(raw, this.lineEnd) <= 1;
        this.push(isTabText ? splitLine(withoutEnd(raw, this.lineEnd), '\t') : cells, next, raw);
      },
    });
    const rest: { errors: { code: string }[] } = parser.parse(chunk, 0, !isLast);
    if (runaway) return false;
    if (this.position === 0 && !isLast && this.isOpenRunaway(chunk, rest.errors.length > 0)) {
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
    let end = this.window.text.indexOf(this.lineEnd, this.position);
    while (end < 0 && !this.window.isLast) {
      this.window.fill(this.window.text.length * 2);
      end = this.window.text.indexOf(this.lineEnd, this.position);
    }
    const { text } = this.window;
    const line = text.slice(this.position, end < 0 ? text.length : end);
    this.notes.unbalanced(this.row + 1, this.line);
    this.push(splitLine(line, this.shape.delimiter), end < 0 ? text.length : end + this.lineEnd.length, '');
  }

  private push(cells: string[], next: number, raw: string): void {
    this.line += raw === '' ? 1 : countLines(raw, this.lineEnd);
    this.position = next;
    this.row += 1;
    this.rows.push({ row: this.row, cells });
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
