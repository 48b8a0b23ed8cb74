import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, drainUntil, openOrganizer, publishAll } from '../testing/organizers.ts';

test('the pace, the limit that was learned, and the time left under it; late work is not counted', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock, rateLimit: { limit: 5, windowMs: 10_000 } });
  const organizer = await openOrganizer({ server, clock });
  expect(organizer.outbox.rate()).toEqual({ perMinute: null, limitPerMinute: null, secondsLeft: null });
  addDrafts(organizer, 40);
  publishAll(organizer);
  await drainUntil(organizer, ({ counts }) => counts.delivered >= 20);
  const { perMinute, limitPerMinute, secondsLeft } = organizer.outbox.rate();
  expect(limitPerMinute).toBeCloseTo(30, 0);
  expect(perMinute).toBeGreaterThan(25);
  expect(secondsLeft).toBeGreaterThanOrEqual(35);
  expect(secondsLeft).toBeLessThanOrEqual(45);
  clock.advance(25 * 3_600_000);
  await organizer.drain();
  expect(organizer.outbox.asking()).toBeGreaterThan(0);
  expect(organizer.outbox.rate().secondsLeft).toBeNull();
});

test('pace and pause outlive a restart, and hold for another sender on the same data directory', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock, rateLimit: { limit: 5, windowMs: 60_000 } });
  const first = await openOrganizer({ server, clock });
  addDrafts(first, 12);
  publishAll(first);
  await drainUntil(first, ({ counts }) => counts.delivered >= 5);
  const second = await openOrganizer({ server, clock, dataDir: first.dataDir, seed: 2 });
  await first.close();
  await second.drain();
  const refused = server.requests().filter(({ status }) => status === 429);
  expect(refused).toEqual([]);
  expect(second.outbox.counts()).toMatchObject({ delivered: 12, queued: 0 });
});
