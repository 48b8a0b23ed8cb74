import type { Clock } from '../../../ports.ts';
import { systemClock } from '../../../system.ts';

/**
 * Time that runs faster than the real one, the same in every process that knows these numbers: a minute's lease and a
 * key's quarter of an hour really pass, without anybody waiting for them.
 */
export type FastTime = {
  /** Real and fast time are the same at this moment, ms since epoch. */
  startedAt: number;
  /** Fast milliseconds for each real one. */
  rate: number;
  /** What was jumped over so far, in ms. */
  jumpedMs: number;
};

/** What fast time it is, in ms since epoch. */
export function fastNow({ startedAt, rate, jumpedMs }: FastTime): number {
  return Math.round(startedAt + (Date.now() - startedAt) * rate + jumpedMs);
}

/** A clock of fast time. */
export function fastClock(time: FastTime): Clock {
  return {
    now: () => fastNow(time),
    sleep: (ms, signal) => systemClock.sleep(ms / time.rate, signal),
  };
}
