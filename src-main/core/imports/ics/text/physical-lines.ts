import type { ByteSource } from '../../read/byte-source.ts';

const CR = 13;
const LF = 10;

/**
 * The lines of a file as an editor counts them, blank ones too, whatever ends them: CRLF, LF, CR, or the CRCRLF of a
 * file that was converted twice. Each is a copy, without its line end.
 */
export function* physicalLines(source: ByteSource): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  /** Carriage returns at the end of the piece before: whether a line feed follows is not known yet. */
  let returns = 0;
  const take = (end: Uint8Array): Uint8Array => {
    const line = parts.length === 0 ? Uint8Array.from(end) : Buffer.concat([...parts, end]);
    parts = [];
    return line;
  };

  for (const chunk of source.chunks()) {
    let at = 0;
    while (at < chunk.length) {
      if (returns === 0) {
        const end = lineEnd(chunk, at);
        if (end === chunk.length || chunk[end] === CR) parts.push(Uint8Array.from(chunk.subarray(at, end)));
        else yield take(chunk.subarray(at, end));
        at = chunk[end] === LF ? end + 1 : end;
      }
      while (chunk[at] === CR) {
        returns += 1;
        at += 1;
      }
      if (returns > 0 && at < chunk.length) {
        yield take(NOTHING);
        if (chunk[at] === LF) at += 1;
        else for (let blank = 1; blank < returns; blank += 1) yield NOTHING;
        returns = 0;
      }
    }
  }
  for (; returns > 0; returns -= 1) yield take(NOTHING);
  if (parts.length > 0) yield take(NOTHING);
}

const NOTHING = new Uint8Array(0);

function lineEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end += 1;
  return end;
}
