/** The most that the core moves a date by, in days. */
const MOST_DAYS = 36_600;

/** Whole days as a person types them, negative for earlier; null when it is no such number, or no move at all. */
export function parseDays(text: string): number | null {
  if (!/^\s*[+\-−]?\d{1,5}\s*$/u.test(text)) return null;
  const days = Number(text.replace('−', '-'));
  return days === 0 || Math.abs(days) > MOST_DAYS ? null : days;
}
