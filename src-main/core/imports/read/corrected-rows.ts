import type { ReadingOptions } from '#shared/calendar/types.ts';
import type { SourceRow } from '#shared/calendar/understand.ts';

/** The rows of a file with the cells that the person wrote anew in place of the file's own. */
export function correctedRows(
  rows: Iterable<SourceRow>,
  corrections: ReadingOptions['corrections'],
): Iterable<SourceRow> {
  if (corrections === undefined || corrections.size === 0) return rows;
  return {
    *[Symbol.iterator]() {
      for (const source of rows) {
        const written = corrections.get(source.row);
        yield written === undefined ? source : { row: source.row, cells: replaced(source.cells, written) };
      }
    },
  };
}

function replaced(cells: readonly string[], written: ReadonlyMap<number, string>): string[] {
  const width = Math.max(cells.length, ...[...written.keys()].map((index) => index + 1));
  return Array.from({ length: width }, (_unused, index) => written.get(index) ?? cells[index] ?? '');
}
