/** The lines of a file as they were before they were folded, and the number of the line where each of them began. */
export type LogicalLines = { bytes: Uint8Array; lineNumbers: number[] };

const CR = 13;
const LF = 10;
const SPACE = 32;
const TAB = 9;
const DOS_END_OF_FILE = 26;

/**
 * Takes folded lines together (RFC 5545 §3.1: a line that begins with a space or a tab goes on with the one before).
 * It works on bytes, because programs fold in the middle of a character, and ends each line with one LF, whatever
 * ended it: CRLF, LF, CR or the CRCRLF of a file that was converted twice. Blank lines are left out.
 */
export function unfold(bytes: Uint8Array): LogicalLines {
  const isIndented = hasIndentedComponents(bytes);
  const output = new Uint8Array(bytes.length + 1);
  const lineNumbers: number[] = [];
  let length = 0;
  let lineNumber = 0;
  let index = 0;
  while (index < bytes.length) {
    lineNumber += 1;
    let end = index;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end += 1;
    if (!isBlank(bytes, index, end)) {
      const folds = isSpace(bytes[index]) && !isIndented && lineNumbers.length > 0;
      let from = folds ? index + 1 : index;
      if (isIndented) while (isSpace(bytes[from])) from += 1;
      if (!folds) {
        if (lineNumbers.length > 0) length = append(output, length, LF);
        lineNumbers.push(lineNumber);
      }
      output.set(bytes.subarray(from, end), length);
      length += end - from;
    }
    index = afterLineEnd(bytes, end);
  }
  return { bytes: output.subarray(0, length), lineNumbers };
}

function append(output: Uint8Array, length: number, byte: number): number {
  output[length] = byte;
  return length + 1;
}

/** The first byte after one line end: CR* LF, or one CR. */
function afterLineEnd(bytes: Uint8Array, end: number): number {
  if (bytes[end] !== CR) return end + 1;
  let next = end;
  while (bytes[next] === CR) next += 1;
  return bytes[next] === LF ? next + 1 : end + 1;
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

function isBlank(bytes: Uint8Array, from: number, end: number): boolean {
  for (let index = from; index < end; index += 1) {
    if (!isSpace(bytes[index]) && bytes[index] !== DOS_END_OF_FILE) return false;
  }
  return true;
}

/** Some programs and people indent what is inside a component; then a space in front is no fold. */
function hasIndentedComponents(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return /^[ \t]+BEGIN:V[A-Z]+[ \t]*$/im.test(text) && /^[ \t]+END:V[A-Z]+[ \t]*$/im.test(text);
}
