import { isLocalDateTime } from '#shared/time/zoned.ts';

/** Numbers, dates and lists in the document's locale. */

/** The locale that everything in the window is written in. */
export const locale = chooseLocale(
  typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en',
  typeof navigator === 'undefined' ? [] : navigator.languages,
);

/** The person's regional variant of the document's language, so that an English text has British dates in London. */
export function chooseLocale(documentLanguage: string, preferred: readonly string[]): string {
  const language = documentLanguage.split('-')[0];
  return preferred.find((tag) => tag.split('-')[0] === language) ?? documentLanguage;
}

const numbers = new Intl.NumberFormat(locale);
const plurals = new Intl.PluralRules(locale);
const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
// Local times are strings without a zone: they are formatted as if in UTC, so that nothing is shifted.
const localDate = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const localTime = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const moment = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const second = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});
const regions = new Intl.DisplayNames(locale, { type: 'region' });

/** The name of a weekday, 1 = Monday … 7 = Sunday. */
export function formatWeekday(weekday: number, width: 'short' | 'long'): string {
  // 5 January 1970 was a Monday.
  const day = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(day);
}

/** A number with the locale's separators. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** `one` or `other` with the number in front: “1 draft”, “1,204 drafts”. */
export function count(value: number, one: string, other: string): string {
  return `${formatNumber(value)} ${plurals.select(value) === 'one' ? one : other}`;
}

/** “a, b and c”. */
export function formatList(items: string[]): string {
  return lists.format(items);
}

/** A local date-time as two texts, on its own clock; null when it is none. */
export function formatLocal(local: string | null): { date: string; time: string } | null {
  // Checked first: Date.parse reads almost anything as some date.
  if (local === null || !isLocalDateTime(local)) return null;
  const utc = Date.parse(`${local}:00Z`);
  return { date: localDate.format(utc), time: localTime.format(utc) };
}

/** A local date-time in one line, or the text itself when it is none. */
export function formatLocalLine(local: string): string {
  const parts = formatLocal(local);
  return parts === null ? local : `${parts.date}, ${parts.time}`;
}

/** The time of day of a moment, here. */
export function formatClock(epochMs: number): string {
  return clock.format(epochMs);
}

/** Day and time of a moment, here. */
export function formatMoment(epochMs: number): string {
  return moment.format(epochMs);
}

/** Day and time to the second of a moment, here: for what follows closely on each other. */
export function formatSecond(epochMs: number): string {
  return second.format(epochMs);
}

/** A country's name for its two letters, or the letters. */
export function formatCountry(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

const zoneNames = new Map<string, Intl.DateTimeFormat>();

/** The zone's short name on that day, “EST” or “GMT+2”, as people write it behind a time; the zone itself when unknown. */
export function zoneAbbreviation(timeZone: string, local: string): string {
  try {
    const known = zoneNames.get(timeZone) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
    zoneNames.set(timeZone, known);
    // A few hours beside the true instant: only on the days that the clocks change could the name differ.
    const parts = known.formatToParts(Date.parse(`${local}:00Z`));
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  } catch {
    return timeZone;
  }
}

/** “(GMT+2)”-like name of a zone's present offset, for choosing among zones; empty when unknown. */
export function zoneOffset(timeZone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(Date.now());
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}
