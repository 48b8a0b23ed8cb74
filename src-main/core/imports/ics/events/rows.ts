import type { ReadingOptions, ReadRow, RowIssue } from '#shared/calendar/types.ts';
import type { Budget } from '../recurrence/expand.ts';
import { readEventTimes } from '../times/event-times.ts';
import type { Entry } from './calendar-events.ts';
import { issuesOf, keyOfRecurrence, type Master, readEvent, repeats, singleRow, skippedRow } from './event-rows.ts';
import { titleOf } from './event-texts.ts';
import { first, text } from './properties.ts';
import { seriesRows } from './series-rows.ts';
import { supersededBy } from './versions.ts';

/** What all series of a file may cost together (see Budget): some 400,000 dates, which takes seconds. */
const FILE_BUDGET = 50_000_000;

/**
 * What became of everything in a file, in its order. An event that repeats gives its dates, without those that another
 * event of the same UID stands for (RECURRENCE-ID).
 */
export function rowsOf(entries: readonly Entry[], options: ReadingOptions, notes: RowIssue[]): ReadRow[] {
  const older = supersededBy(entries);
  const current = entries.filter((entry) => !older.has(entry) && entry.component.name === 'VEVENT');
  const masters = mastersOf(current);
  const replaced = replacedDates(current, masters);
  const budget: Budget = { left: FILE_BUDGET };
  return entries.flatMap((entry): ReadRow[] => {
    const { component } = entry;
    const newer = older.get(entry);
    if (component.name !== 'VEVENT')
      return [skippedRow(component.line, 'not_an_event', `${component.name} ${text(component, 'SUMMARY')}`.trim())];
    if (newer !== undefined)
      return [
        skippedRow(
          component.line,
          'older_version',
          `${text(component, 'SUMMARY')} (newer: line ${newer.component.line})`,
        ),
      ];
    const own = masters.get(entry.uid);
    const master = own !== undefined && own.entry !== entry && isOverride(entry) ? own : null;
    const read = readEvent(entry, options, master);
    if ('kind' in read) return [read];
    if (!repeats(component)) return [singleRow(read, options, master)];
    const isMaster = own?.entry === entry;
    return seriesRows(read, (isMaster && replaced.get(entry.uid)) || new Set(), options, budget, notes);
  });
}

function isOverride(entry: Entry): boolean {
  return first(entry.component, 'RECURRENCE-ID') !== undefined;
}

/** The series of each UID. Where several share one, the events for single dates belong to the first. */
function mastersOf(entries: readonly Entry[]): Map<string, Master> {
  const masters = new Map<string, Master>();
  for (const entry of entries) {
    const { component, uid, calendar } = entry;
    if (uid === '' || !repeats(component) || component.ending === 'cut_off' || masters.has(uid)) continue;
    const unheard = issuesOf(component.line);
    const times = readEventTimes(component, calendar.book, unheard);
    if (times !== null) masters.set(uid, { entry, times, title: titleOf(component, unheard) });
  }
  return masters;
}

/** The dates of each series that an event of its own stands for, cancelled or not. */
function replacedDates(entries: readonly Entry[], masters: ReadonlyMap<string, Master>): Map<string, Set<string>> {
  const replaced = new Map<string, Set<string>>();
  for (const entry of entries) {
    const master = masters.get(entry.uid);
    // One that was cut off stands for its date too: the date would be wrong as the series has it.
    if (master === undefined || !isOverride(entry)) continue;
    const key = keyOfRecurrence(entry, master);
    if (key !== null) replaced.set(entry.uid, (replaced.get(entry.uid) ?? new Set()).add(key));
  }
  return replaced;
}
