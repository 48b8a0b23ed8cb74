import iconv from 'iconv-lite';
import type { RowIssue } from '#shared/calendar/types.ts';
import { finish } from '#shared/steps.ts';
import { memorySource } from '../../read/byte-source.ts';
import { type DecodedText, decodeWhole } from '../../read/decode-whole.ts';
import { findBom, guessEncoding } from '../../read/guess-encoding.ts';
import { surveyBytes } from '../../read/survey-bytes.ts';
import { unfold } from './unfold.ts';

export type IcsLines = { texts: string[]; lineNumbers: number[]; encoding: string; issues: RowIssue[] };

/** Encodings with several bytes for each letter and line end: these are decoded before lines are put together. */
const WIDE = /^(?:utf-?16|utf-?32|ucs-?2|ucs-?4)/i;

/** The unfolded lines of a file as text. @throws OrganizerError `usage` for an override that is no encoding. */
export function readLines(bytes: Uint8Array, override?: string): IcsLines {
  const wide = WIDE.test(
    override ?? findBom(bytes)?.encoding ?? guessEncoding(finish(surveyBytes(memorySource(bytes)))).encoding,
  )
    ? decodeWhole(bytes, override)
    : null;
  const { bytes: unfolded, lineNumbers } = unfold(wide === null ? withoutBom(bytes) : Buffer.from(wide.text));
  const { text, encoding, issues }: DecodedText = decodeWhole(unfolded, wide === null ? override : 'UTF-8');
  const texts = text.split('\n');
  return {
    // In a damaged file half a character may have swallowed a line end: then each line is decoded by itself.
    texts: texts.length === lineNumbers.length ? texts : eachLine(unfolded, encoding),
    lineNumbers,
    encoding: wide?.encoding ?? encoding,
    issues: [...(wide?.issues ?? []), ...issues],
  };
}

function eachLine(bytes: Uint8Array, encoding: string): string[] {
  const texts: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    texts.push(iconv.decode(Buffer.from(bytes.subarray(from, at)), encoding));
    from = at + 1;
  }
  if (bytes.length > 0) texts.push(iconv.decode(Buffer.from(bytes.subarray(from)), encoding));
  return texts.map((text) => text.replaceAll('\0', ''));
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  const bom = findBom(bytes);
  return bom?.encoding === 'UTF-8' ? bytes.subarray(bom.bomLength) : bytes;
}
