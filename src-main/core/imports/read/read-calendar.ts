import type { FileReading, ReadingOptions, ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { type SourceRow, type UnderstoodCalendar, understand } from '#shared/calendar/understand.ts';
import { OrganizerError } from '#shared/errors.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { readIcsFile } from '../ics/read-ics.ts';
import { looksLikeIcs } from '../ics/text/recognise.ts';
import type { ByteSource } from './byte-source.ts';
import { correctedRows } from './corrected-rows.ts';
import { asMeant } from './safe-cells.ts';
import { openTable } from './table.ts';

/** A calendar file that was understood. */
export type CalendarFile = {
  reading: FileReading;
  /** SHA-256 of the file, in hex. */
  sha256: string;
  /**
   * One answer for every row of the file but the header, or several events, where a row lists dates or times; in order.
   * May be walked more than once.
   */
  rows: Iterable<ReadRow>;
  /** The first rows below the header, as they stand in the file; none of an iCalendar file. */
  sample: SourceRow[];
};

/** Rows of the file itself that are shown beside their meaning. */
const SAMPLE_ROWS = 12;

/**
 * Reads a calendar file: bytes → text → records → what they mean. It walks the file several times and keeps little of
 * it, so memory does not grow with the file. Yields often, so that the caller can breathe or stop.
 * @throws OrganizerError `unreadable_input` for a file that is no calendar, `usage` for options that are no zone or
 * no encoding.
 */
export function* readCalendar(
  source: ByteSource,
  fileName: string,
  options: ReadingOptions,
): Generator<void, CalendarFile> {
  checkZones(options);
  const head = yield* beginning(source);
  if (looksLikeIcs(head, fileName)) return { sample: [], ...(yield* readIcsFile(source, fileName, options)) };
  const table = yield* openTable(source, fileName, options);
  if (table.isBlank) {
    throw new OrganizerError(
      'unreadable_input',
      `“${fileName}” holds nothing but blank lines. Choose a CSV file with a header row and one row for each event.`,
    );
  }
  const rows = correctedRows(table.rows, options.corrections);
  const calendar = yield* understand(rows, options);
  refuseWithoutRows(calendar, fileName);
  const meant = asMeant(rows, calendar.reading);
  refuseGrid(calendar, fileName);
  return {
    reading: {
      format: 'csv',
      encoding: table.encoding,
      delimiter: table.delimiter,
      ...calendar.reading,
      issues: [...table.issues(), ...lackIssues(calendar), ...calendar.reading.issues],
    },
    sha256: table.sha256,
    rows: {
      [Symbol.iterator]: () => calendar.readRows(meant)[Symbol.iterator](),
    },
    sample: firstRows(meant, calendar.reading.headerRow ?? 0),
  };
}

function firstRows(rows: Iterable<SourceRow>, headerRow: number): SourceRow[] {
  const found: SourceRow[] = [];
  for (const source of rows) {
    if (source.row > headerRow) found.push(source);
    if (found.length === SAMPLE_ROWS) break;
  }
  return found;
}

/** The first piece of a file: what it is shows there. */
function* beginning(source: ByteSource): Generator<void, Uint8Array> {
  for (const chunk of source.chunks()) return Uint8Array.from(chunk);
  yield;
  return new Uint8Array(0);
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

const MOST_HEADERS_LISTED = 40;

function refuseWithoutRows({ lack }: UnderstoodCalendar, fileName: string): void {
  if (lack !== 'rows') return;
  throw new OrganizerError('unreadable_input', `“${fileName}” has a header but no rows. Add one row for each event.`);
}

/** A grid cannot be read without guessing what its cells mean. */
function refuseGrid({ grid }: UnderstoodCalendar, fileName: string): void {
  if (grid === null) return;
  const what = grid.kind === 'days' ? 'days' : 'places';
  const named = grid.names
    .slice(0, 3)
    .map((name) => `“${name.slice(0, 40)}”`)
    .join(', ');
  throw new OrganizerError(
    'unreadable_input',
    `“${fileName}” is a grid and no list: its columns are ${what} (${named}, …). Make a list of it, with one row for each event and columns for title, date, time and venue.`,
  );
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
