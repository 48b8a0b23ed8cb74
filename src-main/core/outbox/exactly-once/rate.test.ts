import { describe, expect, test } from 'vitest';
import type { RateLimitOptions } from '#practice/rate-limit.ts';
import { startForTest } from '#practice/test-support.ts';
import { importCalendar } from '../../testing/calendars.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { exactlyOnce, nodeFetch, openOrganizer, publishAll } from '../../testing/organizers.ts';
import { seeded } from '../../testing/seeded.ts';

const EVENTS = 600;
const SEED = Number(process.env.RATE_SEED ?? 7);

/** The way there and back takes this long, in ms of the tests' own time. */
const LATENCY_MS = { least: 2, most: 10 };

/** Sends so many events against a limit, in a time that only requests and waits move. */
async function drainAgainst(rateLimit: RateLimitOptions, events: number, seed: number) {
  const clock = manualClock();
  const server = await startForTest({ clock, rateLimit: null });
  const random = seeded(seed);
  const slowFetch = async (url: string, init?: RequestInit) => {
    const oneWay = Math.round((LATENCY_MS.least + random.fraction() * (LATENCY_MS.most - LATENCY_MS.least)) / 2);
    clock.advance(oneWay);
    const response = await nodeFetch(url, init);
    clock.advance(oneWay);
    return response;
  };
  const organizer = await openOrganizer({ server, clock, seed, fetch: slowFetch });
  const rows = Array.from({ length: events }, (_, n) => `${n},Show ${n},2027-05-03 20:00`);
  await importCalendar(organizer, ['id,title,start', ...rows]);
  publishAll(organizer);
  server.setRateLimit(rateLimit);
  // Somewhere in the middle of a window that is aligned to the clock.
  clock.advance(Math.round(random.fraction() * rateLimit.windowMs));
  const began = clock.now();
  await organizer.drain();
  const posts = server.requests().filter(({ method }) => method === 'POST');
  expect(exactlyOnce(server, events)).toBe(true);
  return { tookMs: clock.now() - began, began, posts };
}

/** Shortest time in which the limit lets so many requests through from that moment on, latency aside. */
function shortestMs({ limit, windowMs, algorithm }: RateLimitOptions, events: number, began: number): number {
  if (algorithm === 'bucket') return ((events - limit) * windowMs) / limit;
  const windows = Math.ceil(events / limit);
  return (windows - 1) * windowMs - (algorithm === 'aligned' ? began % windowMs : 0);
}

type Post = { status: number; at: number };

/** The most refusals in one window, from the second refusal on: after the first one the limit is known. */
function mostRefusals(posts: Post[], windowMs: number, after: number): number {
  const perWindow = new Map<number, number>();
  for (const { status, at } of posts) {
    if (status !== 429 || at < after) continue;
    const window = Math.floor(at / windowMs);
    perWindow.set(window, (perWindow.get(window) ?? 0) + 1);
  }
  return Math.max(0, ...perWindow.values());
}

const limits = {
  '5/s': { limit: 5, windowMs: 1_000 },
  '60/min': { limit: 60, windowMs: 60_000 },
  '60/min aligned': { limit: 60, windowMs: 60_000, algorithm: 'aligned' },
  'bursts of 20, 5/s': { limit: 20, windowMs: 4_000, algorithm: 'bucket' },
} as const;

const told = ['always', 'limited', 'never'] as const;
const waits = ['seconds', 'date', 'none'] as const;

/** All combinations take a minute and a half: `npm run soak -- rate`. The usual ones are tried every time. */
const isSoak = process.env.RATE_ALL === '1';
const combinations = told
  .flatMap((headers) => waits.map((retryAfter) => ({ headers, retryAfter })))
  .filter(
    ({ headers, retryAfter }) => isSoak || retryAfter === 'none' || (headers !== 'never' && retryAfter !== 'date'),
  );

describe.each(Object.entries(limits))('%s', (name, limit) => {
  test.each(combinations)('X-RateLimit $headers, Retry-After $retryAfter', async ({ headers, retryAfter }) => {
    const options: RateLimitOptions = { ...limit, headers, retryAfter };
    const { tookMs, posts, began } = await drainAgainst(options, EVENTS, SEED);
    const achieved = (shortestMs(options, EVENTS, began) / tookMs) * 100;
    const refusals = posts.filter(({ status }) => status === 429).length;
    // The first window is met in its middle, and the second one measured: from then on the limit is known.
    const most = mostRefusals(posts, limit.windowMs, began + limit.windowMs * 2);
    console.log(
      `${name}, X-RateLimit ${headers}, Retry-After ${retryAfter}: ${achieved.toFixed(1)} % of what it allows; refused ${refusals} times, then at most ${most} in a window (seed ${SEED})`,
    );
    expect(achieved).toBeGreaterThanOrEqual(97);
    expect(most).toBeLessThanOrEqual(1);
  });
});
