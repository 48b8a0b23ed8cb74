import type { RowIssue } from '#shared/calendar/types.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import type { Component, Piece } from '../text/components.ts';
import { ZoneBook } from '../times/zone-book.ts';
import { first, text, word } from './properties.ts';

/** What all events of one VCALENDAR share. */
export type CalendarFacts = { book: ZoneBook; isCancelled: boolean; isOurs: boolean };

/** A component of a calendar that gives rows: an event, or something else that is only counted. */
export type Entry = { component: Component; calendar: CalendarFacts; uid: string };

/** How our own export signs its files. */
const OUR_PROGRAM = /^-{1,2}\/\/Pinned Organizer\/\//;
const NO_ENTRIES = new Set(['VCALENDAR', 'VTIMEZONE', 'VALARM', 'STANDARD', 'DAYLIGHT']);
const LONGEST_UID = 900;

/** Whether a component is an event or could be taken for one. */
export function isEntry({ name }: Component): boolean {
  return !NO_ENTRIES.has(name);
}

export function uidOf(component: Component): string {
  return text(component, 'UID').slice(0, LONGEST_UID);
}

/** The calendars of a file, for the events that stand in them. */
export class Calendars {
  private readonly facts = new Map<number | null, CalendarFacts>();
  private readonly fallbackZone: string;
  /** Of our own export: calendars by the zone that an event names apart. */
  private readonly byZone = new Map<string, CalendarFacts>();

  constructor(fallbackZone: string) {
    this.fallbackZone = fallbackZone;
  }

  /**
   * @param root the VCALENDAR; null for events that stand in none
   * @param zones its VTIMEZONEs
   * @param years in which it has events
   */
  add(index: number | null, root: Component | null, zones: readonly Component[], years: readonly number[]): void {
    this.facts.set(index, {
      book: new ZoneBook(this.fallbackZone, calendarZone(root), zones, years),
      isCancelled: root !== null && word(root, 'METHOD') === 'CANCEL',
      isOurs: root !== null && OUR_PROGRAM.test(text(root, 'PRODID')),
    });
  }

  /** The entry that a piece of the file is; null when it is none. */
  entryOf({ calendar, component }: Piece): Entry | null {
    const facts = this.facts.get(calendar);
    if (facts === undefined || !isEntry(component)) return null;
    return { component, calendar: this.withOwnZone(component, facts), uid: uidOf(component) };
  }

  /** What is to be known about time zones, of the entries that were read so far. */
  zoneIssues(): RowIssue[] {
    return [...this.facts.values(), ...this.byZone.values()].flatMap(({ book }) => book.issues);
  }

  /** Our own export names the zone of a whole-day event apart, because its date has none, and UTC as a zone. */
  private withOwnZone(component: Component, facts: CalendarFacts): CalendarFacts {
    const zone = facts.isOurs ? text(component, 'X-ORGANIZER-TIMEZONE') : '';
    if (!isTimeZone(zone)) return facts;
    const key = `${facts.isCancelled} ${zone}`;
    const own = this.byZone.get(key) ?? {
      ...facts,
      book: new ZoneBook(zone, { name: zone, line: component.line }, [], []),
    };
    this.byZone.set(key, own);
    return own;
  }
}

/** The zone that a calendar names for what names none itself. */
function calendarZone(root: Component | null): { name: string; line: number } | null {
  const line = root === null ? undefined : first(root, 'X-WR-TIMEZONE');
  const name = line?.value.trim() ?? '';
  return line === undefined || name === '' ? null : { name, line: line.line };
}
