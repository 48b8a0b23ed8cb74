import { foldText } from '#shared/calendar/text/fold.ts';
import type { ReadRow } from '#shared/calendar/types.ts';

/** Different spellings that are looked at; a file with more names of venues than this has no spellings to fix by hand. */
const MOST_SPELLINGS = 20_000;

/** Shorter names differ in one letter and mean something else (Hall A, Hall B). */
const SHORTEST_SIMILAR = 8;

/** Names of one block are compared pair by pair, so no block may be large. */
const LARGEST_BLOCK = 40;

export type VenueGroup = {
  /** The spelling that most rows have. */
  chosen: string;
  spellings: { value: string; rows: number }[];
};

/** Counts how venues are written, and gives rows the spelling that the person chose. */
export function createVenueCheck(answers: Readonly<Record<string, string>> = {}) {
  const chosen = new Map(Object.entries(answers));
  const spellings = new Map<string, number>();
  return {
    /** The spelling that a row is to have instead of its own; null when its own stays. */
    check(row: ReadRow): string | null {
      if (row.kind !== 'event' || row.fields.locationName === '') return null;
      const { locationName } = row.fields;
      const answer = chosen.get(locationName) ?? null;
      const counted = answer ?? locationName;
      const before = spellings.get(counted);
      if (before !== undefined || spellings.size < MOST_SPELLINGS) spellings.set(counted, (before ?? 0) + 1);
      return answer;
    },
    groups: (): VenueGroup[] => groupSpellings(spellings),
  };
}

/**
 * Spellings that are likely one venue: the same words in any order, case, accents and punctuation (the "fingerprint" of
 * OpenRefine), or long names that differ in one letter. The largest group first.
 */
export function groupSpellings(spellings: ReadonlyMap<string, number>): VenueGroup[] {
  const clusters = new Map<string, string[]>();
  for (const value of spellings.keys()) push(clusters, fingerprint(value), value);
  const merged = mergeSimilar([...clusters.keys()]);
  const groups = new Map<string, string[]>();
  for (const [key, values] of clusters) push(groups, merged.get(key) ?? key, ...values);
  return [...groups.values()]
    .filter((values) => values.length > 1)
    .map((values) => toGroup(values.map((value) => ({ value, rows: spellings.get(value) ?? 0 }))))
    .sort((a, b) => total(b) - total(a));
}

function toGroup(spellings: VenueGroup['spellings']): VenueGroup {
  const sorted = spellings.sort((a, b) => b.rows - a.rows || a.value.localeCompare(b.value));
  return { chosen: sorted[0]?.value ?? '', spellings: sorted };
}

const total = ({ spellings }: VenueGroup) => spellings.reduce((sum, { rows }) => sum + rows, 0);

/** Words in alphabetical order, each once: `The Hall, Main` and `main hall the` are one name. */
function fingerprint(name: string): string {
  const words = foldText(name)
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].sort().join(' ');
}

/** Long names one letter apart, found among those that begin or end alike. Gives each the first of its like. */
function mergeSimilar(keys: readonly string[]): Map<string, string> {
  const first = new Map<string, string>();
  const rootOf = (key: string): string => {
    const parent = first.get(key);
    return parent === undefined ? key : rootOf(parent);
  };
  const blocks = new Map<string, string[]>();
  for (const key of keys) {
    if (key.length < SHORTEST_SIMILAR) continue;
    push(blocks, `^${key.slice(0, 4)}`, key);
    push(blocks, `$${key.slice(-4)}`, key);
  }
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (const [at, a] of block.entries()) {
      for (const b of block.slice(at + 1)) {
        const [one, other] = [rootOf(a), rootOf(b)];
        if (one !== other && isOneLetterApart(a, b)) first.set(other, one);
      }
    }
  }
  return new Map(keys.map((key) => [key, rootOf(key)]));
}

/** One letter more, less or other; figures are never a slip: Stage 1 is not Stage 2. */
function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function push(into: Map<string, string[]>, key: string, ...values: string[]): void {
  const found = into.get(key);
  if (found === undefined) into.set(key, [...values]);
  else found.push(...values);
}
