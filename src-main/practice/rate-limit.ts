import { z } from 'zod';
import { ApiError } from './errors.ts';
import type { Clock } from './options.ts';
import { createCounter } from './rate-counter.ts';
import { httpDate, RetryAfterStyleSchema, retryAfterHeader } from './retry-after.ts';

/** Pinned publishes no numbers (page rate-limits), so `limit` and `windowMs` have no default. */
export const RateLimitSchema = z.object({
  /** Requests per window and API key. */
  limit: z.number().int().min(1),
  /** Length of a window in ms. */
  windowMs: z.number().int().min(1),
  /**
   * How requests are counted. Assumed, all three: the page gives no algorithm. `fixed` (default): a window begins with
   * its first request. `aligned`: windows begin at whole multiples of their length. `bucket`: `limit` tokens at most,
   * refilled evenly over `windowMs`, so that bursts pass.
   */
  algorithm: z.enum(['fixed', 'aligned', 'bucket']).optional(),
  /** Which answers carry `X-RateLimit-*`. The page promises them on limited ones only. Default `always`. */
  headers: z.enum(['always', 'limited', 'never']).optional(),
  /** How `X-RateLimit-Reset` is written. All four are used in the wild. Default `seconds` to go. */
  resetStyle: z.enum(['seconds', 'ms', 'unix', 'date']).optional(),
  /** How `Retry-After` is written on a 429. Default `seconds`. */
  retryAfter: RetryAfterStyleSchema.optional(),
});
export type RateLimitOptions = z.infer<typeof RateLimitSchema>;

export type RateLimiter = {
  /**
   * Counts one request and returns the headers that its answer carries; none while there is no limit.
   * @throws ApiError 429 `rate_limited`, with the same headers and `Retry-After`.
   */
  take(keyId: string): Record<string, string>;
  /** Replaces the limit and forgets what was counted. */
  set(options: RateLimitOptions | null): void;
};

/**
 * Assumed: counted per API key over all routes. The page says "by route, IP, key and key management". Assumed: the
 * header suffixes, and that unlimited answers carry them too.
 */
export function createRateLimiter(clock: Clock, initial: RateLimitOptions | null): RateLimiter {
  let options = initial;
  let counter = initial && createCounter(initial);

  return {
    take(keyId) {
      if (!options || !counter) return {};
      const now = clock.now();
      const { limit, resetStyle = 'seconds', retryAfter = 'seconds', headers = 'always' } = options;
      const { passes, remaining, resetMs, waitMs } = counter.take(keyId, now);
      const told = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': resetHeader(resetStyle, resetMs, now),
      };
      if (passes) return headers === 'always' ? told : {};
      throw rateLimited({ ...(headers === 'never' ? {} : told), ...retryAfterHeader(retryAfter, waitMs, now) });
    },
    set(next) {
      options = next;
      counter = next && createCounter(next);
    },
  };
}

/** The 429 of the errors table, with whatever headers its cause gives. */
export function rateLimited(headers: Record<string, string>): ApiError {
  return new ApiError('rate_limited', 'Too many requests. Please slow down.', { headers });
}

function resetHeader(style: NonNullable<RateLimitOptions['resetStyle']>, waitMs: number, now: number): string {
  switch (style) {
    case 'seconds':
      return String(Math.ceil(waitMs / 1000));
    case 'ms':
      return String(Math.ceil(waitMs));
    case 'unix':
      return String(Math.ceil((now + waitMs) / 1000));
    case 'date':
      return httpDate(now + waitMs);
  }
}
