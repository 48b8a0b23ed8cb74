import { isTimeZone } from '#shared/time/zoned.ts';
import type { Component } from '../text/components.ts';
import { readIcsTime } from '../times/ics-time.ts';
import { ZoneBook } from '../times/zone-book.ts';
import { first, text, word } from './properties.ts';

/** What all events of one VCALENDAR share. */
export type CalendarFacts = { book: ZoneBook; isCancelled: boolean; isOurs: boolean };

/** A component of a calendar that gives rows: an event, or something else that is only counted. */
export type Entry = { component: Component; calendar: CalendarFacts; uid: string };

/** How our own export signs its files. */
const OUR_PROGRAM = /^-{1,2}\/\/Pinned Organizer\/\//;
const NO_ENTRIES = new Set(['VTIMEZONE', 'VALARM', 'STANDARD', 'DAYLIGHT']);
const LONGEST_UID = 900;

/** Everything in a file that is an event or could be taken for one, in the order of the file. */
export function entriesOf(roots: readonly Component[], fallbackZone: string): { entries: Entry[]; books: ZoneBook[] } {
  const entries: Entry[] = [];
  const books: ZoneBook[] = [];
  const bare: Component[] = [];
  for (const root of roots) {
    if (root.name === 'VCALENDAR') addCalendar(root, root.children);
    else bare.push(root);
  }
  // Events without a calendar around them: the head of the file is missing.
  if (bare.length > 0) addCalendar(null, bare);
  return { entries: entries.sort((a, b) => a.component.line - b.component.line), books };

  function addCalendar(root: Component | null, children: Component[]): void {
    const zones = children.filter(({ name }) => name === 'VTIMEZONE');
    const found = children.filter(({ name }) => !NO_ENTRIES.has(name));
    const book = new ZoneBook(fallbackZone, calendarZone(root), zones, yearsOf(found));
    books.push(book);
    const calendar = {
      book,
      isCancelled: root !== null && word(root, 'METHOD') === 'CANCEL',
      isOurs: root !== null && OUR_PROGRAM.test(text(root, 'PRODID')),
    };
    for (const component of found) {
      const own = ownZone(component, calendar);
      entries.push({ component, calendar: own, uid: text(component, 'UID').slice(0, LONGEST_UID) });
      if (own !== calendar) books.push(own.book);
    }
  }
}

/** The zone that a calendar names for what names none itself. */
function calendarZone(root: Component | null): { name: string; line: number } | null {
  const line = root === null ? undefined : first(root, 'X-WR-TIMEZONE');
  const name = line?.value.trim() ?? '';
  return line === undefined || name === '' ? null : { name, line: line.line };
}

/** Our own export names the zone of a whole-day event apart, because its date has none, and UTC as a zone. */
function ownZone(component: Component, calendar: CalendarFacts): CalendarFacts {
  const zone = calendar.isOurs ? text(component, 'X-ORGANIZER-TIMEZONE') : '';
  return isTimeZone(zone)
    ? { ...calendar, book: new ZoneBook(zone, { name: zone, line: component.line }, [], []) }
    : calendar;
}

/** The years in which a calendar has events. */
function yearsOf(components: readonly Component[]): number[] {
  const years = new Set<number>();
  for (const component of components) {
    const line = first(component, 'DTSTART');
    const time = line === undefined ? null : readIcsTime(line.value, line);
    if (time !== null) years.add(new Date(time.ms).getUTCFullYear());
  }
  return [...years];
}

/** The program that wrote a file, without its version: what tells its ids from those of another. Null when unnamed. */
export function programOf(roots: readonly Component[]): string | null {
  for (const root of roots) {
    const name =
      root.name === 'VCALENDAR'
        ? text(root, 'PRODID')
            .replace(/[\d.]+/g, '')
            .slice(0, 200)
        : '';
    if (name !== '') return name;
  }
  return null;
}
