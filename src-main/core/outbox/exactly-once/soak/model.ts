import { randomInt } from 'node:crypto';
import { runModel } from '../model/run.ts';
import { earlyLook } from '../model/sabotage.ts';

const STEPS = 200_000;

type Result = { name: string; ok: boolean; figures: Record<string, number | string> };

/**
 * The long form of the model-based test: so many random steps that also what needs several coincidences happens often.
 * Takes some ten minutes. A failure is logged with the rule, the smallest sequence and the seed that repeats it.
 */
export async function soakModel(log: (line: string) => void, seed = randomInt(1_000_000_000)): Promise<Result[]> {
  log(`model: MODEL_SEED=${seed}, ${STEPS} steps`);
  const startedAt = Date.now();
  const { tally, runs, failure } = await runModel({ seed, steps: STEPS });
  if (failure !== null) log(failure);
  for (const line of tally.lines()) log(`model: ${line}`);
  const figures = {
    seed,
    steps: tally.steps(),
    runs,
    brokenRules: failure === null ? 0 : 1,
    crashesInMidRequest: tally.of('commands', 'crash in mid-request'),
    zombiesFenced: tally.of('zombies', 'fenced'),
    lateArrivals: tally.of('late arrivals', 'arrived'),
    delivered: tally.of('ends', 'delivered'),
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  };
  return [{ name: 'model', ok: failure === null, figures }, await findEarlyLook(log, seed)];
}

/** The proof can fail: the rarest of the planted defects is found too. */
async function findEarlyLook(log: (line: string) => void, seed: number): Promise<Result> {
  const { rules, sabotage } = earlyLook;
  const { tally, failure } = await runModel({ seed, steps: STEPS, sabotage, shrink: false });
  const ok = rules.some((rule) => failure?.includes(`[${rule}]`));
  log(`model: a planted early look was ${ok ? 'found' : 'not found'} after ${tally.steps()} steps`);
  return { name: 'model finds a planted defect', ok, figures: { seed, steps: tally.steps() } };
}
