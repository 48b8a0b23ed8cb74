/** A DURATION (RFC 5545 §3.3.6): days are counted on the calendar, the rest is exact. */
export type IcsDuration = { days: number; ms: number };

const FORM = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
const LONGEST_DAYS = 3_660;

/** Reads `PT1H30M`, `P1D` or `P2W`. Null when it is none, is negative, or is longer than ten years. */
export function readIcsDuration(text: string): IcsDuration | null {
  const match = FORM.exec(text.trim());
  if (match === null || !/\d/.test(text) || match[1] === '-') return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const duration = { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1_000 };
  return duration.days + duration.ms / 86_400_000 > LONGEST_DAYS ? null : duration;
}
