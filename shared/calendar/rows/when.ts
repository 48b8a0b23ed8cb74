import type { DraftField, DraftFields } from '../../drafts/draft.ts';
import { clockStateAt, localOfInstant } from '../../time/clock-changes.ts';
import { describeZonedProblem, resolveLocal } from '../../time/zoned.ts';
import { isDayEdge } from '../columns/only-midnights.ts';
import { localToWallMs, toLocal, wallMs } from '../dates/arithmetic.ts';
import { quoteCell } from '../text/fold.ts';
import { readAllDay, warnNote } from './clock-cells.ts';
import { type Moment, readEnd } from './end.ts';
import type { Occasion, WhenContext } from './occasions.ts';
import { checkOffsets } from './offset-check.ts';
import type { RowCells } from './row-cells.ts';
import type { SettledDate } from './settle-date.ts';
import { noteTimes } from './time-notes.ts';
import { splitVenueTime } from './venue-time.ts';
import { checkWeekdays } from './weekday-check.ts';

export type When = Pick<DraftFields, 'startLocal' | 'endLocal' | 'allDay' | 'timeZone' | 'startFold'> & {
  given: DraftField[];
  /** The venue without the time that was in its cell. */
  venue: string | null;
};

const WEEK_MS = 7 * 86_400_000;

/** A weekday beside weeks with a time means every week: one long event would be wrong on most of its days. */
function isWeekly(row: RowCells, start: string, end: string): boolean {
  const weekday = row.get('weekday');
  if (weekday === '' || localToWallMs(end) - localToWallMs(start) < WEEK_MS) return false;
  row.error(
    row.columns.label('weekday'),
    'recurring',
    `The row runs from ${start.slice(0, 10)} to ${end.slice(0, 10)} with a time and the weekday ${quoteCell(weekday)}, so it seems to repeat every week. Make one row for each date.`,
  );
  return true;
}

/** Everything about when the event is. Null when there is an error; then the row's issues say which. */
export function readWhen(row: RowCells, context: WhenContext, occasion: Occasion): When | null {
  const { zone, date, clock } = occasion;
  checkWeekdays(row, date);
  if (date.note !== null) warnNote(row, row.columns.label('start', 'startDate'), date.note);

  const flag = readAllDay(row);
  const isFiller = context.startIsDateOnly && date.startTime !== null && isDayEdge(date.startTime);
  const ownTime = isFiller ? null : date.startTime;
  const fused =
    clock.start === null && ownTime === null && flag !== true ? splitVenueTime(row.get('locationName')) : null;
  const startMinutes = clock.start ?? ownTime ?? fused?.start ?? null;
  noteTimes(row, {
    flag,
    startMinutes,
    hasTimeCell: clock.start !== null,
    ownTime,
    clockAllDay: occasion.clockAllDay,
    fused: fused !== null,
  });

  const allDay = flag === true || occasion.clockAllDay || startMinutes === null;
  const start = startMoment(date, allDay ? null : startMinutes, clock.start === null, zone.timeZone);
  if (start === null || !checkStart(row, start, allDay, zone.timeZone)) return null;
  if (!checkOffsets(row, { zone, date, start })) return null;

  const end = readEnd(row, {
    context,
    date,
    start,
    allDay,
    timeZone: zone.timeZone,
    clockEnd: clock.end ?? fused?.end ?? null,
    slotEnd: occasion.slotEnd,
  });
  if (end === 'error' || (!allDay && end !== null && isWeekly(row, start.local, end))) return null;

  const given: DraftField[] = ['startLocal', 'allDay'];
  if (end !== null) given.push('endLocal');
  if (zone.given) given.push('timeZone');
  return {
    startLocal: start.local,
    endLocal: end,
    allDay,
    timeZone: zone.timeZone,
    startFold: start.fold,
    given,
    venue: fused?.venue ?? venueOf(row, date),
  };
}

function venueOf(row: RowCells, { venue }: SettledDate): string | null {
  if (venue === undefined) return null;
  row.warn(
    row.columns.label('start', 'startDate'),
    'venue_from_date',
    `The venue ${quoteCell(venue)} was taken from the date’s cell. Give the venue a column of its own if that is wrong.`,
  );
  return venue;
}

/** A time cell of its own is a wall clock; only a date and time in one cell can be an instant. */
function startMoment(
  date: SettledDate,
  minutes: number | null,
  fromDateCell: boolean,
  timeZone: string,
): Moment | null {
  if (minutes === null) return { local: toLocal(date.start, 0), fold: 'earlier', epochMs: null };
  if (date.offsetMinutes === null || !fromDateCell)
    return { local: toLocal(date.start, minutes), fold: 'earlier', epochMs: null };
  const epochMs = wallMs(date.start, minutes - date.offsetMinutes);
  const local = localOfInstant(epochMs, timeZone);
  return local === null ? null : { ...local, epochMs };
}

/** False, with an error, when the clocks jump over the start. May move an all-day start to the first hour of its day. */
function checkStart(row: RowCells, start: Moment, allDay: boolean, timeZone: string): boolean {
  if (start.epochMs !== null) return true;
  const state = clockStateAt(localToWallMs(start.local), timeZone);
  const label = row.columns.label('startTime', 'start', 'startDate');
  if (state === 'overlap' && !allDay) {
    row.warn(
      label,
      'dst_overlap',
      `${start.local.replace('T', ' ')} happens twice that day, because the clocks go back. The earlier one was taken.`,
    );
  }
  if (state !== 'gap') return true;
  const resolved = resolveLocal(start.local, timeZone);
  if (resolved.ok) return true;
  if (allDay && resolved.problem.kind === 'gap') {
    start.local = resolved.problem.next;
    return true;
  }
  row.error(label, 'dst_gap', `${describeZonedProblem(resolved.problem)} Correct the time.`);
  return false;
}
