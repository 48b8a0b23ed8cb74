import { newSeed, type SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';
import { runVitest } from './run-vitest.ts';

const FILES = 200_000;
const PLANS = 20_000;
const LINES = { fuzz: /^fuzz: seed \d+, (\{.*\})$/m, plans: /^plans: seed \d+, (\{.*\})$/m };

/** Mutated calendars in full number, read (`imports/fuzz/fuzz.test.ts`), planned and imported twice (`plan.test.ts`). */
export async function soakFuzz(log: (line: string) => void, seed = newSeed()): Promise<SoakResult[]> {
  log(`fuzz: seed ${seed}, ${FILES} files read, ${PLANS} planned`);
  const { passed, output } = await runVitest('imports/fuzz/', {
    FUZZ_FILES: String(FILES),
    FUZZ_PLANS: String(PLANS),
    FUZZ_SEED: String(seed),
  });
  if (!passed) log(output);
  return Object.entries(LINES).map(([name, line]) => {
    const found = line.exec(output)?.[1];
    return { name, ok: passed && found !== undefined, figures: { seed, ...JSON.parse(found ?? '{}') } };
  });
}
