import type { SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';
import { runVitest } from './run-vitest.ts';

const LINE = /^(.*): ([\d.]+) % of what it allows; refused (\d+) times, then at most (\d+) in a window/;

/** Every kind of limit against every way to tell of it: `exactly-once/rate.test.ts`, all combinations. */
export async function soakRate(log: (line: string) => void, seed?: number): Promise<SoakResult[]> {
  const { passed, output } = await runVitest('exactly-once/rate.test', {
    RATE_ALL: '1',
    ...(seed !== undefined && { RATE_SEED: String(seed) }),
  });
  const figures: SoakResult['figures'] = {};
  for (const line of output.split('\n')) {
    const [, what, percent, refusals, most] = LINE.exec(line) ?? [];
    if (what !== undefined) figures[what] = `${percent} %, refused ${refusals} times, at most ${most} in a window`;
  }
  if (!passed) log(output);
  return [{ name: 'rate', ok: passed && Object.keys(figures).length > 0, figures }];
}
