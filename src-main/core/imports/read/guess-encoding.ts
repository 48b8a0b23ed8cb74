import chardet from 'chardet';
import iconv from 'iconv-lite';
import { commonPairs } from './common-pairs.ts';
import { plausibility } from './plausible-text.ts';
import type { ByteSurvey } from './survey-bytes.ts';

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
export function guessEncoding(survey: ByteSurvey): EncodingGuess {
  const bom = findBom(survey.head);
  if (bom !== null) return bom;
  const wide = guessUtf16(survey);
  if (wide !== null) return { encoding: wide, bomLength: 0 };
  if (survey.isUtf8) return { encoding: 'UTF-8', bomLength: 0 };
  return { encoding: guessLegacy(Buffer.from(survey.highLines)), bomLength: 0 };
}

const LEAST_ZEROS = 3;
const LEAST_ZERO_SHARE = 0.02;
/** Zero bytes in text that is valid UTF-8 are damage, unless there are very many. */
const LEAST_ZERO_SHARE_OF_UTF8 = 0.3;

/** Delimiters, digits and line ends of UTF-16 have a zero byte, always on the same side; 8-bit text has none. */
function guessUtf16({ size, zeros, isUtf8 }: ByteSurvey): 'UTF-16LE' | 'UTF-16BE' | null {
  if (size < 4 || size % 2 !== 0) return null;
  const { even, odd } = zeros;
  if (Math.max(odd, even) < LEAST_ZEROS || Math.max(odd, even) <= Math.min(odd, even) * 20) return null;
  const least = (size / 2) * (isUtf8 ? LEAST_ZERO_SHARE_OF_UTF8 : LEAST_ZERO_SHARE);
  if (Math.max(odd, even) < least) return null;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

/** Windows code pages contain the ISO ones in all that matters, and are what programs write. */
const windowsTwin: Record<string, string> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'windows-1251',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
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

/** @param sample lines with bytes above 127, from all over the file */
function guessLegacy(sample: Buffer): string {
  const scores = new Map<string, number>(usualSuspects.map((name) => [name, 0]));
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encodings = [name, windowsTwin[name]].filter((each) => each !== undefined && iconv.encodingExists(each));
    for (const each of encodings)
      if (each !== undefined) scores.set(each, Math.max(scores.get(each) ?? 0, confidence / 100));
  }
  for (const name of ['UTF-8', 'ASCII', 'UTF-16LE', 'UTF-16BE', 'UTF-32LE', 'UTF-32BE', 'ISO-8859-1'])
    scores.delete(name);

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
