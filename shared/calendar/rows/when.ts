import type { DraftField, DraftFields } from '../../drafts/draft.ts';
import { clockStateAt, localOfInstant } from '../../time/clock-changes.ts';
import { describeZonedProblem, resolveLocal } from '../../time/zoned.ts';
import { localToWallMs, toLocal, wallMs } from '../dates/arithmetic.ts';
import { readAllDay, readStartClock, splitVenueTime, warnNote } from './clock-cells.ts';
import { type Moment, readEnd } from './end.ts';
import type { RowCells } from './row-cells.ts';
import { type DateContext, readStartDate, type SettledDate } from './start-date.ts';
import { checkWeekdays } from './weekday-check.ts';
import { readZone } from './zone.ts';

export type WhenContext = DateContext & {
  timeZone: string;
  /** All clocks of the column are midnight: a database wrote its dates so, and the times mean nothing. */
  startIsDateOnly: boolean;
  endIsDateOnly: boolean;
};

export type When = Pick<DraftFields, 'startLocal' | 'endLocal' | 'allDay' | 'timeZone' | 'startFold'> & {
  given: DraftField[];
  /** The venue without the time that was in its cell. */
  venue: string | null;
};

/** Everything about when the event is. Null when there is an error; then the row's issues say which. */
export function readWhen(row: RowCells, context: WhenContext): When | null {
  const zone = readZone(row, context.timeZone);
  const date = readStartDate(row, context);
  const clock = readStartClock(row);
  if (date === null || clock === null || zone === null) return null;
  checkWeekdays(row, date);
  if (date.note !== null) warnNote(row, row.columns.label('start', 'startDate'), date.note);

  const flag = readAllDay(row);
  const ownTime = context.startIsDateOnly ? null : date.startTime;
  const fused =
    clock.start === null && ownTime === null && flag !== true ? splitVenueTime(row.get('locationName')) : null;
  const startMinutes = clock.start ?? ownTime ?? fused?.start ?? null;
  noteTimes(row, {
    flag,
    startMinutes,
    hasTimeCell: clock.start !== null,
    ownTime,
    clockAllDay: clock.allDay,
    fused: fused !== null,
  });

  const allDay = flag === true || clock.allDay || startMinutes === null;
  const start = startMoment(date, allDay ? null : startMinutes, clock.start === null, zone.timeZone);
  if (start === null || !checkStart(row, start, allDay, zone.timeZone)) return null;

  const end = readEnd(row, { context, date, start, allDay, timeZone: zone.timeZone, clockEnd: clock.end });
  if (end === 'error') return null;

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
    venue: fused?.venue ?? null,
  };
}

type TimeFacts = {
  flag: boolean | null;
  startMinutes: number | null;
  hasTimeCell: boolean;
  ownTime: number | null;
  clockAllDay: boolean;
  fused: boolean;
};

/** Says what was decided about times when a person might have expected something else. */
function noteTimes(row: RowCells, facts: TimeFacts): void {
  const label = row.columns.label('startTime', 'start', 'startDate');
  if (facts.flag === true && facts.startMinutes !== null && facts.startMinutes !== 0) {
    row.warn(
      row.columns.label('allDay'),
      'all_day_with_times',
      'The row is marked as all-day, so its times were left out. Remove the mark if the times count.',
    );
  } else if (facts.fused) {
    row.warn(
      row.columns.label('locationName'),
      'time_from_venue',
      'The start time was taken from the venue’s cell. Give the time a column of its own if that is wrong.',
    );
  } else if (facts.startMinutes === null && facts.flag !== true && !facts.clockAllDay && row.columns.has('startTime')) {
    row.warn(
      label,
      'no_time',
      'The row has a date but no time, so it was read as all-day. Add the time if there is one.',
    );
  } else if (
    facts.hasTimeCell &&
    facts.ownTime !== null &&
    facts.ownTime !== 0 &&
    facts.ownTime !== facts.startMinutes
  ) {
    row.warn(label, 'two_times', 'The date’s cell and the time’s cell give different times; the time’s cell was used.');
  }
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
