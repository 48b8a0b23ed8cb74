import { expect, test } from 'vitest';
import { runModel } from './run.ts';
import { sabotages } from './sabotage.ts';

/** The same sequences each time, so that a defect which is found today is found tomorrow. */
const seed = Number(process.env.MODEL_SEED ?? 1);

/** A defect that is not found within so many steps counts as not found. */
const WITHIN_STEPS = 10_000;

for (const [name, { rules, sabotage }] of Object.entries(sabotages)) {
  test(`${name}: found by ${rules.join(' or ')}, seed ${seed}`, { timeout: 300_000 }, async () => {
    const { failure } = await runModel({ seed, steps: WITHIN_STEPS, sabotage, shrink: false });
    expect(rules.filter((rule) => failure?.includes(`[${rule}]`))).not.toEqual([]);
  });
}
