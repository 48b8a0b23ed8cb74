import type { Clock, Fetch } from '../ports.ts';

/** 12 June 2026, 10:00 UTC. */
export const START_MS = Date.UTC(2026, 5, 12, 10);

export type ManualClock = Clock & {
  /** Moves the clock, also backwards. */
  advance(ms: number): void;
  /** Every wait so far, in ms. */
  slept: number[];
  /** A fetch that this clock knows of: while a request is under way, no time passes by sleeping. */
  watching(fetch: Fetch): Fetch;
};

/**
 * A clock that only tests and sleepers move: sleeping takes no real time, and moves the clock by what was slept. Share
 * one between a server and its clients, so that they agree on the time.
 */
export function manualClock(startMs = START_MS): ManualClock {
  let nowMs = startMs;
  let underWay = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => nowMs,
    advance(ms) {
      nowMs += ms;
    },
    async sleep(ms, signal) {
      do await new Promise((resolve) => setImmediate(resolve));
      while (underWay > 0);
      if (signal?.aborted) return;
      slept.push(ms);
      nowMs += Math.max(ms, 0);
    },
    watching: (fetch) => async (url, init) => {
      underWay += 1;
      try {
        const response = await fetch(url, init);
        // The body is part of the request: it is read here, so that a broken one breaks here too.
        const body = await response.arrayBuffer();
        const { status, headers } = response;
        return new Response([204, 304].includes(status) ? null : body, { status, headers });
      } finally {
        underWay -= 1;
      }
    },
  };
}
