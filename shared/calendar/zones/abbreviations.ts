import { localOfInstant } from '../../time/clock-changes.ts';

/**
 * Short names of zones. People write `EST` all year round and mean the clock of the place, so a short name stands for a
 * zone with its summer time, not for an offset. Names that several continents use (IST, BST of Dhaka) are left out, or
 * mean the zone that writes them most.
 */
const zones: Record<string, string> = {
  EST: 'America/New_York',
  EDT: 'America/New_York',
  ET: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  CT: 'America/Chicago',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  MT: 'America/Denver',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  AKST: 'America/Anchorage',
  AKDT: 'America/Anchorage',
  HST: 'Pacific/Honolulu',
  BST: 'Europe/London',
  WET: 'Europe/Lisbon',
  WEST: 'Europe/Lisbon',
  CET: 'Europe/Brussels',
  CEST: 'Europe/Brussels',
  MET: 'Europe/Brussels',
  MEZ: 'Europe/Berlin',
  MESZ: 'Europe/Berlin',
  EET: 'Europe/Athens',
  EEST: 'Europe/Athens',
  MSK: 'Europe/Moscow',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  HKT: 'Asia/Hong_Kong',
  SGT: 'Asia/Singapore',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
  ACST: 'Australia/Adelaide',
  ACDT: 'Australia/Adelaide',
  AWST: 'Australia/Perth',
  NZST: 'Pacific/Auckland',
  NZDT: 'Pacific/Auckland',
  SAST: 'Africa/Johannesburg',
};

export function isZoneAbbreviation(text: string): boolean {
  return Object.hasOwn(zones, text);
}

/**
 * The zone of `EST`, `CET`, `PDT`; null for other texts.
 * @param preferred taken when it keeps the same clock: `CET` in a calendar of Vienna is Europe/Vienna
 */
export function zoneOfAbbreviation(text: string, preferred: string): string | null {
  const zone = isZoneAbbreviation(text) ? zones[text] : undefined;
  if (zone === undefined) return null;
  return keepsSameClock(zone, preferred) ? preferred : zone;
}

const compared = new Map<string, boolean>();

/** Compared in winter and in summer of one year. */
function keepsSameClock(a: string, b: string): boolean {
  const key = `${a} ${b}`;
  const known = compared.get(key);
  if (known !== undefined) return known;
  const same = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].every(
    (ms) => localOfInstant(ms, a)?.local === localOfInstant(ms, b)?.local,
  );
  compared.set(key, same);
  return same;
}
