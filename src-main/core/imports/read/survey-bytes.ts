import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ByteSource } from './byte-source.ts';

/** What the bytes of a whole file say, gathered in one walk with bounded memory. */
export type ByteSurvey = {
  size: number;
  /** SHA-256 in hex (FIPS 180-4) of all bytes. */
  sha256: string;
  /** The first bytes: signatures and byte order marks stand there. */
  head: Uint8Array;
  /** Every byte is part of valid UTF-8. */
  isUtf8: boolean;
  /** Zero bytes at even and at odd places: UTF-16 shows by them. */
  zeros: { even: number; odd: number };
  /** Lines with bytes above 127, as many as fit: only they can tell one 8-bit encoding from another. */
  highLines: Uint8Array;
};

const HEAD_BYTES = 4_096;
const LINES_KEPT = 4_000;
const LINE_BYTES_KEPT = 2_048;

/** Walks all bytes once. Yields between chunks, so that the caller can breathe. */
export function* surveyBytes(source: ByteSource): Generator<void, ByteSurvey> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  const zeros = { even: 0, odd: 0 };
  const lines = new HighLines();
  let head: Uint8Array = new Uint8Array(0);
  let size = 0;
  for (const chunk of source.chunks()) {
    hash.update(chunk);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    utf8.add(chunk);
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
      if ((size + at) % 2 === 0) zeros.even += 1;
      else zeros.odd += 1;
    }
    lines.add(chunk);
    size += chunk.byteLength;
    yield;
  }
  return { size, sha256: hash.digest('hex'), head, isUtf8: utf8.end(), zeros, highLines: lines.end() };
}

/** Checks chunk by chunk; a character that two chunks share is carried over. */
class Utf8Check {
  private valid = true;
  private carry: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    if (!this.valid) return;
    const bytes = this.carry.length === 0 ? chunk : Buffer.concat([this.carry, chunk]);
    const cut = lastWholeCharacter(bytes);
    this.valid = isUtf8(bytes.subarray(0, cut));
    this.carry = Uint8Array.from(bytes.subarray(cut));
  }

  end(): boolean {
    return this.valid && this.carry.length === 0;
  }
}

/** Where the last, perhaps incomplete, character of several bytes begins (RFC 3629); the end when none is open. */
function lastWholeCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

class HighLines {
  private readonly kept: Uint8Array[] = [];
  private line: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    if (this.kept.length >= LINES_KEPT) return;
    let start = 0;
    if (isAscii(chunk) && isAscii(this.line)) {
      // Nothing to keep but the line that goes on in the next chunk.
      start = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13)) + 1;
      if (start > 0) this.line = new Uint8Array(0);
      this.line = Buffer.concat([this.line, chunk.subarray(start)]).subarray(0, LINE_BYTES_KEPT);
      return;
    }
    for (let at = 0; at < chunk.length && this.kept.length < LINES_KEPT; at += 1) {
      if (chunk[at] !== 10 && chunk[at] !== 13) continue;
      this.keep(chunk.subarray(start, at + 1));
      start = at + 1;
    }
    this.line = Buffer.concat([this.line, chunk.subarray(start)]).subarray(0, LINE_BYTES_KEPT);
  }

  end(): Uint8Array {
    this.keep(new Uint8Array(0));
    return Buffer.concat(this.kept);
  }

  private keep(rest: Uint8Array): void {
    const line = this.line.length === 0 ? rest : Buffer.concat([this.line, rest]);
    if (!isAscii(line)) this.kept.push(Uint8Array.from(line.subarray(0, LINE_BYTES_KEPT)));
    this.line = new Uint8Array(0);
  }
}
