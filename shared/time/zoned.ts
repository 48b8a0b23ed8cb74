import { Temporal } from 'temporal-polyfill';
import { fromWallMs, localToWallMs, toClock } from '../calendar/dates/arithmetic.ts';
import { offsetAt } from './clock-changes.ts';

/**
 * Local time plus IANA zone is what a person means; the offset is computed here and nowhere else.
 * Everything is pure: no clock, no system zone.
 */

/** A local date-time to the minute, `2026-06-12T20:00` (the local form of RFC 3339, no offset, no seconds). */
export type LocalDateTime = string;

/** Which of two equal clock times is meant in the hour that the clocks go back. */
export type Fold = 'earlier' | 'later';

export type ZonedProblem =
  | { kind: 'unknown_zone'; timeZone: string }
  | { kind: 'not_a_time'; local: string }
  /** The clocks jump over this time; `next` is the first local time after the jump. */
  | { kind: 'gap'; local: LocalDateTime; next: LocalDateTime };

export type ZonedResult =
  | {
      ok: true /** ISO 8601 with offset, `2026-06-12T20:00:00-04:00`. */;
      iso: string;
      epochMs: number;
      overlap: boolean;
    }
  | { ok: false; problem: ZonedProblem };

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** True for a local date-time to the minute that exists in the calendar (29 February only in leap years). */
export function isLocalDateTime(value: string): boolean {
  if (!LOCAL.test(value)) return false;
  const wallMs = localToWallMs(value);
  // A day that a month does not have, or 24:00, comes back as another time.
  return !Number.isNaN(wallMs) && fromWallMs(wallMs) === value;
}

/** Zones already checked: building a formatter per row would dominate a large import. */
const knownZones = new Map<string, boolean>();

/** True when `timeZone` is an IANA name (or link, or `UTC`); offsets such as `+02:00` are not zones. */
export function isTimeZone(timeZone: string): boolean {
  const known = knownZones.get(timeZone);
  if (known !== undefined) return known;
  let valid = false;
  if (/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(timeZone)) {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
      valid = true;
    } catch {
      valid = false;
    }
  }
  if (knownZones.size < 5_000) knownZones.set(timeZone, valid);
  return valid;
}

/**
 * The instant that a wall clock in `timeZone` shows as `local`.
 * A time inside a gap (clocks go forward) is refused, never moved silently; one inside an overlap (clocks go back)
 * is resolved by `fold`, default the earlier one, as iCalendar does (RFC 5545 §3.3.5).
 */
export function resolveLocal(local: string, timeZone: string, fold: Fold = 'earlier'): ZonedResult {
  if (!isTimeZone(timeZone)) return { ok: false, problem: { kind: 'unknown_zone', timeZone } };
  if (!isLocalDateTime(local)) return { ok: false, problem: { kind: 'not_a_time', local } };
  return resolveUsual(local, timeZone) ?? resolveUnusual(local, timeZone, fold);
}

/** Nearly every time comes once, with an offset of whole minutes: plain arithmetic answers, a hundred times as fast. */
function resolveUsual(local: LocalDateTime, timeZone: string): ZonedResult | null {
  const wallMs = localToWallMs(local);
  const offsetMs = offsetAt(wallMs, timeZone);
  if (offsetMs === null || offsetMs % 60_000 !== 0) return null;
  return { ok: true, iso: `${local}:00${formatOffset(offsetMs)}`, epochMs: wallMs - offsetMs, overlap: false };
}

/** `+05:45` */
function formatOffset(offsetMs: number): string {
  return `${offsetMs < 0 ? '-' : '+'}${toClock(Math.abs(offsetMs) / 60_000)}`;
}

function resolveUnusual(local: LocalDateTime, timeZone: string, fold: Fold): ZonedResult {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return success(earlier, false);
  if (!earlier.toPlainDateTime().equals(plain)) {
    return { ok: false, problem: { kind: 'gap', local, next: firstTimeAfterGap(earlier) } };
  }
  return success(fold === 'later' ? later : earlier, true);
}

/**
 * The instant of an end time. In the hour that the clocks go back, the first showing of the clock time that is not
 * before the start is meant: a show from 01:30 to 01:45 is short, whichever 01:30 it began at.
 */
export function resolveEnd(startLocal: string, endLocal: string, timeZone: string, startFold: Fold): ZonedResult {
  const start = resolveLocal(startLocal, timeZone, startFold);
  const end = resolveLocal(endLocal, timeZone, 'earlier');
  const beginsLater = start.ok && end.ok && end.overlap && end.epochMs < start.epochMs;
  return beginsLater ? resolveLocal(endLocal, timeZone, 'later') : end;
}

function success(zoned: Temporal.ZonedDateTime, overlap: boolean): ZonedResult {
  return {
    ok: true,
    iso: zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
    epochMs: zoned.epochMilliseconds,
    overlap,
  };
}

function firstTimeAfterGap(beforeGap: Temporal.ZonedDateTime): LocalDateTime {
  const transition = beforeGap.getTimeZoneTransition('next') ?? beforeGap;
  return transition.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The local date-time that a clock in `timeZone` shows at an instant. */
export function localAt(epochMs: number, timeZone: string): LocalDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** Says a zone problem in plain English, with what to do. */
export function describeZonedProblem(problem: ZonedProblem): string {
  switch (problem.kind) {
    case 'unknown_zone':
      return `“${problem.timeZone}” is not a time zone name. Use one such as Europe/Berlin or America/New_York.`;
    case 'not_a_time':
      return `“${problem.local}” is not a date and time. Use the form 2026-06-12T20:00.`;
    case 'gap':
      return `${problem.local.replace('T', ' ')} does not exist that day: the clocks go forward. The next time is ${problem.next.slice(11)}.`;
  }
}
