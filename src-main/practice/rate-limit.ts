import { z } from 'zod';
import { ApiError } from './errors.ts';
import type { Clock } from './options.ts';
import { httpDate, RetryAfterStyleSchema, retryAfterHeader } from './retry-after.ts';

/** Pinned publishes no numbers (page rate-limits), so `limit` and `windowMs` have no default. */
export const RateLimitSchema = z.object({
  /** Requests per window and API key. */
  limit: z.number().int().min(1),
  /** Length of a window in ms. */
  windowMs: z.number().int().min(1),
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

type Window = { startedAt: number; used: number };

/**
 * Assumed: fixed windows, counted per API key over all routes. The page says "by route, IP, key and key management"
 * and gives no algorithm. Assumed: the header suffixes, and that unlimited answers carry them too.
 */
export function createRateLimiter(clock: Clock, initial: RateLimitOptions | null): RateLimiter {
  let options = initial;
  let windows = new Map<string, Window>();

  return {
    take(keyId) {
      if (!options) return {};
      const now = clock.now();
      const { limit, windowMs, resetStyle = 'seconds', retryAfter = 'seconds' } = options;
      const window = currentWindow(windows, keyId, now, windowMs);
      window.used += 1;
      const waitMs = window.startedAt + windowMs - now;
      const headers = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
        'x-ratelimit-reset': resetHeader(resetStyle, waitMs, now),
      };
      if (window.used <= limit) return headers;
      throw rateLimited({ ...headers, ...retryAfterHeader(retryAfter, waitMs, now) });
    },
    set(next) {
      options = next;
      windows = new Map();
    },
  };
}

/** The 429 of the errors table, with whatever headers its cause gives. */
export function rateLimited(headers: Record<string, string>): ApiError {
  return new ApiError('rate_limited', 'Too many requests. Please slow down.', { headers });
}

function currentWindow(windows: Map<string, Window>, keyId: string, now: number, windowMs: number): Window {
  const known = windows.get(keyId);
  if (known && now < known.startedAt + windowMs) return known;
  const fresh = { startedAt: now, used: 0 };
  windows.set(keyId, fresh);
  return fresh;
}

function resetHeader(style: NonNullable<RateLimitOptions['resetStyle']>, waitMs: number, now: number): string {
  switch (style) {
    case 'seconds':
      return String(Math.ceil(waitMs / 1000));
    case 'ms':
      return String(waitMs);
    case 'unix':
      return String(Math.ceil((now + waitMs) / 1000));
    case 'date':
      return httpDate(now + waitMs);
  }
}
