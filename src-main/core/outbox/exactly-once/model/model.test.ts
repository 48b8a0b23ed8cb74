import { expect, test } from 'vitest';
import { faultKinds } from '#practice/faults.ts';
import { operationStates } from '#shared/outbox/operation.ts';
import { allCommands } from './commands/all.ts';
import { runModel } from './run.ts';

const STEPS = 10_000;
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 1_000_000_000);

/** Everything that has to have happened so often in so many steps, or the test has proved little. */
const AT_LEAST: [kind: string, names: readonly string[], times: number][] = [
  ['commands', allCommands.map(({ name }) => name), 5],
  ['faults planned', faultKinds, 5],
  ['states seen', operationStates, 50],
  ['ends', ['delivered', 'rejected', 'cancelled'], 20],
  ['transitions', ['queued>sending', 'queued>cancelled', 'sending>queued', 'sending>delivered'], 50],
  ['transitions', ['sending>rejected', 'sending>needsReview', 'needsReview>queued', 'needsReview>delivered'], 3],
  ['outcomes', ['delivered', 'refused', 'unclear', 'offline'].map((kind) => `send ${kind}`), 10],
  ['outcomes', ['keyProblem', 'channelProblem', 'throttled'].map((kind) => `send ${kind}`), 3],
  ['outcomes', ['absent', 'found', 'unknown', 'later'].map((kind) => `reconcile ${kind}`), 5],
  ['outcomes', ['busy', 'conflict', 'intercepted'].map((kind) => `send ${kind}`), 1],
  ['crashes', ['leaving', 'answered', 'between requests'], 10],
  ['zombies', ['fenced', 'still held its lease'], 5],
  ['late arrivals', ['arrived'], 3],
  ['reviews', ['it is there', 'send again'], 3],
  ['edits', ['saved', 'refused'], 20],
  ['resends', ['first', 'second'], 5],
];

test(`${STEPS} random steps break no rule of the outbox, seed ${seed}`, { timeout: 600_000 }, async () => {
  const { tally, failure, runs } = await runModel({ seed, steps: STEPS });
  console.log([`MODEL_SEED=${seed}: ${tally.steps()} steps in ${runs} runs`, ...tally.lines()].join('\n'));
  expect(failure).toBeNull();
  expect(tally.steps()).toBeGreaterThanOrEqual(STEPS);
  const rare = AT_LEAST.flatMap(([kind, names, times]) =>
    names.filter((name) => tally.of(kind, name) < times).map((name) => `${kind}: ${name} ${tally.of(kind, name)}`),
  );
  expect(rare).toEqual([]);
});
