import { localOfInstant } from '../../time/clock-changes.ts';
import { foldText } from '../text/fold.ts';
import { currentNames } from './old-names.ts';

/** Names that Windows and the web show to people, which no table of zone names has. */
const regions: Record<string, string> = {
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  'atlantic time': 'America/Halifax',
  'central european time': 'Europe/Berlin',
  'central european summer time': 'Europe/Berlin',
  'mitteleuropaische zeit': 'Europe/Berlin',
  'mitteleuropaische sommerzeit': 'Europe/Berlin',
  "heure d'europe centrale": 'Europe/Paris',
  'hora central europea': 'Europe/Madrid',
  "ora dell'europa centrale": 'Europe/Rome',
  'midden-europese tijd': 'Europe/Amsterdam',
  'british summer time': 'Europe/London',
  'eastern european time': 'Europe/Athens',
  'japan time': 'Asia/Tokyo',
};
const SHAPE = /^(?:\((?:UTC|GMT)\s?([+-])(\d{1,2}):?(\d{2})\)\s*)?([^()]+?)\s*(?:\([^()]*\))?$/i;
const LONGEST = 120;

/**
 * The zone of a name as Windows shows it: `(UTC-05:00) Eastern Time (US & Canada)`, `(UTC+01:00) Amsterdam, Berlin,
 * Bern`, or a city alone. The offset, where there is one, must be that of the zone in winter. Null for other texts.
 *
 * @param preferred taken when its city is one of those named
 */
export function zoneOfDisplayName(name: string, preferred = ''): string | null {
  const match = name.length > LONGEST ? null : SHAPE.exec(name.trim());
  if (match === null) return null;
  const [, sign, hours, minutes, text = ''] = match;
  const offset = sign === undefined ? null : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const region = regions[foldText(text).replaceAll('’', "'")];
  if (region !== undefined) return fits(region, offset) ? region : null;
  const zones = text.split(/,\s*/).flatMap((city) => zoneOfCity(city) ?? []);
  const fitting = zones.filter((zone) => fits(zone, offset));
  return fitting.includes(preferred) ? preferred : (fitting[0] ?? null);
}

function fits(zone: string, offset: number | null): boolean {
  return offset === null || winterOffset(zone) === offset;
}

/** The lesser of two offsets half a year apart, in minutes: summer time is ahead everywhere but in Ireland. */
function winterOffset(zone: string): number {
  const offsets = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((ms) => {
    const local = localOfInstant(ms, zone)?.local;
    return local === undefined ? 0 : (Date.parse(`${local}Z`) - ms) / 60_000;
  });
  return Math.min(...offsets);
}

let zonesByCity: Map<string, string> | null = null;

function zoneOfCity(city: string): string | null {
  zonesByCity ??= new Map(
    // Engines list some zones by an older name.
    [...Intl.supportedValuesOf('timeZone'), ...currentNames.values()].map((zone) => [
      cityOf(zone),
      currentNames.get(zone.toLowerCase()) ?? zone,
    ]),
  );
  return zonesByCity.get(foldText(city.trim())) ?? null;
}

function cityOf(zone: string): string {
  return foldText(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
}
