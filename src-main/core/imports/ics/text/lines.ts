import iconv from 'iconv-lite';
import type { RowIssue } from '#shared/calendar/types.ts';
import type { Steps } from '#shared/steps.ts';
import type { ByteSource } from '../../read/byte-source.ts';
import { chooseDecoding, type Decoding, decodedChunks, decodingIssues } from '../../read/decode.ts';
import { findBom, guessEncoding } from '../../read/guess-encoding.ts';
import { surveyBytes } from '../../read/survey-bytes.ts';
import { hasIndentedComponents, unfoldedLines } from './unfold.ts';

/** An unfolded line as text, and the number of the line in the file where it begins. */
export type TextLine = { line: number; text: string };

export type IcsLines = {
  encoding: string;
  /** SHA-256 of the bytes, in hex. */
  sha256: string;
  /** May be walked again; each walk reads the file anew, so memory does not grow with it. */
  lines: Iterable<TextLine>;
  /** What is to be known about the decoding. Complete once the lines were walked to their end. */
  issues: () => RowIssue[];
};

/** Encodings with several bytes for each letter and line end: these are decoded before lines are put together. */
const WIDE = /^(?:utf-?16|utf-?32|ucs-?2|ucs-?4)/i;

/** Finds out how the lines of a file are to be read. @throws OrganizerError `usage` for an override that is no encoding. */
export function* openLines(source: ByteSource, override?: string): Steps<IcsLines> {
  const survey = yield* surveyBytes(source);
  const decoding = chooseDecoding(survey, override);
  const isWide = WIDE.test(decoding.encoding);
  const bom = findBom(survey.head);
  const narrow = isWide ? asUtf8(source, decoding) : without(source, bom?.encoding === 'UTF-8' ? bom.bomLength : 0);
  const isIndented = yield* hasIndentedComponents(narrow);
  // A fold in the middle of a character makes UTF-8 look like something else: only unfolded bytes tell.
  const encoding = isWide || survey.isUtf8 ? 'UTF-8' : yield* guessUnfolded(narrow, isIndented);
  const inFile = isWide ? decoding.encoding : (override ?? encoding);
  const decode = decoderOf(isWide ? 'UTF-8' : inFile);
  let damage = { broken: 0, zeros: 0 };
  return {
    encoding: inFile,
    sha256: survey.sha256,
    issues: () => decodingIssues(damage, inFile),
    lines: {
      *[Symbol.iterator]() {
        const found = { broken: 0, zeros: 0 };
        // Each line by itself: in a damaged file half a character would swallow the line end.
        for (const { line, bytes } of unfoldedLines(narrow, isIndented)) {
          const text = decode(bytes);
          found.broken += text.split('\ufffd').length - 1;
          found.zeros += text.split('\0').length - 1;
          yield { line, text: found.zeros === 0 ? text : text.replaceAll('\0', '') };
        }
        damage = found;
      },
    },
  };
}

function decoderOf(encoding: string): (bytes: Uint8Array) => string {
  const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return /^utf-?8$/i.test(encoding)
    ? (bytes) => asBuffer(bytes).toString('utf8')
    : (bytes) => iconv.decode(asBuffer(bytes), encoding, { stripBOM: false });
}

function* guessUnfolded(source: ByteSource, isIndented: boolean): Steps<string> {
  const unfolded: ByteSource = {
    size: source.size,
    *chunks() {
      for (const { bytes } of unfoldedLines(source, isIndented)) yield Buffer.concat([bytes, LINE_FEED]);
    },
  };
  return guessEncoding(yield* surveyBytes(unfolded)).encoding;
}

const LINE_FEED = Uint8Array.of(10);

/** The same file without its first bytes. */
function without(source: ByteSource, byteCount: number): ByteSource {
  if (byteCount === 0) return source;
  return {
    size: source.size - byteCount,
    *chunks() {
      let left = byteCount;
      for (const chunk of source.chunks()) {
        yield chunk.subarray(Math.min(left, chunk.byteLength));
        left = Math.max(0, left - chunk.byteLength);
      }
    },
  };
}

/** The same text in UTF-8. Half a surrogate pair at the end of a piece waits for its other half. */
function asUtf8(source: ByteSource, decoding: Decoding): ByteSource {
  return {
    size: source.size,
    *chunks() {
      let half = '';
      for (const decoded of decodedChunks(source, decoding)) {
        const text = half + decoded;
        half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : '';
        yield Buffer.from(half === '' ? text : text.slice(0, -1));
      }
      yield Buffer.from(half);
    },
  };
}
