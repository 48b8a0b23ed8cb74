import type { DateOrder } from '../types.ts';
import type { DateReading } from './date-reading.ts';
import { orderTriple } from './numeric-parts.ts';
import { readSpecialDate } from './special-dates.ts';

/**
 * The shapes that programs write. They are most of every file, so one test of a pattern finds them before the
 * reader of spoken dates takes the cell apart.
 */
const ISO =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]\s*(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?$/;
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
/** Before the value of a calendar property: `TZID=Europe/Berlin:20270314T193000`. The zone is read with the row. */
const ICS_PARAMETERS = /^(?:;?(?:VALUE=DATE(?:-TIME)?|TZID=[^:;]+)[;:])+/i;
const FARTHEST_OFFSET_MINUTES = 14 * 60;

/** Reads the plain shapes; null for every other cell. */
export function readPlainDate(written: string, order: DateOrder): DateReading | null {
  const cell = ICS_PARAMETERS.test(written) ? written.replace(ICS_PARAMETERS, '') : written;
  const iso = ISO.exec(cell);
  if (iso !== null) {
    // No zone is 15 hours from UTC: `19:30-22:00` is a range of times.
    if (Math.abs(offset(iso[8]) ?? 0) > FARTHEST_OFFSET_MINUTES) return null;
    return dated(iso[1], iso[3], iso[4], clock(iso[5], iso[6]), offset(iso[8]));
  }
  const numeric = NUMERIC.exec(cell);
  if (numeric !== null) {
    const parts = orderTriple([numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? ''], order);
    if (parts !== null) return dated(parts.year, parts.month, parts.day, clock(numeric[5], numeric[6]), null);
  }
  const compact = COMPACT.exec(cell);
  if (compact !== null) {
    return dated(compact[1], compact[2], compact[3], clock(compact[4], compact[5]), offset(compact[6]));
  }
  return readSerial(cell) ?? readSpecialDate(cell);
}

/** Days since 1899-12-30, as spreadsheets keep dates; only those of 1954 to 2119, so that no house number is a date. */
function readSerial(cell: string): DateReading | null {
  const match = SERIAL.exec(cell);
  const days = Number(match?.[1]);
  if (match === null || days < 20_000 || days >= 80_000) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  const minutes = match[2] === undefined ? null : Math.min(1_439, Math.round(Number(`0.${match[2]}`) * 1_440));
  return dated(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), minutes, null);
}

type Part = string | number | null | undefined;

function dated(
  year: Part,
  month: Part,
  day: Part,
  startTime: number | null | 'impossible',
  offsetMinutes: number | null,
): DateReading {
  if (startTime === 'impossible') return { kind: 'unreadable', code: 'unreadable_date' };
  return {
    kind: 'date',
    start: { year: Number(year), month: Number(month), day: Number(day), weekdays: null },
    startTime,
    end: null,
    endTime: null,
    offsetMinutes: startTime === null ? null : offsetMinutes,
    note: null,
  };
}

function clock(hour: string | undefined, minute: string | undefined): number | null | 'impossible' {
  if (hour === undefined || minute === undefined) return null;
  const [hours, minutes] = [Number(hour), Number(minute)];
  return hours <= 29 && minutes <= 59 ? hours * 60 + minutes : 'impossible';
}

function offset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[a-z]/i.test(text)) return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.replace(':', '').slice(3) || '0'));
}
