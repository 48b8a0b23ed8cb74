import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { commonPairs } from './common-pairs.ts';
import { plausibility } from './plausible-text.ts';

export type EncodingGuess = { encoding: string; bomLength: number };

const boms: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'UTF-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'UTF-32LE', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'UTF-32BE', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'UTF-16LE', bytes: [0xff, 0xfe] },
  { encoding: 'UTF-16BE', bytes: [0xfe, 0xff] },
];

/** The byte order mark of the file, or null. */
export function findBom(bytes: Uint8Array): EncodingGuess | null {
  const found = boms.find((bom) => bom.bytes.every((byte, index) => bytes[index] === byte));
  return found === undefined ? null : { encoding: found.encoding, bomLength: found.bytes.length };
}

/**
 * The encoding of a file, from all of its bytes: a byte order mark; zero bytes in every other place (UTF-16);
 * valid UTF-8; else the best of the encodings that chardet finds possible.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const bom = findBom(bytes);
  if (bom !== null) return bom;
  const wide = guessUtf16(bytes);
  if (wide !== null) return { encoding: wide, bomLength: 0 };
  if (isUtf8(bytes)) return { encoding: 'UTF-8', bomLength: 0 };
  return { encoding: guessLegacy(bytes), bomLength: 0 };
}

const LEAST_ZEROS = 3;
const LEAST_ZERO_SHARE = 0.02;
/** Zero bytes in text that is valid UTF-8 are damage, unless there are very many. */
const LEAST_ZERO_SHARE_OF_UTF8 = 0.3;

/** Delimiters, digits and line ends of UTF-16 have a zero byte, always on the same side; 8-bit text has none. */
function guessUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  if (Math.max(odd, even) < LEAST_ZEROS || Math.max(odd, even) <= Math.min(odd, even) * 20) return null;
  const least = (bytes.length / 2) * (isUtf8(bytes) ? LEAST_ZERO_SHARE_OF_UTF8 : LEAST_ZERO_SHARE);
  if (Math.max(odd, even) < least) return null;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

/** Windows code pages contain the ISO ones in all that matters, and are what programs write. */
const windowsTwin: Record<string, string> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'windows-1251',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-9': 'windows-1254',
  GB18030: 'GB18030',
  'EUC-KR': 'EUC-KR',
};

/** Always weighed, because chardet passes them over in short files. */
const usualSuspects = [
  'windows-1252',
  'ISO-8859-15',
  'windows-1250',
  'windows-1251',
  'Shift_JIS',
  'GB18030',
  'EUC-KR',
  'EUC-JP',
  'KOI8-R',
  'macintosh',
  'ISO-8859-2',
];
const CHARDET_WEIGHT = 0.25;

function guessLegacy(bytes: Uint8Array): string {
  const scores = new Map<string, number>(usualSuspects.map((name) => [name, 0]));
  for (const { name, confidence } of chardet.analyse(bytes)) {
    const encodings = [name, windowsTwin[name]].filter((each) => each !== undefined && iconv.encodingExists(each));
    for (const each of encodings)
      if (each !== undefined) scores.set(each, Math.max(scores.get(each) ?? 0, confidence / 100));
  }
  for (const name of ['UTF-8', 'ASCII', 'UTF-16LE', 'UTF-16BE', 'UTF-32LE', 'UTF-32BE', 'ISO-8859-1'])
    scores.delete(name);

  const sample = highBytesOf(bytes);
  let best = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [encoding, confidence] of scores) {
    const score =
      plausibility(iconv.decode(sample, encoding)) + confidence * CHARDET_WEIGHT + commonPairs(sample, encoding);
    if (score > bestScore + 1e-9) [best, bestScore] = [encoding, score];
  }
  // Of encodings that read the file alike, the usual name is the one to show.
  return iconv.decode(sample, best) === iconv.decode(sample, 'windows-1252') ? 'windows-1252' : best;
}

const LINES_WEIGHED = 4_000;

/** The lines that are not plain ASCII, from all over the file: only they can tell one encoding from another. */
function highBytesOf(bytes: Uint8Array): Buffer {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let index = 0; index <= bytes.length && lines.length < LINES_WEIGHED; index += 1) {
    if (index < bytes.length && bytes[index] !== 10 && bytes[index] !== 13) continue;
    const line = bytes.subarray(start, index + 1);
    if (line.some((byte) => byte > 127)) lines.push(line);
    start = index + 1;
  }
  return Buffer.concat(lines);
}
