import type { ReadingOptions, RowIssue } from '#shared/calendar/types.ts';
import type { SourceRow } from '#shared/calendar/understand.ts';
import { OrganizerError } from '#shared/errors.ts';
import { binaryKind, foreignTextKind, looksBinary } from './binary-files.ts';
import type { ByteSource } from './byte-source.ts';
import { chooseDecoding, decodedChunks, decodingIssues, withoutZeros } from './decode.ts';
import { type Delimiter, detectDelimiter } from './detect-delimiter.ts';
import { planLineEnds, unifyLineEnds } from './line-ends.ts';
import { QuoteNotes } from './quote-notes.ts';
import { type ByteSurvey, surveyBytes } from './survey-bytes.ts';
import { surveyText, type TextSurvey } from './survey-text.ts';
import { tokenise } from './tokenise.ts';

/** A file of rows and columns whose encoding, line ends and delimiter are known. */
export type Table = {
  encoding: string;
  delimiter: Delimiter;
  /** SHA-256 of the bytes, in hex. */
  sha256: string;
  /** Nothing but white space. */
  isBlank: boolean;
  /** Notes about decoding and quotation marks. Complete once the rows were walked to their end. */
  issues: () => RowIssue[];
  /** Every record, in order. May be walked again; each walk reads the file anew, so memory does not grow with it. */
  rows: Iterable<SourceRow>;
};

/**
 * Finds out how a file is to be read, in two walks over it. Yields often, so that the caller can breathe or stop.
 * @throws OrganizerError `unreadable_input` for a file that is no table, `usage` for an encoding that is none.
 */
export function* openTable(
  source: ByteSource,
  fileName: string,
  options: Pick<ReadingOptions, 'encoding' | 'delimiter'>,
): Generator<void, Table> {
  const bytes = yield* surveyBytes(source);
  refuseBinary(bytes, fileName);
  const decoding = chooseDecoding(bytes, options.encoding);
  const text = yield* surveyText(decodedChunks(source, decoding));
  refuseForeign(text, fileName);
  const { lineEnd, unify } = planLineEnds(text.lineEnds);
  const cleaned = () => {
    const decoded = decodedChunks(source, decoding);
    const whole = text.zeros > 0 ? withoutZeros(decoded) : decoded;
    return unify ? unifyLineEnds(whole) : whole;
  };
  const head = [...cleanedHead(text.head, text.zeros > 0, unify)].join('');
  const shape = detectDelimiter(head, lineEnd, options.delimiter);
  let notes = new QuoteNotes();
  return {
    encoding: decoding.encoding,
    delimiter: shape.delimiter,
    sha256: bytes.sha256,
    isBlank: text.isBlank,
    issues: () => [...decodingIssues(text, decoding.encoding), ...notes.issues()],
    rows: {
      *[Symbol.iterator]() {
        const taken = new QuoteNotes();
        yield* tokenise(cleaned(), shape, lineEnd, taken);
        notes = taken;
      },
    },
  };
}

function cleanedHead(head: string, hasZeros: boolean, unify: boolean): Iterable<string> {
  const whole = hasZeros ? withoutZeros([head]) : [head];
  return unify ? unifyLineEnds(whole) : whole;
}

function refuseBinary({ size, head }: ByteSurvey, fileName: string): void {
  if (size === 0) refuse(fileName, 'is empty. Choose a CSV file with a header row and one row for each event.');
  const kind = binaryKind(head);
  if (kind !== null)
    refuse(fileName, `is not a CSV file but ${kind}. Open it in the program that made it and save it as CSV.`);
}

function refuseForeign({ head }: TextSurvey, fileName: string): void {
  const foreign = foreignTextKind(head);
  if (foreign !== null) refuse(fileName, `is not a CSV file but ${foreign}. Export the calendar as CSV.`);
  if (looksBinary(head.replaceAll('\0', '')))
    refuse(fileName, 'is not a text file. If it is a spreadsheet, open it and save it as CSV.');
}

function refuse(fileName: string, why: string): never {
  throw new OrganizerError('unreadable_input', `“${fileName}” ${why}`);
}
