import type { FileReading, ReadingOptions, ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { type SourceRow, type UnderstoodCalendar, understandCalendar } from '#shared/calendar/understand.ts';
import { OrganizerError } from '#shared/errors.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { binaryKind, foreignTextKind, looksBinary } from './binary-files.ts';
import { type DecodedText, decodeBytes } from './decode.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { settleLineEnds } from './line-ends.ts';
import { tokenise } from './tokenise.ts';

/**
 * Reads a calendar file: bytes → text → records → what they mean. `rows` gives exactly one answer for every row of
 * the file but the header, in order, and may be walked more than once.
 * @throws OrganizerError `unreadable_input` for a file that is no calendar, `usage` for options that are no zone or
 * no encoding.
 */
export function readCalendarFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadingOptions,
): { reading: FileReading; rows: Iterable<ReadRow> } {
  checkZones(options);
  const { text, encoding, issues } = decodeCalendar(bytes, fileName, options);
  const settled = settleLineEnds(text);
  const shape = detectDelimiter(settled.text, settled.lineEnd, options.delimiter);
  const { rows, issues: quoteIssues } = tokenise(settled.text, shape, settled.lineEnd);
  const calendar = understandCalendar(rows, options);
  refuseWithoutRows(calendar, fileName);
  const reading = { encoding, delimiter: shape.delimiter, ...calendar.reading };
  return {
    reading: { ...reading, issues: [...issues, ...quoteIssues, ...lackIssues(calendar), ...calendar.reading.issues] },
    rows: { [Symbol.iterator]: () => readRows(rows, calendar) },
  };
}

function* readRows(rows: readonly SourceRow[], calendar: UnderstoodCalendar): Generator<ReadRow, void> {
  for (const source of rows) {
    const read = calendar.readRow(source);
    if (read !== null) yield read;
  }
}

function checkZones(options: ReadingOptions): void {
  for (const zone of [options.timeZone, options.mapping?.timeZone]) {
    if (zone !== undefined && !isTimeZone(zone)) {
      throw new OrganizerError(
        'usage',
        `“${zone}” is not a time zone name. Use one such as Europe/Berlin or America/New_York.`,
      );
    }
  }
}

/** Decodes the bytes, and refuses what is empty or no text. */
function decodeCalendar(bytes: Uint8Array, fileName: string, options: ReadingOptions): DecodedText {
  const refuse = (why: string): never => {
    throw new OrganizerError('unreadable_input', `“${fileName}” ${why}`);
  };
  if (bytes.length === 0) refuse('is empty. Choose a CSV file with a header row and one row for each event.');
  const kind = binaryKind(bytes);
  if (kind !== null) refuse(`is not a CSV file but ${kind}. Open it in the program that made it and save it as CSV.`);
  const decoded = decodeBytes(bytes, options.encoding);
  if (decoded.text.trim() === '')
    refuse('holds nothing but blank lines. Choose a CSV file with a header row and one row for each event.');
  const foreign = foreignTextKind(decoded.text);
  if (foreign !== null) refuse(`is not a CSV file but ${foreign}. Export the calendar as CSV.`);
  if (looksBinary(decoded.text)) refuse('is not a text file. If it is a spreadsheet, open it and save it as CSV.');
  return decoded;
}

const MOST_HEADERS_LISTED = 40;

function refuseWithoutRows({ lack }: UnderstoodCalendar, fileName: string): void {
  if (lack !== 'rows') return;
  throw new OrganizerError('unreadable_input', `“${fileName}” has a header but no rows. Add one row for each event.`);
}

/** Without titles or dates every row is kept with its reason, and this note says what helps them all. */
function lackIssues({ lack, headers, reading }: UnderstoodCalendar): RowIssue[] {
  if (lack === null || lack === 'rows') return [];
  const row = reading.headerRow ?? 1;
  return [{ row, column: null, code: `no_${lack}_column`, severity: 'warning', message: lackMessage(lack, headers) }];
}

function lackMessage(lack: 'title' | 'date' | 'title_and_date', headers: string[]): string {
  const missing = { title: 'a title', date: 'a date', title_and_date: 'a title and a date' }[lack];
  const listed = headers
    .slice(0, MOST_HEADERS_LISTED)
    .map((header) => `“${header.slice(0, 60)}”`)
    .join(', ');
  return `No column looks like ${missing}. The columns are: ${listed}. Say which column is which with a mapping (--mapping), for example {"columns": {"…": "title", "…": "startDate"}}.`;
}
