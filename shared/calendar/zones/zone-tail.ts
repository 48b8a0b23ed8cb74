import { isTimeZone } from '../../time/zoned.ts';
import { isZoneAbbreviation } from './abbreviations.ts';
import { zoneOfDisplayName } from './display-names.ts';

/** Nearly every cell ends with a digit or in small letters: those need no further look. */
const MAY_END_WITH_ZONE = /[A-Z)\]]$|\/[A-Za-z_]+$/;
const BRACKETED_NAME = /^(.*\d.*?)\s*\[([A-Za-z_]+\/[A-Za-z_+\-/]+)\]$/;
const NAME = /^(.*\d.*?)\s+\(?([A-Z][A-Za-z_]+\/[A-Za-z_+\-/]+)\)?$/;
const ABBREVIATION = /^(.*(?:\d|[ap]\.?m\.?))\s*\(?([A-Z]{2,5})\)?$/i;
/** `Sat Mar 20 19:30:00 CET 2027`, as Unix writes it. */
const UNIX_DATE = /^([A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)(?: ([A-Z]{3,5}))? (\d{4})$/;
/** `GMT+0100 (Central European Standard Time)`, as JavaScript writes it: the offset says it all. */
const EXPLAINED_OFFSET = /((?:GMT|UTC)[+-]\d{4})\s*\([^()]*\)$/;
/** `(GMT-05:00) Eastern Time (US & Canada)` behind a time. */
const DISPLAY_NAME = /^(.*\d.*?)\s*\((?:GMT|UTC)([+-]\d{1,2}:?\d{2})\)\s*(\p{L}.*)$/u;
const SHORT_OFFSET = /\s*\(?(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d{2}))?\)?(?![\d:])/g;

/** The patterns take their time on longer texts, and no date is one. */
const LONGEST = 120;

/** Takes the name of a zone off the end of a date or a time; null when there is none. */
export function splitZoneTail(cell: string): { text: string; zone: string } | null {
  if (isDigit(cell.charCodeAt(0)) && isDigit(cell.charCodeAt(cell.length - 1))) return null;
  const unix = UNIX_DATE.exec(cell);
  if (unix !== null && isZoneAbbreviation(unix[3] ?? ''))
    return { text: `${unix[1]} ${unix[4]} ${unix[2]}`, zone: unix[3] ?? '' };
  if (cell.length > LONGEST) return null;
  const display = cell.includes('(GMT') || cell.includes('(UTC') ? DISPLAY_NAME.exec(cell) : null;
  const shown = `(UTC${display?.[2]}) ${display?.[3]}`;
  if (display !== null && zoneOfDisplayName(shown) !== null) return { text: display[1] ?? '', zone: shown };
  if (!MAY_END_WITH_ZONE.test(cell)) return null;
  const named = BRACKETED_NAME.exec(cell) ?? NAME.exec(cell);
  if (named !== null && isTimeZone(named[2] ?? '')) return { text: named[1] ?? '', zone: named[2] ?? '' };
  const short = ABBREVIATION.exec(cell);
  if (short !== null && isZoneAbbreviation(short[2] ?? '')) return { text: short[1] ?? '', zone: short[2] ?? '' };
  return null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * A date without the name of its zone, and with offsets in one shape: `19:30 (GMT+1)` becomes `19:30 GMT+01:00`.
 */
export function withPlainOffsets(cell: string): string {
  const text = splitZoneTail(cell)?.text ?? cell.replace(UNIX_DATE, '$1 $4 $2');
  if (!text.includes('GMT') && !text.includes('UTC')) return text;
  const display = DISPLAY_NAME.exec(text);
  const shown = display === null ? text.replace(EXPLAINED_OFFSET, '$1') : `${display[1]} GMT${display[2]}`;
  return shown.replace(SHORT_OFFSET, (_all, sign: string, hours: string, minutes?: string) => {
    return ` GMT${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  });
}
