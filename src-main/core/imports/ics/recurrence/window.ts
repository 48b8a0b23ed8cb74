import { fromWallMs, localToWallMs } from '#shared/calendar/dates/arithmetic.ts';
import type { ReadingOptions } from '#shared/calendar/types.ts';
import { type EventClock, type EventTimes, lengthMs } from '../times/event-times.ts';
import { instantOfWall, wallOfInstant } from '../times/wall.ts';
import { DAY_MS, dayOf } from './days.ts';

/** How far a series is read when no end was chosen, in months after today or, if that is later, after its start. */
export const HORIZON_MONTHS = 18;

/** Which dates of a series are read: from the first day on, to the end of the last. Both on the clock of the series. */
export type SeriesWindow = { fromMs: number; lastMs: number; fromDay: string | null; lastDay: string };

/**
 * The window of a series. Dates before today are left out, because a calendar keeps years of them; `seriesFrom` and
 * `seriesUntil` choose otherwise. Without a clock (`nowMs`) a series is read from its start.
 */
export function windowOf({ clock, startMs }: EventTimes, options: ReadingOptions): SeriesWindow {
  const today = options.nowMs === undefined ? null : dayAt(options.nowMs, clock.zone);
  const fromDay = options.seriesFrom ?? today;
  const startDay = dayOnClock(startMs, clock);
  const lastDay = options.seriesUntil ?? monthsAfter(today !== null && today > startDay ? today : startDay);
  return {
    fromMs: fromDay === null ? Number.NEGATIVE_INFINITY : startOfDay(fromDay, clock),
    lastMs: startOfDay(lastDay, clock) + DAY_MS - 1,
    fromDay,
    lastDay,
  };
}

/** True for a date that is over before the window begins. One that began earlier and still goes on is not. */
export function isPast({ startMs, length }: EventTimes, { fromMs }: SeriesWindow): boolean {
  return startMs < fromMs && startMs + lengthMs(length) <= fromMs;
}

function dayAt(epochMs: number, zone: string): string {
  return fromWallMs(wallOfInstant(epochMs, zone)?.wallMs ?? epochMs).slice(0, 10);
}

function dayOnClock(ms: number, clock: EventClock): string {
  return clock.form === 'utc' ? dayAt(ms, clock.zone) : fromWallMs(ms).slice(0, 10);
}

function startOfDay(day: string, clock: EventClock): number {
  const wall = localToWallMs(`${day}T00:00`);
  return clock.form === 'utc' ? instantOfWall(wall, clock.zone) : wall;
}

function monthsAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = dayOf(year, month + HORIZON_MONTHS, 0);
  return fromWallMs(Math.min(dayOf(year, month - 1 + HORIZON_MONTHS, date), lastOfMonth)).slice(0, 10);
}
