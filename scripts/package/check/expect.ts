import { setTimeout as wait } from 'node:timers/promises';
import { SetupError } from '../../runtime/commands.ts';

/** Runs one step of the check and says that it holds; a step that does not ends the check with its reason. */
export async function holds<T>(sentence: string, step: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await step();
  console.log(`  ok  ${sentence} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return result;
}

/** @throws SetupError with the sentence, and what was seen, when the condition does not hold */
export function must(condition: boolean, sentence: string, seen: unknown = ''): void {
  if (!condition) throw new SetupError(`The package does not hold: ${sentence}\n${String(seen)}`.trim());
}

/** Asks until the answer is yes. @throws SetupError when that takes too long */
export async function eventually(
  sentence: string,
  ask: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  for (let waited = 0; waited < withinMs; waited += 200) {
    if (await ask()) return;
    await wait(200);
  }
  throw new SetupError(`The package does not hold: ${sentence} (waited ${withinMs / 1000} s)`);
}
