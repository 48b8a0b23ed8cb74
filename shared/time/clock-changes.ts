import { Temporal } from 'temporal-polyfill';
import { fromWallMs, isWritable } from '../calendar/dates/arithmetic.ts';

/**
 * When clocks change in a zone, worked out once per zone and year: a calendar of 100,000 rows then needs no date
 * library for a row. The few times that do not come once are left to `zoned.ts`.
 */
type Change = { epochMs: number; before: number; after: number };
type YearOfZone = { startOffset: number; changes: Change[] };

const years = new Map<string, YearOfZone>();
const MOST_YEARS_KEPT = 2_000;

export type ClockState = 'normal' | 'gap' | 'overlap';

/** Whether a wall clock in the zone shows this time once, never or twice. `wallMs` is counted as if it were UTC. */
export function clockStateAt(wallMs: number, timeZone: string): ClockState {
  for (const { epochMs, before, after } of yearOf(timeZone, new Date(wallMs).getUTCFullYear()).changes) {
    const low = epochMs + Math.min(before, after);
    const high = epochMs + Math.max(before, after);
    if (wallMs >= low && wallMs < high) return after > before ? 'gap' : 'overlap';
  }
  return 'normal';
}

/** The offset from UTC in ms of a wall clock that shows this time exactly once; null in a gap or an overlap. */
export function offsetAt(wallMs: number, timeZone: string): number | null {
  const { startOffset, changes } = yearOf(timeZone, new Date(wallMs).getUTCFullYear());
  let offset = startOffset;
  for (const { epochMs, before, after } of changes) {
    if (wallMs < epochMs + Math.min(before, after)) break;
    if (wallMs < epochMs + Math.max(before, after)) return null;
    offset = after;
  }
  return offset;
}

/** The wall clock of an instant, and which of two equal times it is. Null outside the years 1 to 9999. */
export function localOfInstant(epochMs: number, timeZone: string): { local: string; fold: 'earlier' | 'later' } | null {
  if (!isWritable(epochMs)) return null;
  const { startOffset, changes } = yearOf(timeZone, new Date(epochMs).getUTCFullYear());
  let offset = startOffset;
  let fold: 'earlier' | 'later' = 'earlier';
  for (const change of changes) {
    if (change.epochMs > epochMs) break;
    offset = change.after;
    const repeats = change.after < change.before && epochMs < change.epochMs + change.before - change.after;
    fold = repeats ? 'later' : 'earlier';
  }
  const wall = epochMs + offset;
  return isWritable(wall) ? { local: fromWallMs(wall), fold } : null;
}

/** The changes of one year, a day more at each end, because a wall clock is up to 14 hours away from UTC. */
function yearOf(timeZone: string, year: number): YearOfZone {
  const key = `${timeZone}|${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const dayMs = 86_400_000;
  const from = Date.UTC(2000, 0, 1) + yearDistanceMs(year) - dayMs;
  const until = from + 368 * dayMs;
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const startOffset = at.offsetNanoseconds / 1e6;
  const changes: Change[] = [];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > until) break;
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e6;
    changes.push({ epochMs: next.epochMilliseconds, before, after: next.offsetNanoseconds / 1e6 });
    at = next;
  }
  const found = { startOffset, changes };
  if (years.size >= MOST_YEARS_KEPT) years.clear();
  years.set(key, found);
  return found;
}

function yearDistanceMs(year: number): number {
  const start = new Date(0);
  start.setUTCFullYear(year, 0, 1);
  return start.getTime() - Date.UTC(2000, 0, 1);
}
