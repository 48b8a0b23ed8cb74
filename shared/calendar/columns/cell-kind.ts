import { isTimeZone } from '../../time/zoned.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { monthOf } from '../dates/month-names.ts';
import { readWeekdayCell } from '../dates/weekday-names.ts';
import { readFlag } from '../rows/flags.ts';
import { foldText } from '../text/fold.ts';
import { readDuration } from '../times/duration.ts';
import { readTimeCell, type TimeProblem } from '../times/time-cell.ts';
import { isZoneAbbreviation } from '../zones/abbreviations.ts';
import { findTimeZone } from '../zones/find-zone.ts';

/** What one cell looks like by itself. */
export type CellKind =
  | 'date'
  | 'dateTime'
  | 'time'
  | 'weekday'
  | 'month'
  | 'flag'
  | 'url'
  | 'number'
  | 'email'
  | 'zone'
  | 'duration'
  | 'text';

const URL_START = /^(?:(?:https?:\/\/|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S*)$/i;
const NUMBER = /^[-+]?\d+(?:[.,]\d+)*$/;
const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Some systems write clocks with dots: 19.30.00 is no date. */
const DOTTED_DATE =
  /^(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|[12]\d|3[01])\.\s?(?:\d{4}|\d{2})$|^\d{4}\.\d{1,2}\.\d{1,2}$|^\d{1,2}\.\s?\d{1,2}\.$/;
const DOTTED_TIME = /^(?:[01]?\d|2[0-9])\.[0-5]\d\.00$/;
const PLAIN_TIME = /^\d{1,2}:\d{2}(?::\d{2})?$/;
/** Its figures are no date, though some look like one: …-2563-42b9-…. */
const UUID = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
const EMAIL = /^\S+@\S+\.\S+$/;
const ZONE = /^(?:[A-Z][A-Za-z_]+\/[A-Za-z_+\-/0-9]+|UTC(?:[+-][\d:]+)?|GMT(?:[+-][\d:]+)?)$/;
const LONG_ZONE = /^\((?:UTC|GMT)|\bTime\b/;
const LONGEST_DATE_OR_TIME = 120;

/** Classifies a cell that is not blank. Kinds are exclusive; the first that fits wins. */
export function cellKind(cell: string): CellKind {
  if (PLAIN_DATE.test(cell)) return 'date';
  if (PLAIN_TIME.test(cell)) return 'time';
  if (URL_START.test(cell)) return 'url';
  if (DOTTED_TIME.test(cell)) return 'time';
  if (DOTTED_DATE.test(cell)) return 'date';
  if (NUMBER.test(cell)) return 'number';
  if (UUID.test(cell)) return 'text';
  if (cell.length > LONGEST_DATE_OR_TIME) return 'text';
  return /\d/.test(cell) ? kindWithDigits(cell) : kindWithoutDigits(cell);
}

function kindWithoutDigits(cell: string): CellKind {
  if (LONG_ZONE.test(cell) && findTimeZone(cell) !== null) return 'zone';
  if (cell.length > 24) return ZONE.test(cell) && isTimeZone(cell) ? 'zone' : EMAIL.test(cell) ? 'email' : 'text';
  if (isZoneAbbreviation(cell)) return 'zone';
  if (readFlag(cell) !== null) return 'flag';
  if (monthOf(foldText(cell).replace('.', '')) !== null) return 'month';
  if (readWeekdayCell(cell) !== null) return 'weekday';
  if (ZONE.test(cell) && isTimeZone(cell)) return 'zone';
  return EMAIL.test(cell) ? 'email' : 'text';
}

/** Times, though not ones that can be used. */
const TIMES = new Set<TimeProblem>(['several_times', 'overlapping_times', 'doors_only']);

function kindWithDigits(cell: string): CellKind {
  if (ZONE.test(cell) || (LONG_ZONE.test(cell) && findTimeZone(cell) !== null)) return 'zone';
  if (EMAIL.test(cell)) return 'email';
  const date = readDateCell(cell, 'dmy');
  const dateKind = date.kind === 'date' && date.startTime !== null ? 'dateTime' : 'date';
  if (date.kind === 'date' && date.start.year !== null) return dateKind;
  if (date.kind === 'several' && date.dates.some(({ start }) => start.year !== null)) return 'date';
  // `18.10-19.05` may be two times or two days without a year: times are far more usual.
  const time = readTimeCell(cell);
  const isTime = time.kind === 'time' || time.kind === 'slots';
  if (isTime || (time.kind === 'unreadable' && TIMES.has(time.code))) return 'time';
  if (date.kind === 'date') return dateKind;
  if (date.kind === 'several') return 'date';
  if (date.code === 'several_dates' || date.code === 'open_start') return 'date';
  return readDuration(cell) === null ? 'text' : 'duration';
}
