import iconv from 'iconv-lite';
import type { RowIssue } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { ByteSource } from './byte-source.ts';
import { findBom, guessEncoding } from './guess-encoding.ts';
import type { ByteSurvey } from './survey-bytes.ts';
import type { TextSurvey } from './survey-text.ts';

/** How the bytes of a file are to be turned into text. */
export type Decoding = { encoding: string; bomLength: number };

/**
 * The encoding to decode with: the one that was chosen, or the one detected over the whole file.
 * @throws OrganizerError `usage` for a choice that is no encoding.
 */
export function chooseDecoding(survey: ByteSurvey, chosen?: string): Decoding {
  if (chosen === undefined) return guessEncoding(survey);
  if (!iconv.encodingExists(chosen)) {
    throw new OrganizerError(
      'usage',
      `“${chosen}” is not an encoding that can be read. Use a name such as UTF-8, windows-1252 or Shift_JIS.`,
    );
  }
  return { encoding: chosen, bomLength: findBom(survey.head)?.bomLength ?? 0 };
}

/** The text of a file, piece by piece. A byte order mark is left out; characters that two chunks share come whole. */
export function* decodedChunks(source: ByteSource, { encoding, bomLength }: Decoding): Generator<string> {
  const decoder = iconv.getDecoder(encoding);
  let toSkip = bomLength;
  for (const chunk of source.chunks()) {
    const skipped = Math.min(toSkip, chunk.byteLength);
    toSkip -= skipped;
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset + skipped, chunk.byteLength - skipped));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
}

/** The same text without zero characters, which only damage puts there. */
export function* withoutZeros(chunks: Iterable<string>): Generator<string> {
  for (const chunk of chunks) yield chunk.includes('\0') ? chunk.replaceAll('\0', '') : chunk;
}

/** What a person should know about how the file was decoded. */
export function decodingIssues({ broken, zeros }: Pick<TextSurvey, 'broken' | 'zeros'>, encoding: string): RowIssue[] {
  const issues: RowIssue[] = [];
  if (broken > 0) {
    issues.push(
      fileNote(
        'undecodable_bytes',
        `${broken} characters could not be decoded as ${encoding}. Choose another encoding if texts look wrong.`,
      ),
    );
  }
  if (zeros > 0)
    issues.push(fileNote('nul_bytes', `The file holds ${zeros} zero bytes, which were left out. It may be damaged.`));
  return issues;
}

function fileNote(code: string, message: string): RowIssue {
  return { row: 1, column: null, code, severity: 'warning', message };
}
