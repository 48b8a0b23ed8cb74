import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { isTimeZone } from '#shared/time/zoned.ts';
import { expandRule } from '../recurrence/expand.ts';
import { readRule } from '../recurrence/rule.ts';
import type { Component } from '../text/components.ts';
import { offsetMinutes, readIcsTime } from './ics-time.ts';
import { wallOfInstant } from './wall.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Instants that are compared in a year, beside those around each change of the clocks. */
const SAMPLES_A_YEAR = 24;
/** Of a calendar that goes back further, the last years are compared. */
const MOST_YEARS = 10;
/** Looked at in one observance; its rules are yearly, and begin in 1601 at the earliest. */
const BUDGET = 100_000;

type Change = { epochMs: number; after: number };

/**
 * The zone of the IANA database that keeps the same clock as a VTIMEZONE does, in all of the years. Null when there is
 * none, or when the rules cannot be read.
 *
 * @param preferred zones that are tried first, in this order
 */
export function zoneWithRules(zone: Component, years: readonly number[], preferred: readonly string[]): string | null {
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  const changes = changesOf(zone, last);
  if (years.length === 0 || changes === null || changes.length === 0) return null;
  const instants = [
    ...samples(first, last),
    ...changes.flatMap(({ epochMs }) => [epochMs - MINUTE_MS, epochMs]),
  ].filter((ms) => ms >= Date.UTC(first, 0) && ms < Date.UTC(last + 1, 0));
  const offsets = instants.map((ms) => offsetAt(changes, ms));
  const isSame = (candidate: string) =>
    instants.every((ms, index) => (wallOfInstant(ms, candidate)?.wallMs ?? 0) - ms === offsets[index]);
  return candidates(preferred, offsets).find(isSame) ?? null;
}

/** Every change of the clocks up to the end of a year, in order. Null when an observance cannot be read. */
function changesOf(zone: Component, lastYear: number): Change[] | null {
  const changes: Change[] = [];
  for (const observance of zone.children) {
    const line = (name: string) => observance.lines.find((each) => each.name === name);
    const start = line('DTSTART');
    const from = line('TZOFFSETFROM');
    const to = line('TZOFFSETTO');
    const startTime = start === undefined ? null : readIcsTime(start.value, start, true);
    if (startTime === null || to === undefined) return null;
    const before = offsetMinutes((from ?? to).value) * MINUTE_MS;
    const after = offsetMinutes(to.value) * MINUTE_MS;
    const walls = [startTime.ms];
    for (const rdate of observance.lines.filter((each) => each.name === 'RDATE'))
      for (const text of rdate.value.split(',')) {
        const time = readIcsTime(text, rdate, true);
        if (time !== null) walls.push(time.form === 'utc' ? time.ms + before : time.ms);
      }
    for (const rrule of observance.lines.filter((each) => each.name === 'RRULE')) {
      const rule = readRule(rrule);
      if (rule === null) return null;
      const until =
        rule.until === null ? Number.POSITIVE_INFINITY : rule.until.ms + (rule.until.form === 'utc' ? before : 0);
      const lastMs = Math.min(Date.UTC(lastYear + 1, 0), until);
      walls.push(...expandRule(rule, startTime.ms, lastMs, { left: BUDGET }));
    }
    changes.push(...walls.map((wall) => ({ epochMs: wall - before, after })));
  }
  return changes.sort((a, b) => a.epochMs - b.epochMs);
}

function offsetAt(changes: readonly Change[], epochMs: number): number {
  let offset = changes[0]?.after ?? 0;
  for (const change of changes) {
    if (change.epochMs > epochMs) break;
    offset = change.after;
  }
  return offset;
}

function samples(first: number, last: number): number[] {
  const from = Date.UTC(first, 0);
  const count = (last - first + 1) * SAMPLES_A_YEAR;
  return Array.from({ length: count }, (_, index) => from + index * (365 / SAMPLES_A_YEAR) * DAY_MS);
}

let allZones: string[] | null = null;

/** Zones with the right first offset come cheap; the chief zone of each Windows zone comes before lesser ones. */
function candidates(preferred: readonly string[], offsets: readonly number[]): string[] {
  if (new Set(offsets).size === 1) return [...preferred.filter(isTimeZone), ...fixedZone(offsets[0] ?? 0), ...all()];
  return [...preferred.filter(isTimeZone), ...all()];
}

function all(): string[] {
  allZones ??= [
    ...WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').flatMap(({ iana }) => iana.slice(0, 1)),
    ...Intl.supportedValuesOf('timeZone'),
  ].filter(isTimeZone);
  return allZones;
}

/** A clock that never changes, by its offset: `Etc/GMT-2` is two hours ahead of UTC. */
function fixedZone(offsetMs: number): string[] {
  const hours = offsetMs / 3_600_000;
  if (hours === 0) return ['UTC'];
  return Number.isInteger(hours) ? [`Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`] : [];
}
