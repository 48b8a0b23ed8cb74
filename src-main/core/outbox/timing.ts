import { REQUEST_TIMEOUT_MS } from '../api/client.ts';

/** The outbox's times, in ms. Those of the platform come from its idempotency page; the rest are ours. */

/** The server remembers a key this long after success (documented default, configurable by the server). */
export const KEY_LIFETIME_MS = 15 * 60_000;

/** A resend must arrive, and be answered, well inside that life: two minutes are kept for slow clocks and networks. */
export const SAFE_RESEND_MS = KEY_LIFETIME_MS - 2 * 60_000;

/** A request that the server still works on is remembered for 45 s (documented default); wait past that. */
export const STILL_RUNNING_MS = 45_000;
export const CONFLICT_WAIT_MS = STILL_RUNNING_MS + 2_000;

/** A claim is good for a request that begins within this. It takes microseconds, unless the computer stands still. */
export const SEND_WITHIN_MS = 10_000;

/**
 * From a claim until its request can take effect no more: the time in which it may begin, the patience of whoever sent
 * it, and then the time that the platform works on a request at most.
 */
export const LATEST_EFFECT_MS = SEND_WITHIN_MS + REQUEST_TIMEOUT_MS + STILL_RUNNING_MS;

/** Until then only the holder may finish what it sends; longer than a request can take. */
export const LEASE_MS = 60_000;

/** Uncertain attempts before a person is asked. */
export const MOST_ATTEMPTS = 8;

/** What has waited longer than this since a person said "send it" asks again before it goes out. */
export const LATE_AFTER_MS = 24 * 60 * 60_000;

/** A clock that shows an earlier time than this much before the latest one seen was set back. */
export const CLOCK_SLACK_MS = 2_000;

/** While offline, the platform is looked for at this pace: first after one second, then up to every four. */
const PROBE_FIRST_MS = 1_000;
const PROBE_LONGEST_MS = 4_000;

/** Wait before the next look for the network. */
export function probeDelayMs(failures: number): number {
  return Math.min(PROBE_FIRST_MS * 2 ** Math.max(failures - 1, 0), PROBE_LONGEST_MS);
}

const BACKOFF_BASE_MS = 500;
const BACKOFF_LONGEST_MS = 60_000;

/**
 * Exponential backoff with full jitter: uniform between 0 and min(cap, base · 2^n), so that many clients do not come
 * back at the same moment.
 * @param failures how often in a row it went wrong, from 1
 * @param fraction uniform in [0, 1)
 */
export function backoffMs(failures: number, fraction: number): number {
  return Math.round(fraction * Math.min(BACKOFF_BASE_MS * 2 ** Math.min(failures, 20), BACKOFF_LONGEST_MS));
}
