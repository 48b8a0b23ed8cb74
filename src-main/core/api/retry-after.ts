/** Longest pause that an answer may ask for; more is cut, and asked again when it is over. One day, in ms. */
export const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1_000;

/**
 * `Retry-After` (RFC 9110 §10.2.3) as milliseconds from now, at least 0 and at most a day; null when it is missing or
 * malformed, so that the caller backs off by itself. Seconds, and the three date forms of HTTP (§5.6.7).
 *
 * @param serverDate the answer's own `Date` header: a date is then measured on the server's clock, since the laptop's
 *   may be wrong.
 */
export function parseRetryAfter(value: string | null, serverDate: string | null, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_RETRY_AFTER_MS);
  const until = parseHttpDate(text);
  if (until === null) return null;
  const serverNow = serverDate === null ? null : parseHttpDate(serverDate.trim());
  return Math.min(Math.max(until - (serverNow ?? nowMs), 0), LONGEST_RETRY_AFTER_MS);
}

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const IMF_FIXDATE = new RegExp(`^${DAY}, \\d{2} ${MONTH} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$`);
const RFC_850 = new RegExp(`^${LONG_DAY}, \\d{2}-${MONTH}-\\d{2} \\d{2}:\\d{2}:\\d{2} GMT$`);
const ASCTIME = new RegExp(`^${DAY} ${MONTH} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}$`);

/** A date of HTTP in ms since the epoch, or null when it has none of the three forms. */
export function parseHttpDate(text: string): number | null {
  if (!IMF_FIXDATE.test(text) && !RFC_850.test(text) && !ASCTIME.test(text)) return null;
  // asctime carries no zone and means GMT; `Date.parse` would take it for local time.
  const ms = Date.parse(ASCTIME.test(text) ? `${text} GMT` : text);
  return Number.isNaN(ms) ? null : ms;
}
