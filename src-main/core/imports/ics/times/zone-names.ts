import { findIana, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { zoneOfAbbreviation } from '#shared/calendar/zones/abbreviations.ts';
import { zoneOfDisplayName } from '#shared/calendar/zones/display-names.ts';
import { findTimeZone } from '#shared/calendar/zones/find-zone.ts';
import { isTimeZone } from '#shared/time/zoned.ts';

/** Windows zone names in the case of the table, by their lower case. */
const windowsNames = new Map(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]));

/** Names that programs use for UTC and that are neither IANA's nor those of Windows. */
const UTC_NAMES = new Set(['z', 'tzone://microsoft/utc', 'coordinated universal time', 'greenwich mean time']);

/**
 * The IANA zone that a TZID names: an IANA name (also with a path in front, as `/mozilla.org/20050126_1/Europe/Berlin`,
 * or with spaces), or a Windows name, by the CLDR table "windowsZones". Null when the name alone does not tell.
 *
 * @param preferred a zone that is taken where a Windows name means several, Zurich and Berlin for example
 */
export function zoneOfName(tzid: string, preferred: string): string | null {
  const name = tzid
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/\s+/g, ' ');
  if (isTimeZone(name)) return todaysName(name, preferred);
  if (UTC_NAMES.has(name.toLowerCase())) return 'UTC';
  const windowsName = windowsNames.get(name.toLowerCase());
  if (windowsName !== undefined) {
    const zones: string[] = findIana(windowsName).filter(isTimeZone);
    return zones.includes(preferred) ? preferred : (zones[0] ?? null);
  }
  const underscored = name.replaceAll(' ', '_');
  if (underscored.includes('/') && isTimeZone(underscored)) return todaysName(underscored, preferred);
  return (
    zoneAtTheEnd(underscored, preferred) ??
    withDashes(name, preferred) ??
    zoneOfAbbreviation(name, preferred) ??
    zoneOfDisplayName(name, preferred)
  );
}

/** An IANA name as tables have it (`US/Eastern` is America/New_York), unless the chosen zone is written so. */
function todaysName(name: string, preferred: string): string {
  if (name.toLowerCase() === preferred.toLowerCase()) return preferred;
  return findTimeZone(name) ?? name;
}

/** `US-Eastern`, `America-New_York`: programs that may not write a slash. */
function withDashes(name: string, preferred: string): string | null {
  const slashed = name.replace('-', '/');
  return slashed !== name && isTimeZone(slashed) ? todaysName(slashed, preferred) : null;
}

/** The last two or three parts of a path, when they are a zone: `/softwarestudio.org/Tzfile/America/Indiana/Knox`. */
function zoneAtTheEnd(path: string, preferred: string): string | null {
  const parts = path.split('/').filter((part) => part !== '');
  for (const length of [3, 2]) {
    const zone = parts.slice(-length).join('/');
    if (parts.length > length && isTimeZone(zone)) return todaysName(zone, preferred);
  }
  return null;
}

/** UTC under any of its names: as a calendar's own zone it says nothing about where its events are. */
export function isUtc(zone: string): boolean {
  return /^(?:etc\/)?(?:utc|uct|gmt|zulu|universal|greenwich)$/i.test(zone);
}
