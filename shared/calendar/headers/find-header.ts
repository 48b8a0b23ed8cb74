import { OrganizerError } from '../../errors.ts';
import { type CellKind, cellKind } from '../columns/cell-kind.ts';
import type { Mapping } from '../mapping-document.ts';
import { cleanCell } from '../text/fold.ts';
import { rolesByName } from './role-by-name.ts';

const ROWS_SEARCHED = 60;
const LONGEST_HEADER = 80;
const DATA_KINDS = new Set<CellKind>(['date', 'dateTime', 'time', 'url', 'email', 'number', 'duration']);
const MAPPED_NAME_WEIGHT = 5;

/**
 * The index of the row that the person says is the header; -1 when none is said to be, null when nothing is said.
 * @throws OrganizerError `usage` when the file does not have the row
 */
export function headerAt(head: readonly { row: number }[], chosen: number | undefined): number | null {
  if (chosen === undefined) return null;
  if (chosen === 0) return -1;
  const index = head.findIndex(({ row }) => row === chosen);
  if (index >= 0) return index;
  throw new OrganizerError('usage', `Row ${chosen} cannot name the columns: the file has no such row.`);
}

/** The index of the header row among the rows of the file, or -1 when it has none. Title rows may stand before it. */
export function findHeader(rows: readonly (readonly string[])[], mapping: Mapping | undefined): number {
  const mapped = new Set(Object.keys(mapping?.columns ?? {}).map((name) => name.trim()));
  let best = -1;
  let bestScore = 0.99;
  const last = Math.min(rows.length, ROWS_SEARCHED);
  for (let index = 0; index < last; index += 1) {
    const score = headerScore(rows[index] ?? [], mapped);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best >= 0 ? best : unnamedHeader(rows);
}

/** How many different roles the cells name, less what only data holds. */
function headerScore(row: readonly string[], mapped: ReadonlySet<string>): number {
  const cells = row.map(cleanCell).filter((cell) => cell !== '');
  if (cells.length === 0) return 0;
  let score = 0;
  let data = 0;
  const roles = new Set<string>();
  for (const cell of cells) {
    if (mapped.has(cell)) score += MAPPED_NAME_WEIGHT;
    const match = cell.length > LONGEST_HEADER ? undefined : rolesByName(cell)[0];
    if (match !== undefined) {
      score += roles.has(match.role) ? 0.2 : match.how === 'typo' ? 0.5 : 1;
      roles.add(match.role);
    } else if (cell.length > LONGEST_HEADER || DATA_KINDS.has(cellKind(cell))) data += 1;
  }
  const isMostlyNamed = cells.length <= 3 || roles.size >= 2 || score >= MAPPED_NAME_WEIGHT;
  return isMostlyNamed ? score - data * 1.5 : 0;
}

/**
 * A header that no table knows: a first row of short, different texts, above rows that hold data where it holds none.
 */
function unnamedHeader(rows: readonly (readonly string[])[]): number {
  const index = rows.findIndex((row) => row.filter((cell) => cleanCell(cell) !== '').length >= 2);
  const row = rows[index];
  if (row === undefined) return -1;
  const cells = row.map(cleanCell);
  const filled = cells.filter((cell) => cell !== '');
  const isPlain = filled.every((cell) => cell.length <= LONGEST_HEADER && cellKind(cell) === 'text');
  if (!isPlain || new Set(filled).size !== filled.length) return -1;
  const body = rows.slice(index + 1, index + ROWS_SEARCHED);
  const holdsData = cells.some((_cell, column) => {
    const values = body.map((other) => cleanCell(other[column])).filter((cell) => cell !== '');
    const data = values.filter((cell) => DATA_KINDS.has(cellKind(cell)));
    return values.length > 0 && data.length >= values.length * 0.8;
  });
  return holdsData ? index : -1;
}

const TYPE_WORDS = new Set(
  'date time datetime text string str day number integer int boolean bool url varchar timestamp float double true false datum zeit fecha hora heure required optional yyyymmdd ddmmyyyy mmddyyyy hhmm hhmmss'.split(
    ' ',
  ),
);

/** A leftover row under the header that says what each column holds: `day,date,,date,,TRUE`. */
export function isTypeRow(row: readonly string[]): boolean {
  const words = row.map((cell) =>
    cleanCell(cell)
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );
  const filled = words.filter((_word, index) => cleanCell(row[index]) !== '');
  return (
    filled.length >= 2 &&
    filled.every((word) => TYPE_WORDS.has(word)) &&
    filled.some((word) => word !== 'true' && word !== 'false')
  );
}
