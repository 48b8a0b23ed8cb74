import { ColumnLookup, RowCells } from '#shared/calendar/rows/row-cells.ts';
import type { ReadingOptions, ReadRow, RowIssue, SkipReason } from '#shared/calendar/types.ts';
import { isSeries } from '../recurrence/series.ts';
import { isPast, windowOf } from '../recurrence/window.ts';
import type { Component } from '../text/components.ts';
import { toDraftTimes } from '../times/draft-times.ts';
import { type EventTimes, onClock, readEventTimes } from '../times/event-times.ts';
import { readIcsTime } from '../times/ics-time.ts';
import type { Entry } from './calendar-events.ts';
import { type EventTexts, readEventTexts, titleOf } from './event-texts.ts';
import { dateKey, idOfDate } from './ids.ts';
import { first, text, word } from './properties.ts';

/** A series of the file, for the events that stand for one of its dates. */
export type Master = { entry: Entry; times: EventTimes; title: string };

/** An event as far as it is understood before its dates are made. */
export type ReadEvent = { entry: Entry; row: RowCells; texts: EventTexts; times: EventTimes };

const DAY_MS = 86_400_000;
const NO_COLUMNS = new ColumnLookup([]);

/** Collects the issues of one event; its row is the line of its BEGIN. */
export function issuesOf(line: number): RowCells {
  return new RowCells(line, [], NO_COLUMNS);
}

/** Reads an event, or says as a row why it gives none. */
export function readEvent(entry: Entry, options: ReadingOptions, master: Master | null): ReadEvent | ReadRow {
  const { component, calendar } = entry;
  const row = issuesOf(component.line);
  if (component.ending === 'cut_off') {
    row.error(
      null,
      'cut_off',
      'This event has no end: the file was cut off in the middle of it. Export the calendar again.',
    );
    return invalidRow(component, row);
  }
  const title = master?.title ?? '';
  if (calendar.isCancelled || word(component, 'STATUS') === 'CANCELLED')
    return skippedRow(component.line, 'cancelled', titleOf(component, row) || title);
  const texts = readEventTexts(component, { options, isOurs: calendar.isOurs, title }, row);
  const times = readEventTimes(component, calendar.book, row);
  if (times === null || row.hasErrors) return invalidRow(component, row);
  if (first(component, 'DTEND', 'DURATION') === undefined && master !== null) times.length = master.times.length;
  noteMidnights(times, row);
  return { entry, row, texts, times };
}

/** An event that happens once: by itself, or in place of one date of a series. */
export function singleRow(read: ReadEvent, options: ReadingOptions, master: Master | null): ReadRow {
  const { entry, row, times } = read;
  const { component, uid } = entry;
  const recurrence = first(component, 'RECURRENCE-ID');
  if (master !== null) {
    if (isPast(times, windowOf(times, options))) return skippedRow(component.line, 'past', read.texts.fields.title);
    if (times.startMs > windowOf(master.times, options).lastMs)
      return skippedRow(component.line, 'later', read.texts.fields.title);
  }
  if (recurrence?.params.get('RANGE')?.[0]?.toUpperCase() === 'THISANDFUTURE')
    row.warn(
      'RECURRENCE-ID',
      'this_and_future',
      'The calendar means this change for all later dates of the series too (THISANDFUTURE). Only this date was changed here: check the later ones.',
    );
  return eventRow(read, times, uid === '' ? null : idOfDate(uid, keyOfRecurrence(entry, master)));
}

/** One date of an event as a row. */
export function eventRow({ row, texts, entry }: ReadEvent, times: EventTimes, sourceId: string | null): ReadRow {
  const draft = toDraftTimes(times, row);
  if (draft === null) return invalidRow(entry.component, row);
  const { given, ...fields } = draft;
  return {
    kind: 'event',
    row: row.row,
    sourceId,
    fields: { ...texts.fields, ...fields },
    given: [...texts.given, ...given],
    issues: row.issues,
  };
}

/** Which date of its series an event stands for, or null when it stands for none. */
export function keyOfRecurrence(entry: Entry, master: Master | null): string | null {
  const line = first(entry.component, 'RECURRENCE-ID');
  if (line === undefined) return null;
  const time = readIcsTime(line.value, line);
  if (time === null) return line.value.trim().slice(0, 60);
  const { book } = entry.calendar;
  const clock = master?.times.clock ?? {
    form: time.form === 'utc' ? ('local' as const) : time.form,
    ...book.zoneOf(time.tzid, line.line),
  };
  const startMs = master?.times.startMs ?? 0;
  // Some programs name only the day of a series that has a time.
  const atTheTime = time.form === 'date' && clock.form !== 'date' ? ((startMs % DAY_MS) + DAY_MS) % DAY_MS : 0;
  const ms = onClock(time, clock, book, line.line) + atTheTime;
  return dateKey(ms, master === null ? ms : startMs);
}

export function skippedRow(row: number, reason: SkipReason, words: string): ReadRow {
  return { kind: 'skipped', row, reason, text: words };
}

/** What is shown of an event that gives none: never who organizes it or is invited. */
export function invalidRow(component: Component, { row, issues }: { row: number; issues: RowIssue[] }): ReadRow {
  const shown = ['SUMMARY', 'DTSTART', 'DTEND', 'DURATION', 'LOCATION'];
  const cells = shown.map((name) => text(component, name)).filter((cell) => cell !== '');
  return { kind: 'invalid', row, cells, issues };
}

/** True for an event that gives a row for each of its dates. */
export function repeats(event: Component): boolean {
  return isSeries(event) && first(event, 'RECURRENCE-ID') === undefined;
}

/** Programs that know no whole days write them as midnight in UTC, which is another time in most zones. */
function noteMidnights({ clock, startMs, length }: EventTimes, row: RowCells): void {
  const days = (length.kind === 'wall' ? length.ms : startMs) / 86_400_000;
  const zone = clock.zone;
  if (clock.form !== 'utc' || startMs % 86_400_000 !== 0 || !Number.isInteger(days) || zone === 'UTC') return;
  row.warn(
    'DTSTART',
    'utc_midnight',
    `The calendar gives midnight in UTC, which is another time in ${zone}. It may mean a whole day: check the start and the end.`,
  );
}
