import Papa from 'papaparse';
import { rolesByName } from '#shared/calendar/headers/role-by-name.ts';
import { compactName } from '#shared/calendar/text/fold.ts';
import type { LineEnd } from './line-ends.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
export type TableShape = { delimiter: Delimiter /** The width of most records. */; width: number };

const candidates: readonly Delimiter[] = [',', ';', '\t', '|'];
const RECORDS_WEIGHED = 1_000;
const CHARACTERS_WEIGHED = 500_000;
const SEPARATOR_HINT = /^sep=([,;\t|])\s*(?:\r|\n|$)/i;
/** What a delimiter is worth that makes a header which we know. */
const NAME_WEIGHT = 0.15;
const MOST_NAMES = 4;

/** Finds the delimiter that cuts most records into the same number of cells, over many lines rather than one. */
export function detectDelimiter(text: string, lineEnd: LineEnd, override?: Delimiter): TableShape {
  const sample = text.slice(0, CHARACTERS_WEIGHED);
  const given = override ?? (SEPARATOR_HINT.exec(sample)?.[1] as Delimiter | undefined);
  if (given !== undefined) return { delimiter: given, width: weigh(sample, lineEnd, given).width };
  let best: TableShape = { delimiter: ',', width: 1 };
  let bestScore = 0;
  for (const delimiter of candidates) {
    const { width, score } = weigh(sample, lineEnd, delimiter);
    if (score > bestScore) [best, bestScore] = [{ delimiter, width }, score];
  }
  return best;
}

function weigh(sample: string, lineEnd: LineEnd, delimiter: Delimiter): { width: number; score: number } {
  if (!sample.includes(delimiter)) return { width: 1, score: 0 };
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: lineEnd, preview: RECORDS_WEIGHED });
  const records = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const cells of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [each, times] of widths) {
    if (each > 1 && (times > most || (times === most && each > width))) [width, most] = [each, times];
  }
  if (most === 0) return { width: 1, score: 0 };
  const consistency = most / records.length;
  return { width, score: consistency * consistency * (1 - 1 / (width + 1)) + knownNames(records) * NAME_WEIGHT };
}

/** How many headers that we know the best of the first records has. */
function knownNames(records: readonly string[][]): number {
  const counts = records.slice(0, 10).map((cells) => {
    if (cells.length < 2) return 0;
    const known = cells.filter(
      (cell) => cell.length < 60 && compactName(cell) !== '' && rolesByName(cell)[0]?.how === 'exact',
    );
    return known.length / cells.length >= 0.2 ? known.length : 0;
  });
  return Math.min(MOST_NAMES, Math.max(0, ...counts));
}
