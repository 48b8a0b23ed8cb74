import type { RowCells } from '#shared/calendar/rows/row-cells.ts';
import { quoteCell } from '#shared/calendar/text/fold.ts';
import { first, word } from '../events/properties.ts';
import { DAY_MS } from '../recurrence/days.ts';
import type { Component } from '../text/components.ts';
import type { ContentLine } from '../text/content-line.ts';
import { readIcsDuration } from './duration.ts';
import { type IcsTime, readIcsTime } from './ics-time.ts';
import { instantOfWall, wallOfInstant } from './wall.ts';
import type { FoundZone, ZoneBook } from './zone-book.ts';

/** What the dates of an event are counted on: whole days, the wall clock of a zone, or UTC (shown in that zone). */
export type EventClock = { form: IcsTime['form'] } & FoundZone;

/** How long an event is. `wall`: so much later on the same clock; `exact`: days on the calendar, then exact time. */
export type EventLength = { kind: 'open' } | { kind: 'wall'; ms: number } | { kind: 'exact'; days: number; ms: number };

export type EventTimes = { clock: EventClock; startMs: number; length: EventLength };

/** When an event begins and how long it is. Null when that cannot be known; then the issues of the row say why. */
export function readEventTimes(event: Component, book: ZoneBook, row: RowCells): EventTimes | null {
  const line = first(event, 'DTSTART') ?? first(event, 'RECURRENCE-ID');
  if (line === undefined) {
    row.error('DTSTART', 'no_date', 'This event has no start (DTSTART). Add it in the calendar and export again.');
    return null;
  }
  const start = readIcsTime(line.value, line);
  if (start === null) {
    row.error(line.name, 'unreadable_date', unreadable(line, 'a date or a date and time'));
    return null;
  }
  const clock = { form: start.form, ...book.zoneOf(start.form === 'date' ? null : start.tzid, line.line) };
  const length = readLength(event, start.ms, clock, book, row);
  if (length === null) return null;
  return wholeDays(event, { clock, startMs: start.ms, length });
}

/** A time of the file on the clock of an event, in ms counted as that clock counts. */
export function onClock(time: IcsTime, clock: EventClock, book: ZoneBook, line: number): number {
  if (clock.form === 'date') return Math.floor(time.ms / DAY_MS) * DAY_MS;
  if (time.form === 'date' || (time.form === 'utc' && clock.form === 'utc')) return time.ms;
  const zone = time.form === 'utc' ? 'UTC' : (time.tzid === null ? clock : book.zoneOf(time.tzid, line)).zone;
  if (clock.form === 'local' && zone === clock.zone) return time.ms;
  const epochMs = time.form === 'utc' ? time.ms : instantOfWall(time.ms, zone);
  return clock.form === 'utc' ? epochMs : (wallOfInstant(epochMs, clock.zone)?.wallMs ?? epochMs);
}

/** How far the end is from the start, in ms: exact, or what the clock shows. */
export function lengthMs(length: EventLength): number {
  return length.kind === 'open' ? 0 : length.kind === 'wall' ? length.ms : length.days * DAY_MS + length.ms;
}

function readLength(
  event: Component,
  startMs: number,
  clock: EventClock,
  book: ZoneBook,
  row: RowCells,
): EventLength | null {
  const endLine = first(event, 'DTEND');
  if (endLine !== undefined) {
    const end = readIcsTime(endLine.value, endLine);
    if (end !== null) return lengthUntil(end, endLine, startMs, clock, book, row);
    row.error('DTEND', 'unreadable_date', unreadable(endLine, 'a date or a date and time'));
    return null;
  }
  const line = first(event, 'DURATION');
  if (line === undefined) return { kind: 'open' };
  const duration = readIcsDuration(line.value);
  if (duration !== null) return duration.days + duration.ms > 0 ? { kind: 'exact', ...duration } : { kind: 'open' };
  row.error('DURATION', 'unreadable_duration', unreadable(line, 'a duration'));
  return null;
}

/** The length up to an end. An end that is the start is none: that is how RFC 5545 §3.6.1 reads an absent one. */
function lengthUntil(
  end: IcsTime,
  line: ContentLine,
  startMs: number,
  clock: EventClock,
  book: ZoneBook,
  row: RowCells,
): EventLength | null {
  if ((end.form === 'date') !== (clock.form === 'date'))
    row.warn(
      'DTEND',
      'mixed_dates',
      'The start and the end are not alike: one is a whole day, the other has a time. Check the end.',
    );
  // A whole-day event whose end has a time goes on through that day.
  const isWithinDay = clock.form === 'date' && end.form !== 'date' && end.ms % DAY_MS > 0;
  const ms = onClock(end, clock, book, line.line) - startMs + (isWithinDay ? DAY_MS : 0);
  if (ms === 0) return { kind: 'open' };
  if (ms > 0) return { kind: 'wall', ms };
  row.error(
    'DTEND',
    'end_before_start',
    `The end (${line.value.trim()}) is before the start (${quoteStart(startMs, clock)}). Correct one of the two in the calendar.`,
  );
  return null;
}

/** Outlook marks whole days by a property of its own, and writes them as midnight to midnight. */
function wholeDays(event: Component, times: EventTimes): EventTimes {
  const { clock, startMs, length } = times;
  if (clock.form === 'date' || word(event, 'X-MICROSOFT-CDO-ALLDAYEVENT') !== 'TRUE') return times;
  const wall = clock.form === 'local' ? startMs : (wallOfInstant(startMs, clock.zone)?.wallMs ?? 1);
  if (wall % DAY_MS !== 0 || lengthMs(length) % DAY_MS !== 0) return times;
  return { clock: { ...clock, form: 'date' }, startMs: wall, length };
}

function unreadable(line: ContentLine, what: string): string {
  return `${quoteCell(line.value)} in ${line.name} is not ${what} that can be read. Correct it in the calendar and export again.`;
}

function quoteStart(startMs: number, clock: EventClock): string {
  const iso = new Date(startMs).toISOString();
  return clock.form === 'date' ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
