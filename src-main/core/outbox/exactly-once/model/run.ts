import fc from 'fast-check';
import { sequences } from './commands/all.ts';
import { finale } from './finale.ts';
import { emptyPicture, look } from './picture.ts';
import { noSabotage, type Sabotage } from './sabotage.ts';
import { createTally, type Tally } from './tally.ts';
import { settings } from './world/settings.ts';
import { openWorld } from './world/world.ts';

/** Runs after which it is looked whether enough steps were made. */
const BATCH = 25;

export type ModelOptions = {
  seed: number;
  /** Goes on until so many steps were really made. */
  steps: number;
  sabotage?: Sabotage;
  /** False: the first failure is reported as it is, not made smaller. */
  shrink?: boolean;
};

export type ModelResult = { tally: Tally; runs: number; failure: string | null };

/**
 * The model: random sequences of everything that can happen to an outbox, on a real database file, over real HTTP
 * against the practice server, with two senders and a clock that may be set wrong. After each step every rule in
 * `rules/` is checked against what was seen from outside: the platform's events (`rules/effects.ts`), the requests when
 * they leave (`rules/departure.ts`), every committed change (`rules/transitions.ts`), and what a person would expect to
 * find (`rules/kept.ts`). At the end all trouble stops, and everything must finish (`finale.ts`).
 *
 * What no client could survive is left out, and this is all of it:
 * - a platform that forgets a key sooner than it documents may create twice (`rules/effects.ts`, `isExcused`);
 * - a request takes effect at most 85 s after it left, as timeouts and documents say (`LATEST_EFFECT_MS`);
 * - a clock is not set back while no sender runs, nor ahead while a request is on its way (`clockIsSet`, `loseWhatIsUnderWay`);
 * - a person who says what became of an event tells the truth, and looks when nothing is on its way any more.
 */

/** Random sequences against the real core, until enough steps were made or a rule is broken. */
export async function runModel({
  seed,
  steps,
  sabotage = noSabotage,
  shrink = true,
}: ModelOptions): Promise<ModelResult> {
  const tally = createTally();
  const property = fc.asyncProperty(settings, sequences, async (chosen, commands) => {
    const world = await openWorld(chosen, tally, sabotage);
    try {
      const picture = emptyPicture();
      look(world, picture);
      await fc.asyncModelRun(() => ({ model: picture, real: world }), commands);
      await finale(world, picture);
    } finally {
      await world.close();
    }
  });
  let runs = 0;
  for (let batch = 0; tally.steps() < steps; batch += 1) {
    const result = await fc.check(property, { seed: seed + batch, numRuns: BATCH, endOnFailure: !shrink });
    runs += result.numRuns;
    if (result.failed) return { tally, runs, failure: describe(result) };
  }
  return { tally, runs, failure: null };
}

/** Which rule, and how to see it again: MODEL_SEED is the seed that fast-check names. */
function describe<T>(result: fc.RunDetails<T>): string {
  const { errorInstance: error } = result;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${fc.defaultReportMessage(result)}`;
}
