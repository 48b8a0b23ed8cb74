/** The middle value; of an even number of values the mean of the two in the middle. @throws Error without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.');
  return (lower + upper) / 2;
}

/** A ratio over several rounds. */
export type Ratio = { median: number; range: [lowest: number, highest: number] };

/**
 * Value by value against the baseline of the same round, then the median: what slows the machine down for a while slows
 * down both sides of one round, and falls out.
 * @throws Error when the rounds do not match.
 */
export function ratioPerRound(values: readonly number[], baseline: readonly number[]): Ratio {
  if (values.length !== baseline.length) throw new Error('Each round needs a value and a baseline.');
  const ratios = values.map((value, round) => value / (baseline[round] ?? Number.NaN));
  if (!ratios.every(Number.isFinite)) throw new Error('A round has no usable baseline.');
  return { median: median(ratios), range: [Math.min(...ratios), Math.max(...ratios)] };
}

/** The same elements, starting at another one: no candidate is always the first of its round. */
export function rotated<T>(elements: readonly T[], by: number): T[] {
  const start = elements.length === 0 ? 0 : by % elements.length;
  return [...elements.slice(start), ...elements.slice(0, start)];
}
