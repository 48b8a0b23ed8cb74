import { quoteCell } from '#shared/calendar/text/fold.ts';
import type { RowIssue } from '#shared/calendar/types.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import type { Component } from '../text/components.ts';
import { isUtc, zoneOfName } from './zone-names.ts';
import { zoneWithRules } from './zone-rules.ts';

/** Zones of one file that are compared by their rules, which takes a moment for each. No calendar has so many. */
const MOST_COMPARISONS = 20;

/** Which zone a TZID stands for, and whether the file itself told. */
export type FoundZone = { zone: string; isGiven: boolean };

/**
 * The zones of one calendar. A name that is no zone of the IANA database is looked up once, and told once: by its
 * rules in the file when they fit a zone, else its times keep their clock in the calendar's zone.
 */
export class ZoneBook {
  readonly issues: RowIssue[] = [];
  /** The calendar's own zone, and whether the file named it. Times without a zone, and whole days, are in it. */
  readonly own: FoundZone;
  private readonly fallback: string;
  private readonly found = new Map<string, FoundZone>();
  private readonly definitions = new Map<string, Component>();
  private readonly years: readonly number[];
  private comparisons = 0;

  /**
   * @param fallback the zone that was chosen for what names none
   * @param own `X-WR-TIMEZONE` of the calendar, its name and line; null when it has none
   * @param years in which the calendar has events
   */
  constructor(
    fallback: string,
    own: { name: string; line: number } | null,
    definitions: readonly Component[],
    years: readonly number[],
  ) {
    this.fallback = fallback;
    this.years = years;
    for (const definition of definitions) {
      const tzid = propertyOf(definition, 'TZID');
      if (tzid !== '' && !this.definitions.has(tzid)) this.definitions.set(tzid, definition);
    }
    const zone = own === null ? null : this.lookUp(own.name);
    this.own = zone === null || isUtc(zone) ? { zone: fallback, isGiven: false } : { zone, isGiven: true };
    if (own !== null && zone === null) this.issues.push(describe('X-WR-TIMEZONE', own.name, own.line, null, fallback));
  }

  /** The zone of a TZID. Line is where it stands, for the note. */
  zoneOf(tzid: string | null, line: number): FoundZone {
    if (tzid === null) return this.own;
    const known = this.found.get(tzid);
    if (known !== undefined) return known;
    const zone = this.lookUp(tzid);
    const byRules = zone === null ? this.byRules(tzid) : null;
    const found = zone ?? byRules;
    if (zone === null) this.issues.push(describe('TZID', tzid, line, byRules, this.own.zone));
    const answer = found === null ? { ...this.own, isGiven: false } : { zone: found, isGiven: true };
    this.found.set(tzid, answer);
    return answer;
  }

  private lookUp(name: string): string | null {
    const definition = this.definitions.get(name);
    const location = definition === undefined ? '' : propertyOf(definition, 'X-LIC-LOCATION');
    return zoneOfName(name, this.fallback) ?? (isTimeZone(location) ? location : null);
  }

  private byRules(tzid: string): string | null {
    const definition = this.definitions.get(tzid);
    this.comparisons += 1;
    if (definition === undefined || this.comparisons > MOST_COMPARISONS) return null;
    return zoneWithRules(definition, this.years, [this.own.zone, this.fallback]);
  }
}

function propertyOf(component: Component, name: string): string {
  return component.lines.find((line) => line.name === name)?.value.trim() ?? '';
}

function describe(column: string, tzid: string, row: number, byRules: string | null, own: string): RowIssue {
  const message =
    byRules === null
      ? `${quoteCell(tzid)} is no time zone that is known here, and its rules fit none. Its times were kept as they are, in ${own}. Choose another time zone if that is wrong.`
      : `${quoteCell(tzid)} is no time zone that is known here. By its rules it keeps the same clock as ${byRules}, which was taken.`;
  const code = byRules === null ? 'unknown_zone' : 'zone_by_rules';
  return { row, column, code, severity: 'warning', message };
}
