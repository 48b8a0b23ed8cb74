import { weekdayOf } from '../dates/arithmetic.ts';
import type { NamedDate } from '../dates/date-reading.ts';

const YEAR = /(?<![\d./-])((?:19|20)\d{2})(?![\d/-]|\.\d)/g;
/** `2026/27`, `2026–2027`: a season or a school year. */
const SEASON = /(?<![\d./-])((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})(?![\d./-])/g;
/** A year beside such words says when the file was made, not when the events are. */
export const ABOUT_THE_FILE =
  /export|as of|stand[: ]|printed|©|copyright|updated|created|generated|erstellt|druck|mise à jour|aggiorn|actualiz|gewijzigd|wygener|обновл|оновл|更新|作成|출력/i;

/** What the title rows say about the year of dates that have none: one year, or a season that runs over New Year. */
export type FileYear = { first: number; isSeason: boolean };

/** The one year, or the one season, that the title rows above the header name; null when none or several. */
export function yearInPreamble(rows: readonly string[]): FileYear | null {
  const years = new Set<number>();
  const seasons = new Set<number>();
  for (const text of rows) {
    if (ABOUT_THE_FILE.test(text)) continue;
    for (const match of text.matchAll(YEAR)) years.add(Number(match[1]));
    for (const [, first, second = ''] of text.matchAll(SEASON)) {
      if (Number(second) % 100 === (Number(first) + 1) % 100) seasons.add(Number(first));
    }
  }
  const [season] = seasons;
  if (season !== undefined) {
    const agree = seasons.size === 1 && [...years].every((year) => year === season || year === season + 1);
    return agree ? { first: season, isSeason: true } : null;
  }
  const [year] = years;
  return year !== undefined && years.size === 1 ? { first: year, isSeason: false } : null;
}

const FIRST_AUTUMN_MONTH = 8;
const LAST_SPRING_MONTH = 6;

/**
 * The year of a date that has none. A season begins in August and ends in June; in July only a weekday that fits one
 * of the two years tells. Null when nothing does.
 */
export function yearOf(file: FileYear | null, { month, day, weekdays }: NamedDate): number | null {
  if (file === null) return null;
  if (!file.isSeason || month >= FIRST_AUTUMN_MONTH) return file.first;
  if (month <= LAST_SPRING_MONTH) return file.first + 1;
  const fitting = [file.first, file.first + 1].filter(
    (year) => weekdays?.includes(weekdayOf({ year, month, day })) === true,
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
