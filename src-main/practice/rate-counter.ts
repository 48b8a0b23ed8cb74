import type { RateLimitOptions } from './rate-limit.ts';

/** What became of one request at the counter. */
export type Taken = {
  passes: boolean;
  /** Requests that would still pass now. */
  remaining: number;
  /** ms until all of the limit is there again. */
  resetMs: number;
  /** ms until one more request would pass; 0 when one would pass now. */
  waitMs: number;
};

type Counter = { take(keyId: string, now: number): Taken };

/** Counts the requests of each API key. Refused ones are not counted. */
export function createCounter(options: RateLimitOptions): Counter {
  return options.algorithm === 'bucket' ? buckets(options) : windows(options);
}

type Window = { startedAt: number; used: number };

function windows({ limit, windowMs, algorithm }: RateLimitOptions): Counter {
  const byKey = new Map<string, Window>();
  return {
    take(keyId, now) {
      let window = byKey.get(keyId);
      if (window === undefined || now >= window.startedAt + windowMs) {
        window = { startedAt: algorithm === 'aligned' ? Math.floor(now / windowMs) * windowMs : now, used: 0 };
        byKey.set(keyId, window);
      }
      const passes = window.used < limit;
      if (passes) window.used += 1;
      const resetMs = window.startedAt + windowMs - now;
      const remaining = limit - window.used;
      return { passes, remaining, resetMs, waitMs: remaining > 0 ? 0 : resetMs };
    },
  };
}

type Bucket = { tokens: number; at: number };

function buckets({ limit, windowMs }: RateLimitOptions): Counter {
  const msPerToken = windowMs / limit;
  const byKey = new Map<string, Bucket>();
  return {
    take(keyId, now) {
      const before = byKey.get(keyId) ?? { tokens: limit, at: now };
      const refilled = Math.min(limit, before.tokens + (now - before.at) / msPerToken);
      // A rounding error must not keep a whole token back.
      const passes = refilled >= 1 - 1e-9;
      const tokens = passes ? Math.max(refilled - 1, 0) : refilled;
      byKey.set(keyId, { tokens, at: now });
      return {
        passes,
        remaining: Math.floor(tokens + 1e-9),
        resetMs: (limit - tokens) * msPerToken,
        waitMs: tokens >= 1 ? 0 : (1 - tokens) * msPerToken,
      };
    },
  };
}
