import type { FileReading, ReadingOptions, ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import { entriesOf, programOf } from './events/calendar-events.ts';
import { describeProperties } from './events/describe-properties.ts';
import { rowsOf } from './events/rows.ts';
import { readComponents } from './text/components.ts';
import { readLines } from './text/lines.ts';

/**
 * Reads an iCalendar file (RFC 5545), or what can be read of a vCalendar 1.0. `rows` accounts for every event, every
 * date of a series that is in reach, and every task or note; each has the line of its BEGIN as its row.
 * @throws OrganizerError `unreadable_input` for a file without anything in it, `usage` for an unknown encoding.
 */
export function readIcsFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadingOptions,
): { reading: FileReading; rows: Iterable<ReadRow> } {
  const { texts, lineNumbers, encoding, issues } = readLines(bytes, options.encoding);
  const { roots, issues: structure } = readComponents(texts, lineNumbers);
  const fallbackZone = options.mapping?.timeZone ?? options.timeZone;
  const { entries, books } = entriesOf(roots, fallbackZone);
  const notes: RowIssue[] = [];
  const rows = rowsOf(entries, options, notes);
  if (rows.length === 0) refuseEmpty(fileName, structure);
  const zoneIssues = books.flatMap((book) => book.issues);
  return {
    reading: {
      format: 'ics',
      encoding,
      delimiter: '',
      program: programOf(roots),
      headerRow: null,
      columns: describeProperties(entries),
      dateOrder: 'ymd',
      dateOrderReason: 'by_shape',
      issues: [...issues, ...structure, ...zoneIssues, ...notes],
    },
    rows,
  };
}

function refuseEmpty(fileName: string, structure: readonly RowIssue[]): never {
  const isCut = structure.some(({ code }) => code === 'truncated');
  throw new OrganizerError(
    'unreadable_input',
    isCut
      ? `“${fileName}” is a calendar that ends before its first event. It may have been cut off: export it again.`
      : `“${fileName}” is a calendar without any event. Choose one that has events.`,
  );
}
