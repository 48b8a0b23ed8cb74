import { OUR_EXPORT } from '#shared/calendar/formats/known/known-format.ts';
import { REASON_HEADER } from '#shared/calendar/mapping-document.ts';
import type { FileReading } from '#shared/calendar/types.ts';
import type { SourceRow } from '#shared/calendar/understand.ts';
import { FORMULA } from '../../exports/csv.ts';

/**
 * The rows of a file as its cells are meant. Our own files have an apostrophe before what a spreadsheet would run as a
 * formula (exports/csv.ts), and it comes off again; in a file of another program it is part of the text.
 */
export function asMeant(
  rows: Iterable<SourceRow>,
  { program, columns }: Pick<FileReading, 'program' | 'columns'>,
): Iterable<SourceRow> {
  if (program !== OUR_EXPORT && !columns.some(({ header }) => header === REASON_HEADER)) return rows;
  return {
    *[Symbol.iterator]() {
      for (const { row, cells } of rows) yield { row, cells: cells.map(withoutGuard) };
    },
  };
}

function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
