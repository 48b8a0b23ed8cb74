import type { Steps } from '#shared/steps.ts';
import type { ByteSource } from '../../read/byte-source.ts';
import { physicalLines } from './physical-lines.ts';

/** A line as it was before it was folded, and the number of the line in the file where it begins. */
export type LogicalLine = { line: number; bytes: Uint8Array };

const SPACE = 32;
const TAB = 9;
const DOS_END_OF_FILE = 26;

/**
 * Takes folded lines together (RFC 5545 §3.1: a line that begins with a space or a tab goes on with the one before).
 * It works on bytes, because programs fold in the middle of a character. Blank lines are left out.
 * @param isIndented then a space in front is no fold (see `hasIndentedComponents`)
 */
export function* unfoldedLines(source: ByteSource, isIndented: boolean): Generator<LogicalLine> {
  let open: { line: number; parts: Uint8Array[] } | null = null;
  let line = 0;
  for (const bytes of physicalLines(source)) {
    line += 1;
    if (isBlank(bytes)) continue;
    const isFold = !isIndented && isSpace(bytes[0]);
    if (open !== null && isFold) open.parts.push(bytes.subarray(1));
    else {
      if (open !== null) yield { line: open.line, bytes: joined(open.parts) };
      open = { line, parts: [isIndented ? bytes.subarray(indentOf(bytes)) : bytes] };
    }
  }
  if (open !== null) yield { line: open.line, bytes: joined(open.parts) };
}

const LINES_A_STEP = 5_000;
/** Longer lines hold more than the name of a component. */
const LONGEST_INDENTED = 200;

/** Some programs and people indent what is inside a component; then a space in front is no fold. */
export function* hasIndentedComponents(source: ByteSource): Steps<boolean> {
  let begins = false;
  let ends = false;
  let count = 0;
  for (const bytes of physicalLines(source)) {
    count += 1;
    if (count % LINES_A_STEP === 0) yield;
    if (!isSpace(bytes[0]) || bytes.length > LONGEST_INDENTED) continue;
    const text = Buffer.from(bytes).toString('latin1');
    begins ||= /^[ \t]+BEGIN:V[A-Z]+[ \t]*$/i.test(text);
    ends ||= /^[ \t]+END:V[A-Z]+[ \t]*$/i.test(text);
    if (begins && ends) return true;
  }
  return false;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

function indentOf(bytes: Uint8Array): number {
  let from = 0;
  while (isSpace(bytes[from])) from += 1;
  return from;
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => isSpace(byte) || byte === DOS_END_OF_FILE);
}
