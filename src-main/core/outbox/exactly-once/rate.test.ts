import { describe, expect, test } from 'vitest';
import type { RateLimitOptions } from '#practice/rate-limit.ts';
import { startForTest } from '#practice/test-support.ts';
import { importCalendar } from '../../testing/calendars.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { exactlyOnce, nodeFetch, openOrganizer, publishAll } from '../../testing/organizers.ts';
import { seeded } from '../../testing/seeded.ts';

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
  const began = clock.now();
  await organizer.drain();
  const posts = server.requests().filter(({ method }) => method === 'POST');
  expect(exactlyOnce(server, events)).toBe(true);
  return { tookMs: clock.now() - began, began, posts };
}

/** Shortest time in which the limit lets so many requests through, latency aside. */
function shortestMs({ limit, windowMs, algorithm }: RateLimitOptions, events: number): number {
  if (algorithm === 'bucket') return ((events - limit) * windowMs) / limit;
  return (Math.ceil(events / limit) - 1) * windowMs;
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

describe.each(Object.entries(limits))('%s', (_name, limit) => {
  test.each(told.flatMap((headers) => waits.map((retryAfter) => ({ headers, retryAfter }))))(
    'X-RateLimit $headers, Retry-After $retryAfter',
    async ({ headers, retryAfter }) => {
      const seed = 7;
      const events = 600;
      const options: RateLimitOptions = { ...limit, headers, retryAfter };
      const { tookMs, posts, began } = await drainAgainst(options, events, seed);
      const achieved = (shortestMs(options, events) / tookMs) * 100;
      const refusals = posts.filter(({ status }) => status === 429).length;
      const known = began + limit.windowMs * 2;
      const most = mostRefusals(posts, limit.windowMs, known);
      if (process.env.TRACE)
        (await import('node:fs')).writeFileSync(
          process.env.TRACE,
          posts.map((p) => [p.at - began, p.status].join(' ')).join('\n'),
        );
      console.log(
        `${_name} headers=${headers} retry-after=${retryAfter}: ${achieved.toFixed(1)} %, ${refusals} refusals, at most ${most} in a window (seed ${seed})`,
      );
    },
  );
});
