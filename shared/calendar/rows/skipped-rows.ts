import { cleanCell } from '../text/fold.ts';
import { isDecoration, isHeadingText, isSumText } from './heading-text.ts';
import type { ColumnLookup } from './row-cells.ts';

const LONGEST_HEADING = 80;
const FEWEST_COLUMNS = 3;

/** The row in one line, for the list of what was skipped. */
export function rowText(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ')
    .slice(0, 500);
}

/** True when no cell says anything; a spreadsheet's error values say nothing. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cleanCell(cell) === '');
}

/**
 * A heading between the rows: one short text alone, either in a first column that is not the title's, or in the
 * title's when it is a month, a season, a sum or a line of dashes. A title alone is no heading but an event that lost
 * its date, and a date alone one that lost its title: those must be told, not skipped.
 */
export function isHeadingRow(cells: readonly string[], columns: ColumnLookup): boolean {
  if (columns.labels.length < FEWEST_COLUMNS) return false;
  const filled = cells.flatMap((cell, index) => (cleanCell(cell) === '' ? [] : [index]));
  const only = filled[0];
  if (only !== undefined && isSumRow(filled.map((index) => cleanCell(cells[index])))) return true;
  if (filled.length > 1 && filled.every((index) => isDecoration(cleanCell(cells[index])))) return true;
  if (filled.length !== 1 || only === undefined) return false;
  const text = cleanCell(cells[only]);
  if (text.length > LONGEST_HEADING || text.includes('\n')) return false;
  if (isHeadingText(text)) return true;
  const isTitle = columns.of('title').includes(only);
  return only === 0 && !isTitle && !/\d/.test(text) && !/[.!?]$/.test(text);
}

const NUMBER = /^[^\p{L}]*\d[^\p{L}]*(?:eur|usd|chf|gbp|pln)?$/iu;

/** `Total | 24 | 1.200 €`: a word for a sum, then nothing but numbers. */
function isSumRow([first, ...others]: readonly string[]): boolean {
  return (
    first !== undefined &&
    others.length > 0 &&
    isSumText(first) &&
    others.every((cell) => cell.length <= 40 && NUMBER.test(cell))
  );
}

/** The header written once more, as in sheets that repeat it on every printed page. */
export function repeatsHeader(cells: readonly string[], header: readonly string[] | null): boolean {
  if (header === null) return false;
  let same = 0;
  const last = Math.max(cells.length, header.length);
  for (let index = 0; index < last; index += 1) {
    const cell = cleanCell(cells[index]);
    if (cell !== cleanCell(header[index])) return false;
    if (cell !== '') same += 1;
  }
  return same >= 2;
}
