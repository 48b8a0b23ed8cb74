import { rotated } from './statistics.ts';

/** One way to do the work that is compared. */
export type Candidate = {
  name: string;
  /**
   * Gets everything ready, outside of the measured time.
   * @param round 0 is the warm-up
   */
  prepare(jobs: number, round: number): Promise<Prepared>;
};

export type Prepared = {
  /** The measured work. */
  run(): Promise<void>;
  /** Checks that all of it was done, and cleans up. @throws Error when it was not. */
  finish(): Promise<void>;
};

/**
 * Milliseconds for `jobs` jobs, for each candidate and round. The candidates take turns within each round, and each
 * round begins with another one. One round before the first is not counted: it warms up.
 */
export async function inRounds(
  candidates: readonly Candidate[],
  { rounds, jobs, note }: { rounds: number; jobs: number; note: (line: string) => void },
): Promise<Map<string, number[]>> {
  const timesMs = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    note(round === 0 ? '  warming up' : `  round ${round} of ${rounds}`);
    for (const candidate of rotated(candidates, round)) {
      const prepared = await candidate.prepare(jobs, round);
      const startedAt = performance.now();
      await prepared.run();
      const ms = performance.now() - startedAt;
      await prepared.finish();
      if (round > 0) timesMs.get(candidate.name)?.push(ms);
    }
  }
  return timesMs;
}
