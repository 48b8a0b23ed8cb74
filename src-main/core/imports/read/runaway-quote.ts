import type { TableShape } from './detect-delimiter.ts';
import type { LineEnd } from './line-ends.ts';
import { splitLine } from './split-line.ts';

const LINES_CHECKED = 60;

/** One record as the CSV rules give it, with its own text. */
export type RawRecord = { cells: readonly string[]; raw: string; quoteErrors: readonly string[] };

/**
 * True when a quotation mark that was never closed has swallowed the records behind it. Texts of several lines are
 * normal; what gives a runaway away is a record of the wrong width, or with a stray quote, whose inner lines are
 * themselves records of the right width.
 */
export function isRunaway(record: RawRecord, shape: TableShape, lineEnd: LineEnd): boolean {
  if (record.quoteErrors.includes('MissingQuotes')) return true;
  if (!record.raw.includes(lineEnd)) return false;
  const isDoubtful = record.quoteErrors.length > 0 || record.cells.length !== shape.width;
  return isDoubtful && innerLinesAreRecords(record.raw, shape, lineEnd, 0.5);
}

/** Whether the lines after the first are mostly records of the table's width. */
export function innerLinesAreRecords(raw: string, shape: TableShape, lineEnd: LineEnd, share: number): boolean {
  if (shape.width < 2) return false;
  let lines = 0;
  let records = 0;
  let start = raw.indexOf(lineEnd) + lineEnd.length;
  while (start >= lineEnd.length && start < raw.length && lines < LINES_CHECKED) {
    const next = raw.indexOf(lineEnd, start);
    const line = raw.slice(start, next < 0 ? raw.length : next);
    if (line.trim() !== '') {
      lines += 1;
      if (splitLine(line, shape.delimiter).length === shape.width) records += 1;
    }
    start = next < 0 ? raw.length : next + lineEnd.length;
  }
  return lines > 0 && records / lines >= share;
}

/** True when a cell holds a quotation mark that the CSV rules would have doubled inside quotes. */
export function hasStrayQuote(record: RawRecord, shape: TableShape): boolean {
  // Tab-separated files have no rule for quotation marks.
  if (shape.delimiter === '\t' || record.raw === '') return false;
  if (record.quoteErrors.length > 0) return true;
  return record.cells.some((cell) => cell.includes('"') && !record.raw.includes(`"${cell.replaceAll('"', '""')}"`));
}
