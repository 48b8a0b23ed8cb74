import { newSeed, type SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';
import { runVitest } from './run-vitest.ts';

const FILES = 200_000;
const PLANS = 20_000;
const MESSAGES = 10_000;
const ANSWERS = 100_000;
const BACKUPS = 10_000;
const DOCUMENTS = 10_000;
/** What each test prints in the end. */
const LINES = {
  fuzz: /^fuzz: seed \d+, (\{.*\})$/m,
  plans: /^plans: seed \d+, (\{.*\})$/m,
  calls: /^calls: seed \d+, (\{.*\})$/m,
  answers: /^answers: seed \d+, (\{.*\})$/m,
  backups: /^backups: seed \d+, (\{.*\})$/m,
  documents: /^documents: seed \d+, (\{.*\})$/m,
};

/**
 * Mutated calendars in full number, read (`imports/fuzz/fuzz.test.ts`), planned and imported twice (`plan.test.ts`);
 * hostile messages on each channel (`core-side/fuzz/`) and hostile answers of the platform (`core/api/`); damaged
 * backups (`core/backups/`) and hostile OpenAPI documents (`core/platform/`).
 */
export async function soakFuzz(log: (line: string) => void, seed = newSeed()): Promise<SoakResult[]> {
  log(`fuzz: seed ${seed}, ${FILES} files read, ${PLANS} planned, ${MESSAGES} messages a channel, ${ANSWERS} answers`);
  const calendars = await fuzz('imports/fuzz/', ['fuzz', 'plans'], { FUZZ_FILES: FILES, FUZZ_PLANS: PLANS });
  const calls = await fuzz('core-side/fuzz/', ['calls'], { FUZZ_INPUTS: MESSAGES });
  const answers = await fuzz('api/answers.exploit', ['answers'], { FUZZ_ANSWERS: ANSWERS });
  const backups = await fuzz('backups/damaged-backups', ['backups'], { FUZZ_BACKUPS: BACKUPS });
  const documents = await fuzz('platform/hostile-documents', ['documents'], { FUZZ_DOCUMENTS: DOCUMENTS });
  return [...calendars, ...calls, ...answers, ...backups, ...documents];

  async function fuzz(filter: string, names: (keyof typeof LINES)[], sizes: Record<string, number>) {
    const settings = Object.entries({ ...sizes, FUZZ_SEED: seed }).map(([name, value]) => [name, String(value)]);
    const { passed, output } = await runVitest(filter, Object.fromEntries(settings));
    if (!passed) log(output);
    return names.map((name) => {
      const found = LINES[name].exec(output)?.[1];
      return { name, ok: passed && found !== undefined, figures: { seed, ...JSON.parse(found ?? '{}') } };
    });
  }
}
