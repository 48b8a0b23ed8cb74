import { SetupError } from '../runtime/commands.ts';
import { type Counts, oneFailure } from './counts.ts';

export type StepResult = { title: string; counts: Counts; seconds: number };

/** Runs one step under a heading and says how long it took. An error counts as one failure and ends only this step. */
export async function step(title: string, work: () => Promise<Counts>): Promise<StepResult> {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 76 - title.length))}\n`);
  const startedAt = performance.now();
  let counts: Counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(describe(error));
    counts = oneFailure;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`\n${title}: ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { title, counts, seconds };
}

/** What a person can act on is told as it is; a defect of the tooling comes with its stack. */
function describe(error: unknown): string {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
