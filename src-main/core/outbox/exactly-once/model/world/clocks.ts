import { type ManualClock, manualClock } from '../../../../testing/manual-clock.ts';

/** The clock of this computer and that of the platform. They run together, but this one's may be set wrong. */
export type Clocks = {
  /** Of this computer: all senders share it. */
  here: ManualClock;
  /** Of the platform: it is always right, so it also says how much time truly passed. */
  platform: { now(): number };
  /** Time passes everywhere. */
  pass(ms: number): void;
  /** Somebody sets the clock of this computer, forward or back; no time passes. */
  setWrong(ms: number): void;
};

export function createClocks(): Clocks {
  const here = manualClock();
  let wrongByMs = 0;
  return {
    here,
    platform: { now: () => here.now() - wrongByMs },
    pass: (ms) => here.advance(ms),
    setWrong(ms) {
      wrongByMs += ms;
      here.advance(ms);
    },
  };
}
