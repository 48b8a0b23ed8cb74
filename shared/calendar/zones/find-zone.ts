import { isTimeZone } from '../../time/zoned.ts';
import { zoneOfDisplayName } from './display-names.ts';
import { currentNames } from './old-names.ts';
import { windowsNames } from './windows-names.ts';

const known = new Map<string, string | null>();
const MOST_KNOWN = 5_000;
/** Windows writes an offset before some names: `(UTC+01:00) …`. */
const LEADING_OFFSET = /^\((?:UTC|GMT)[^)]*\)\s*/i;

/**
 * The IANA zone that a cell names, by today's name: `US/Eastern` is America/New_York, `Asia/Calcutta` Asia/Kolkata,
 * `W. Europe Standard Time` and `(UTC+01:00) Amsterdam, Berlin, …` are zones too. Case and spaces do not matter. Null when it is none.
 */
export function findTimeZone(cell: string): string | null {
  const seen = known.get(cell);
  if (seen !== undefined) return seen;
  const found = find(cell.trim());
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(cell, found);
  return found;
}

function find(cell: string): string | null {
  const windows = windowsNames[cell.replace(LEADING_OFFSET, '').toLowerCase()];
  if (windows !== undefined) return windows;
  const name = cell.replace(/ +/g, '_');
  const current = currentNames.get(name.toLowerCase());
  if (current !== undefined && isTimeZone(current)) return current;
  return isTimeZone(name) ? asListed(name) : zoneOfDisplayName(cell);
}

/** `europe/berlin` as the tz database writes it; engines accept any case, servers may not. */
function asListed(name: string): string {
  if (/[A-Z]/.test(name) && name !== name.toUpperCase()) return name;
  if (!name.includes('/')) return name.toUpperCase();
  const small = new Set(['of', 'es', 'au', 'de', 'da']);
  return name
    .toLowerCase()
    .split('/')
    .map((part) =>
      part
        .split(/(?<=[_-])/)
        .map((word) => (small.has(word.replace(/[_-]$/, '')) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
        .join(''),
    )
    .join('/');
}
