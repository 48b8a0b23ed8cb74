import { Temporal } from 'temporal-polyfill';
import { fromWallMs, isWritable, localToWallMs } from '#shared/calendar/dates/arithmetic.ts';
import { clockStateAt, localOfInstant } from '#shared/time/clock-changes.ts';

/** A moment as a draft keeps it: the clock of a zone, and which of two equal hours is meant. */
export type WallMoment = { wallMs: number; fold: 'earlier' | 'later' };

/** What a clock in the zone shows at an instant. Null outside the years 1 to 9999. */
export function wallOfInstant(epochMs: number, zone: string): WallMoment | null {
  const found = localOfInstant(epochMs, zone);
  return found === null ? null : { wallMs: localToWallMs(found.local), fold: found.fold };
}

/**
 * The instant of a wall clock. A time that the clocks jump over counts with the offset before the jump, one that comes
 * twice is the earlier one (RFC 5545 §3.3.5).
 */
export function instantOfWall(wallMs: number, zone: string): number {
  return Temporal.PlainDateTime.from(fromWallMs(wallMs)).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** A wall clock that exists: inside a jump of the clocks it is what they show instead (02:30 becomes 03:30). */
export function existingWall(wallMs: number, zone: string): { wallMs: number; state: 'normal' | 'gap' | 'overlap' } {
  const state = isWritable(wallMs) ? clockStateAt(wallMs, zone) : 'normal';
  if (state !== 'gap') return { wallMs, state };
  const moved = wallOfInstant(instantOfWall(wallMs, zone), zone);
  return { wallMs: moved?.wallMs ?? wallMs, state };
}
