/** Lengths that rate limits usually have, in ms. */
const USUAL_MS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600].map((seconds) => seconds * 1_000);

/**
 * The length of a window that is known to lie between two bounds: the shortest usual one among them, since told seconds
 * and waiting times are always a little long; else the longest of whole seconds, else the upper bound. One that is too
 * short costs a refusal, and is told by it.
 */
export function windowLength(moreThanMs: number, atMostMs: number): number {
  const wholeSeconds = Math.floor(atMostMs / 1_000) * 1_000;
  return (
    USUAL_MS.find((ms) => ms > moreThanMs && ms <= atMostMs) ?? (wholeSeconds > moreThanMs ? wholeSeconds : atMostMs)
  );
}

/** The next moment at which a window that began then usually ends; null when all of them have passed. */
export function nextUsualEnd(begunAt: number, nowMs: number): number | null {
  const length = USUAL_MS.find((ms) => begunAt + ms > nowMs);
  return length === undefined ? null : begunAt + length;
}
