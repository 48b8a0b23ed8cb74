import iconv from 'iconv-lite';
import type { RowIssue } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import { findBom, guessEncoding } from './guess-encoding.ts';

export type DecodedText = { text: string; encoding: string; issues: RowIssue[] };

/**
 * Turns the bytes of a file into text. Without `override` the encoding is detected over the whole file.
 * @throws OrganizerError `usage` for an override that is no encoding.
 */
export function decodeBytes(bytes: Uint8Array, override?: string): DecodedText {
  if (override !== undefined && !iconv.encodingExists(override)) {
    throw new OrganizerError(
      'usage',
      `“${override}” is not an encoding that can be read. Use a name such as UTF-8, windows-1252 or Shift_JIS.`,
    );
  }
  const bom = findBom(bytes);
  const { encoding, bomLength } =
    override === undefined ? guessEncoding(bytes) : { encoding: override, bomLength: bom?.bomLength ?? 0 };
  const decoded = iconv.decode(
    Buffer.from(bytes.buffer, bytes.byteOffset + bomLength, bytes.byteLength - bomLength),
    encoding,
  );
  const issues: RowIssue[] = [];
  const broken = count(decoded, '\ufffd');
  if (broken > 0) {
    issues.push(
      fileNote(
        'undecodable_bytes',
        `${broken} characters could not be decoded as ${encoding}. Choose another encoding if texts look wrong.`,
      ),
    );
  }
  const zeros = count(decoded, '\0');
  if (zeros > 0)
    issues.push(fileNote('nul_bytes', `The file holds ${zeros} zero bytes, which were left out. It may be damaged.`));
  return { text: zeros > 0 ? decoded.replaceAll('\0', '') : decoded, encoding, issues };
}

function fileNote(code: string, message: string): RowIssue {
  return { row: 1, column: null, code, severity: 'warning', message };
}

function count(text: string, character: string): number {
  let found = 0;
  for (let index = text.indexOf(character); index >= 0; index = text.indexOf(character, index + 1)) found += 1;
  return found;
}
