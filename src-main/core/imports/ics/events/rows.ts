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

/** What events of one UID are to one another. Events are named by the line of their BEGIN. */
export type Relations = {
  /** The newer version of an older one. */
  newer: ReadonlyMap<number, Entry>;
  masters: ReadonlyMap<string, Master>;
  /** The dates of each series that an event of its own stands for, cancelled or not. */
  replaced: ReadonlyMap<string, ReadonlySet<string>>;
};

/** @param entries those whose UID may stand at another entry too */
export function relate(entries: readonly Entry[]): Relations {
  const newer = supersededBy(entries);
  const current = entries.filter(({ component }) => !newer.has(component.line) && component.name === 'VEVENT');
  const masters = mastersOf(current);
  return { newer, masters, replaced: replacedDates(current, masters) };
}

/**
 * What became of everything in a file, in its order. An event that repeats gives its dates, without those that another
 * event of the same UID stands for (RECURRENCE-ID).
 */
export function* rowsOf(
  entries: Iterable<Entry>,
  relations: Relations,
  options: ReadingOptions,
  notes: RowIssue[],
): Generator<ReadRow> {
  const budget: Budget = { left: FILE_BUDGET };
  for (const entry of entries) {
    const passedOver = whyPassedOver(entry, relations);
    if (passedOver !== null) yield passedOver;
    else yield* eventRows(entry, relations, options, budget, notes);
  }
}

function whyPassedOver({ component }: Entry, { newer }: Relations): ReadRow | null {
  const title = text(component, 'SUMMARY');
  if (component.name !== 'VEVENT')
    return skippedRow(component.line, 'not_an_event', `${component.name} ${title}`.trim());
  const other = newer.get(component.line)?.component.line;
  return other === undefined ? null : skippedRow(component.line, 'older_version', `${title} (newer: line ${other})`);
}

function eventRows(
  entry: Entry,
  { masters, replaced }: Relations,
  options: ReadingOptions,
  budget: Budget,
  notes: RowIssue[],
): ReadRow[] {
  const own = masters.get(entry.uid);
  const isMaster = own?.entry.component.line === entry.component.line;
  const master = own !== undefined && !isMaster && isOverride(entry) ? own : null;
  const read = readEvent(entry, options, master);
  if ('kind' in read) return [read];
  if (!repeats(entry.component)) return [singleRow(read, options, master)];
  return seriesRows(read, (isMaster && replaced.get(entry.uid)) || new Set(), options, budget, notes);
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
