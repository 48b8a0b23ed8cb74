import type { ImportChoices } from '#shared/contract/contract.ts';

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
