import type { FileReading, ReadingOptions, ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { Steps } from '#shared/steps.ts';
import type { ByteSource } from '../read/byte-source.ts';
import type { Entry } from './events/calendar-events.ts';
import { describeProperties } from './events/describe-properties.ts';
import { relate, rowsOf } from './events/rows.ts';
import { type FileFacts, surveyFile } from './events/survey.ts';
import { readComponents } from './text/components.ts';
import { openLines } from './text/lines.ts';

/** An iCalendar file that was understood. */
type IcsFile = { reading: FileReading; sha256: string; rows: Iterable<ReadRow> };

/**
 * Reads an iCalendar file (RFC 5545), or what can be read of a vCalendar 1.0. `rows` accounts for every event, every
 * date of a series that is in reach, and every task or note; each has the line of its BEGIN as its row. The file is
 * walked several times; what is kept of it are its time zones, and the events that share an id.
 * @throws OrganizerError `unreadable_input` for a file without anything in it, `usage` for an unknown encoding.
 */
export function* readIcsFile(source: ByteSource, fileName: string, options: ReadingOptions): Steps<IcsFile> {
  const text = yield* openLines(source, options.encoding);
  const structure: RowIssue[] = [];
  const noted = readComponents(text.lines, (note) => structure.push(note));
  const facts = yield* surveyFile(noted, options.mapping?.timeZone ?? options.timeZone);
  if (facts.entries === 0) refuseEmpty(fileName, structure);
  const entries: Iterable<Entry> = { [Symbol.iterator]: () => entriesOf(text.lines, facts) };
  const relations = relate(yield* sharingIds(entries, facts));
  const encodingIssues = text.issues();
  let notes: RowIssue[] = [];
  return {
    sha256: text.sha256,
    reading: {
      format: 'ics',
      encoding: text.encoding,
      delimiter: '',
      program: facts.program,
      headerRow: null,
      columns: describeProperties(facts.propertyNames),
      dateOrder: 'ymd',
      dateOrderReason: 'by_shape',
      get issues() {
        return [...encodingIssues, ...structure, ...facts.calendars.zoneIssues(), ...notes];
      },
    },
    rows: {
      *[Symbol.iterator]() {
        const taken: RowIssue[] = [];
        yield* rowsOf(entries, relations, options, taken);
        notes = taken;
      },
    },
  };
}

const ENTRIES_A_STEP = 500;

function* entriesOf(lines: Parameters<typeof readComponents>[0], facts: FileFacts): Generator<Entry> {
  for (const piece of readComponents(lines, () => undefined)) {
    const entry = facts.calendars.entryOf(piece);
    if (entry !== null) yield entry;
  }
}

/** The entries whose id stands at another one too, perhaps: they can only be understood together. */
function* sharingIds(entries: Iterable<Entry>, { sharedIds }: FileFacts): Steps<Entry[]> {
  const found: Entry[] = [];
  if (sharedIds.isEmpty) return found;
  let count = 0;
  for (const entry of entries) {
    if (sharedIds.has(entry.uid)) found.push(entry);
    count += 1;
    if (count % ENTRIES_A_STEP === 0) yield;
  }
  return found;
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
