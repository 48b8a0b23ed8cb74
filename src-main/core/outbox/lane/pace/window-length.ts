/** Lengths that rate limits usually have, in ms. */
const USUAL_MS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600].map((seconds) => seconds * 1_000);

/**
 * The length of a window that is known to lie between two bounds: the usual one among them, since whole seconds and
 * waiting times are always a little long; else the upper bound, which never provokes a refusal.
 */
export function windowLength(moreThanMs: number, atMostMs: number): number {
  // A request takes its time on the way, so the true length may be a little below what was measured.
  return USUAL_MS.findLast((ms) => ms > moreThanMs * 0.98 - 5 && ms <= atMostMs) ?? atMostMs;
}
