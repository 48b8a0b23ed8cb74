/** What one part of the soak proved, or did not. */
export type SoakResult = { name: string; ok: boolean; figures: Record<string, number | string> };

/**
 * One part of the soak. Tells what it does line by line.
 * @param seed repeats the choices of an earlier run; default: others each time
 */
export type SoakPart = (log: (line: string) => void, seed?: number) => Promise<SoakResult[]>;

/** A seed of its own for each run, short enough to be typed. */
export function newSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}
