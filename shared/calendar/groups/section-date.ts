import type { DateReading } from '../dates/date-reading.ts';
import { monthOf } from '../dates/month-names.ts';
import { ABOUT_THE_FILE } from '../headers/preamble-year.ts';
import { cleanCell, foldText } from '../text/fold.ts';

/** The date, or the part of one, that a heading gives to the rows below it. */
export type SectionDate = {
  year: number | null;
  month: number | null;
  day: number | null;
  weekdays: readonly number[] | null;
};
export type Section = SectionDate & { row: number; text: string };

const YEAR = /^(?:19|20)\d{2}$/;
const HAN_MONTH = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]$/;
const NUMERIC_MONTH = /^(?:(0?[1-9]|1[0-2])[/.]((?:19|20)\d{2})|((?:19|20)\d{2})[-/.](0?[1-9]|1[0-2]))$/;

/**
 * Reads `March 2027`, `März`, `2027年3月`, `2027`, or a whole date such as `Friday, 5 March`, also with a name beside it:
 * `MAIN STAGE – Saturday 10 July 2027`. Null for other headings.
 */
export function readSectionDate(text: string, readDate: (cell: string) => DateReading): SectionDate | null {
  return readMonth(text) ?? readDay(text, readDate) ?? readDayBesideName(text, readDate);
}

const BESIDE = /\s[-–—|·•]\s|[:|]\s/;

/** One part of the heading is a day, and no other is. */
function readDayBesideName(text: string, readDate: (cell: string) => DateReading): SectionDate | null {
  const parts = text.split(BESIDE);
  if (parts.length < 2) return null;
  const days = parts.flatMap((part) => readDay(part.trim(), readDate) ?? []);
  return days.length === 1 ? (days[0] ?? null) : null;
}

function readDay(text: string, readDate: (cell: string) => DateReading): SectionDate | null {
  const date = readDate(text);
  if (date.kind !== 'date' || date.startTime !== null || date.end !== null || date.note !== null) return null;
  return { ...date.start };
}

function readMonth(text: string): SectionDate | null {
  const section = (year: string | undefined, month: number | null): SectionDate => ({
    year: year === undefined ? null : Number(year),
    month,
    day: null,
    weekdays: null,
  });
  const trimmed = text.trim();
  if (YEAR.test(trimmed)) return section(trimmed, null);
  const han = HAN_MONTH.exec(trimmed);
  if (han !== null) return section(han[1], Number(han[2]));
  const numeric = NUMERIC_MONTH.exec(trimmed);
  if (numeric !== null) return section(numeric[2] ?? numeric[3], Number(numeric[1] ?? numeric[4]));
  const words = foldText(trimmed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'de' && word !== 'of' && word !== 'r' && word !== 'г');
  const months = words.flatMap((word) => monthOf(word) ?? []);
  const years = words.filter((word) => YEAR.test(word));
  const [month] = months;
  if (month === undefined || months.length > 1 || years.length > 1 || months.length + years.length !== words.length)
    return null;
  return section(years[0], month);
}

/** The last day or month that the rows above the header name, each with one cell. */
export function findOpening(
  preamble: readonly { row: number; cells: readonly string[] }[],
  readDate: (cell: string) => DateReading,
): Section | null {
  for (const { row, cells } of preamble.toReversed()) {
    const [text, ...more] = cells.map(cleanCell).filter((cell) => cell !== '');
    if (text === undefined || more.length > 0 || ABOUT_THE_FILE.test(text)) continue;
    const date = readSectionDate(text, readDate);
    if (date !== null && date.month !== null) return { ...date, row, text };
  }
  return null;
}
