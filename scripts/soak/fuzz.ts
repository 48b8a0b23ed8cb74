import { newSeed, type SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';
import { runVitest } from './run-vitest.ts';

const FILES = 200_000;
const LINE = /^fuzz: seed \d+, (\{.*\})$/m;

/** Mutated calendars, ten times as many as in the tests: `imports/fuzz/fuzz.test.ts`. */
export async function soakFuzz(log: (line: string) => void, seed = newSeed()): Promise<SoakResult[]> {
  log(`fuzz: seed ${seed}, ${FILES} files`);
  const { passed, output } = await runVitest('imports/fuzz/fuzz.test', {
    FUZZ_FILES: String(FILES),
    FUZZ_SEED: String(seed),
  });
  const found = LINE.exec(output)?.[1];
  if (!passed) log(output);
  return [{ name: 'fuzz', ok: passed && found !== undefined, figures: { seed, ...JSON.parse(found ?? '{}') } }];
}
