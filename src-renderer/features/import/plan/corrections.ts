import type { ImportChoices } from '#shared/contract/contract.ts';
import type { PlannedRow } from '#shared/contract/import-views.ts';

/**
 * The choices with the cells of one more row written anew. Only cells that differ from what was read count; a row that
 * was mended before keeps its other cells.
 * @param before the cells as they were read, earlier corrections included
 */
export function withCorrection(
  choices: ImportChoices,
  row: number,
  before: readonly string[],
  after: readonly string[],
): ImportChoices {
  const others = (choices.corrections ?? []).filter((correction) => correction.row !== row);
  const earlier = choices.corrections?.find((correction) => correction.row === row)?.cells ?? [];
  const written = after.flatMap((value, index) => (value === (before[index] ?? '') ? [] : [{ index, value }]));
  const kept = earlier.filter(({ index }) => !written.some((cell) => cell.index === index));
  const cells = [...kept, ...written].sort((a, b) => a.index - b.index);
  return { ...choices, corrections: cells.length === 0 ? others : [...others, { row, cells }] };
}

/** A row that could not be read, with its cells as they were read. */
export type UnreadableRow = Pick<PlannedRow, 'row' | 'reason'> & { cells: string[] };

/** The other rows whose cell says the same there, spaces around it aside. */
export function rowsThatSay(rows: readonly UnreadableRow[], row: number, index: number, text: string): UnreadableRow[] {
  return rows.filter((other) => other.row !== row && (other.cells[index] ?? '').trim() === text.trim());
}

/** The choices with that cell written anew in each of these rows. */
export function withCellInRows(
  choices: ImportChoices,
  rows: readonly UnreadableRow[],
  index: number,
  value: string,
): ImportChoices {
  return rows.reduce(
    (next, { row, cells }) => withCorrection(next, row, cells, withCell(cells, index, value)),
    choices,
  );
}

/** These cells with another one at that index; cells that the row lacks become empty ones. */
export function withCell(cells: readonly string[], index: number, value: string): string[] {
  const width = Math.max(cells.length, index + 1);
  return Array.from({ length: width }, (_unused, at) => (at === index ? value : (cells[at] ?? '')));
}

/** Rows that were put right since the plan was made: it still shows their old cells. */
export function rowsAwaited(choices: ImportChoices, planChoices: ImportChoices): Set<number> {
  const counted = new Set(planChoices.corrections);
  return new Set((choices.corrections ?? []).filter((one) => !counted.has(one)).map(({ row }) => row));
}
