import { z } from 'zod';

/**
 * What is known of the rate limit of one API key. The platform publishes no numbers and calls its headers a hint, so
 * everything here was learned from answers, may be wrong, and only ever delays a request by a bounded time.
 * Times are ms since the epoch, lengths ms.
 */
export const PaceSchema = z.object({
  /** When the present window was first used; null before the first request. */
  startedAt: z.number().nullable(),
  /** When the answer to that first request was there: a window cannot have begun later. */
  begunBy: z.number().nullable(),
  /** True when that was the very beginning of the window, so that it may be measured. */
  startIsSure: z.boolean(),
  /** Requests in this window, those of other senders on this data directory included. */
  used: z.number(),
  /** When the window ends by its headers: the earliest of all readings, since they are rounded up. */
  endsAt: z.number().nullable(),
  /** `X-RateLimit-Remaining` of the last answer. */
  remaining: z.number().nullable(),
  /** No request before this moment. */
  nextAt: z.number().nullable(),
  /** Last refusal (429) of this window, as long as its end is not known. */
  refusedAt: z.number().nullable(),
  /** Requests that a window lets through, and its length. */
  limit: z.number().nullable(),
  windowMs: z.number().nullable(),
  /** The most requests that one window let through. */
  mostUsed: z.number().default(0),
  /**
   * False while a window was learned that lets less through than went through before, as a bucket does after its first
   * burst: the next window is then used until it refuses.
   */
  isProven: z.boolean().default(true),
  /** A length that was tried and proved too short; 0 when none was. */
  tooShortMs: z.number(),
  /** When limit and length were learned from a refusal; null while they were not, or were told by headers. */
  learnedAt: z.number().nullable(),
  /** Number in `X-RateLimit-Reset` at that moment, to find out whether it counts seconds or milliseconds. */
  reset: z.object({ number: z.number(), at: z.number() }).nullable(),
  resetUnit: z.enum(['seconds', 'milliseconds']).nullable(),
});
export type Pace = z.infer<typeof PaceSchema>;

/** Nothing is known yet. */
export const NO_PACE: Pace = {
  startedAt: null,
  begunBy: null,
  startIsSure: false,
  used: 0,
  endsAt: null,
  remaining: null,
  nextAt: null,
  refusedAt: null,
  limit: null,
  windowMs: null,
  mostUsed: 0,
  isProven: true,
  tooShortMs: 0,
  learnedAt: null,
  reset: null,
  resetUnit: null,
};

/** Requests a minute that the limit lets through; null while it is not known. */
export function limitPerMinute({ limit, windowMs }: Pace): number | null {
  return limit === null || windowMs === null || windowMs <= 0 ? null : (limit / windowMs) * 60_000;
}
