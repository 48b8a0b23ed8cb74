import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';
import { CellsByRole } from './cells-by-role.ts';
import { dateRoles, filledCells } from './row-shape.ts';

const OPENERS = /^(?:[\p{Ll}([&+–—-]|(?:feat|ft|with|mit|avec|con|met|z|с|з|and|und|et|y|e|en|i|и|та)\b)/u;
const UNFINISHED =
  /(?:[,&+:–—-]|\b(?:and|und|et|y|e|en|i|with|mit|avec|con|met|of|the|der|die|das|de|la|le|feat\.?|ft\.?))$/iu;

/**
 * True when a row only goes on with the texts of the row directly above: nothing but a description, or a title whose
 * words say that it is the second line of one. A title that could stand for itself is an event that lost its date.
 */
export function isContinuation(cells: readonly string[], above: readonly string[], columns: ColumnLookup): boolean {
  const read = new CellsByRole(columns);
  // Nearly every row has a date of its own.
  if (read.first(cells, dateRoles) !== '') return false;
  if (!columns.has(...dateRoles) || read.all(above, dateRoles) === '' || read.first(above, ['title']) === '')
    return false;
  const filled = filledCells(cells);
  const isText = ({ index }: { index: number }) =>
    columns.of('title').includes(index) || columns.of('description').includes(index);
  if (filled.length === 0 || !filled.every(isText)) return false;
  const title = read.first(cells, ['title']);
  return title === '' || OPENERS.test(title) || UNFINISHED.test(read.first(above, ['title']));
}

/** The row above with the texts of its continuation: titles go on in their line, descriptions in a new one. */
export function joinRows(above: readonly string[], cells: readonly string[], columns: ColumnLookup): string[] {
  const joined = [...above];
  for (const { index, text } of filledCells(cells)) {
    while (joined.length <= index) joined.push('');
    const before = cleanCell(joined[index]);
    const between = columns.of('title').includes(index) ? ' ' : '\n';
    joined[index] = before === '' ? text : `${before}${between}${text}`;
  }
  return joined;
}
