import { readTimeCell } from '../times/time-cell.ts';

/** A lone `a` or `p` is too little beside a name: `1a Town Hall` may be a number. */
const CLOCK =
  '(?:\\d{1,2}(?:[.:]\\d{2})?\\s?[ap]\\.?m\\.?|\\d{1,2}[:h]\\d{2}|\\d{1,2}\\s?h|\\d{1,2}(?:[.:]\\d{2})?\\s?(?:Uhr|uur))';
const RANGE = `(?:(?:\\d{1,2}(?:[.:]\\d{2})?|${CLOCK})\\s?[-–]\\s?)?${CLOCK}`;
/** `JBT 7pm`, `Main Hall, 19:30`, `Blue Note (8pm–10pm)`. */
const TIME_LAST = new RegExp(`^(.*[^\\s,;@(–-])[\\s,;@(–-]+(${RANGE})\\)?$`, 'iu');
/** `7pm JBT`, `19:30 @ Main Hall`. */
const TIME_FIRST = new RegExp(`^(${RANGE})[\\s,;@–-]+(\\p{L}.*)$`, 'iu');

/** No name of a place is longer; the patterns are slow on a text that is. */
const LONGEST_VENUE = 200;

/** Splits a time off the end or the beginning of a venue; null when there is none. */
export function splitVenueTime(venue: string): { venue: string; start: number; end: number | null } | null {
  if (venue.length > LONGEST_VENUE) return null;
  const last = TIME_LAST.exec(venue);
  const first = last === null ? TIME_FIRST.exec(venue) : null;
  const [name, clock] = last === null ? [first?.[2], first?.[1]] : [last[1], last[2]];
  const time = clock === undefined ? null : readTimeCell(clock);
  return name === undefined || time?.kind !== 'time' ? null : { venue: name, start: time.start, end: time.end };
}
