import fc from 'fast-check';
import iconv from 'iconv-lite';
import { calendars, icsCalendars, icsPieces, pieces } from './calendars.ts';

/** One change of a file: where it happens, as shares of its length, and what is put there. */
export type Change = {
  kind: 'insert' | 'replace' | 'drop' | 'copy' | 'cut' | 'swapLines' | 'byte' | 'delimiter';
  at: number;
  to: number;
  piece: string;
};

/** A file to be: one of our calendars, changed, in some encoding. */
export type MutatedFile = { name: string; encoding: string; changes: Change[] };

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Changes of the calendars with these names. */
export const mutatedOf = (names: readonly string[]): fc.Arbitrary<MutatedFile> =>
  fc.record({
    name: fc.constantFrom(...names),
    encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'win1252', 'win1251', 'utf16le', 'utf16be', 'Shift_JIS', 'gbk'),
    changes: fc.array(
      fc.record({
        kind: fc.constantFrom<Change['kind']>(
          'insert',
          'insert',
          'replace',
          'drop',
          'copy',
          'cut',
          'swapLines',
          'byte',
          'delimiter',
        ),
        at: share,
        to: share,
        piece: fc.oneof(
          fc.constantFrom(...pieces),
          fc.constantFrom(...icsPieces),
          fc.string({ maxLength: 8, unit: 'binary' }),
        ),
      }),
      { maxLength: 6 },
    ),
  });

/** A table, changed. */
export const mutatedFile = mutatedOf(Object.keys(calendars));

/** Nothing larger than this comes out: copies of copies would grow without end. */
const LARGEST = 60_000;

export function bytesOf({ name, encoding, changes }: MutatedFile): Uint8Array {
  let text = calendars[name] ?? icsCalendars[name] ?? '';
  const single: [number, number][] = [];
  for (const change of changes) {
    if (change.kind === 'byte') single.push([change.at, change.piece.charCodeAt(0) & 0xff]);
    else text = changed(text, change).slice(0, LARGEST);
  }
  const bytes = iconv.encode(text, encoding);
  for (const [at, value] of single) bytes[Math.floor(at * bytes.length)] = value;
  return bytes;
}

function changed(text: string, { kind, at, to, piece }: Change): string {
  const [a, b] = [Math.floor(at * text.length), Math.floor(to * text.length)].sort((x, y) => x - y) as [number, number];
  switch (kind) {
    case 'insert':
      return text.slice(0, a) + piece + text.slice(a);
    case 'replace':
      return text.slice(0, a) + piece + text.slice(a + piece.length);
    case 'drop':
      return text.slice(0, a) + text.slice(Math.min(b, a + 40));
    case 'copy':
      return text.slice(0, b) + text.slice(a, b) + text.slice(b);
    case 'cut':
      return text.slice(0, Math.max(b, 1));
    case 'delimiter':
      return text.replaceAll([',', ';', '\t'][a % 3] ?? ',', piece.slice(0, 1) || '|');
    default:
      return swapLines(text, at, to);
  }
}

function swapLines(text: string, at: number, to: number): string {
  const lines = text.split('\n');
  const [a, b] = [Math.floor(at * lines.length), Math.floor(to * lines.length)];
  const [one, other] = [lines[a] ?? '', lines[b] ?? ''];
  lines[a] = other;
  lines[b] = one;
  return lines.join('\n');
}
