import { fromWallMs, isWritable } from '#shared/calendar/dates/arithmetic.ts';
import type { RowCells } from '#shared/calendar/rows/row-cells.ts';
import type { DraftField, DraftFields } from '#shared/drafts/draft.ts';
import { DAY_MS } from '../recurrence/days.ts';
import { type EventLength, type EventTimes, lengthMs } from './event-times.ts';
import { existingWall, instantOfWall, wallOfInstant } from './wall.ts';

export type DraftTimes = Pick<DraftFields, 'startLocal' | 'endLocal' | 'allDay' | 'timeZone' | 'startFold'> & {
  given: DraftField[];
};

const MINUTE_MS = 60_000;

/**
 * One date of an event as a draft keeps it. Null, with an error, when no calendar can show it.
 * What the clocks jump over is moved as RFC 5545 §3.3.5 says, with a warning; the earlier of two equal hours is taken.
 */
export function toDraftTimes({ clock, startMs, length }: EventTimes, row: RowCells): DraftTimes | null {
  const given: DraftField[] = ['startLocal', 'allDay', ...(clock.isGiven ? (['timeZone'] as const) : [])];
  const made = (start: number, fold: 'earlier' | 'later', end: number | null): DraftTimes | null => {
    if (!isWritable(start) || (end !== null && !isWritable(end))) return beyond(row);
    return {
      startLocal: fromWallMs(start),
      endLocal: end === null ? null : fromWallMs(end),
      allDay: clock.form === 'date',
      timeZone: clock.zone,
      startFold: fold,
      given: end === null ? given : [...given, 'endLocal'],
    };
  };

  if (clock.form === 'date') {
    const days = Math.ceil(lengthMs(length) / DAY_MS);
    return made(
      existingWall(startMs, clock.zone).wallMs,
      'earlier',
      days > 1 ? startMs + days * DAY_MS - MINUTE_MS : null,
    );
  }
  if (clock.form === 'utc') {
    const start = wallOfInstant(startMs, clock.zone);
    const end = length.kind === 'open' ? null : wallOfInstant(startMs + lengthMs(length), clock.zone);
    return start === null ? beyond(row) : made(start.wallMs, start.fold, end?.wallMs ?? null);
  }
  if (!isWritable(startMs) || !isWritable(startMs + lengthMs(length) + DAY_MS)) return beyond(row);
  const start = existingWall(startMs, clock.zone);
  noteClockChange(row, startMs, start);
  return made(start.wallMs, 'earlier', endOf(start.wallMs, length, clock.zone));
}

/**
 * A stated end is kept as the clock shows it, also in the night when the clocks change: a party until five ends at
 * five. (RFC 5545 would keep the exact length; calendar programs and people do not.) A DURATION is exact.
 */
function endOf(startMs: number, length: EventLength, zone: string): number | null {
  if (length.kind === 'open') return null;
  if (length.kind === 'wall') return existingWall(startMs + length.ms, zone).wallMs;
  const day = existingWall(startMs + length.days * DAY_MS, zone).wallMs;
  return length.ms === 0 ? day : (wallOfInstant(instantOfWall(day, zone) + length.ms, zone)?.wallMs ?? day);
}

function noteClockChange(row: RowCells, startMs: number, start: ReturnType<typeof existingWall>): void {
  const said = fromWallMs(startMs).replace('T', ' ');
  if (start.state === 'gap')
    row.warn(
      'DTSTART',
      'dst_gap',
      `${said} does not exist that day: the clocks go forward. ${fromWallMs(start.wallMs).slice(11)} was taken, as calendars do. Correct the time if that is wrong.`,
    );
  if (start.state === 'overlap')
    row.warn(
      'DTSTART',
      'dst_overlap',
      `${said} happens twice that day, because the clocks go back. The earlier one was taken.`,
    );
}

function beyond(row: RowCells): null {
  row.error('DTSTART', 'unreadable_date', 'The date is beyond what a calendar can show. Correct it in the calendar.');
  return null;
}
