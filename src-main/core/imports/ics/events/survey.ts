import type { Steps } from '#shared/steps.ts';
import type { Component, Piece } from '../text/components.ts';
import { readIcsTime } from '../times/ics-time.ts';
import { Calendars, isEntry, uidOf } from './calendar-events.ts';
import { first, text } from './properties.ts';
import { SharedIds } from './shared-ids.ts';

/** What one walk over a file tells of it as a whole. */
export type FileFacts = {
  /** How many events, and things that could be taken for one. */
  entries: number;
  /** The properties that they have, in the order of first sight. */
  propertyNames: string[];
  /** The program that wrote it, without its version: what tells its ids from those of another. Null when unnamed. */
  program: string | null;
  calendars: Calendars;
  sharedIds: SharedIds;
};

const PIECES_A_STEP = 500;

/** @param fallbackZone for times whose zone nothing tells */
export function* surveyFile(pieces: Iterable<Piece>, fallbackZone: string): Steps<FileFacts> {
  const facts = {
    entries: 0,
    propertyNames: new Set<string>(),
    program: null as string | null,
    calendars: new Calendars(fallbackZone),
    sharedIds: new SharedIds(),
  };
  const found = new Map<number | null, { zones: Component[]; years: Set<number> }>();
  let count = 0;
  for (const { calendar, component } of pieces) {
    const own = found.get(calendar) ?? { zones: [], years: new Set<number>() };
    found.set(calendar, own);
    if (component.name === 'VTIMEZONE') own.zones.push(component);
    else if (component.name === 'VCALENDAR') {
      facts.program ??= programOf(component);
      facts.calendars.add(calendar, component, own.zones, [...own.years]);
      found.delete(calendar);
    } else if (isEntry(component)) {
      facts.entries += 1;
      for (const { name } of component.lines) facts.propertyNames.add(name);
      if (component.name === 'VEVENT') facts.sharedIds.add(uidOf(component));
      const year = yearOf(component);
      if (year !== null) own.years.add(year);
    }
    count += 1;
    if (count % PIECES_A_STEP === 0) yield;
  }
  // Events without a calendar around them: the head of the file is missing.
  for (const [calendar, own] of found) facts.calendars.add(calendar, null, own.zones, [...own.years]);
  return { ...facts, propertyNames: [...facts.propertyNames] };
}

function yearOf(component: Component): number | null {
  const line = first(component, 'DTSTART');
  const time = line === undefined ? null : readIcsTime(line.value, line);
  return time === null ? null : new Date(time.ms).getUTCFullYear();
}

function programOf(calendar: Component): string | null {
  const name = text(calendar, 'PRODID')
    .replace(/[\d.]+/g, '')
    .slice(0, 200);
  return name === '' ? null : name;
}
