import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { createMemorySecrets } from '../../secrets/memory.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import {
  addDrafts,
  drainUntil,
  exactlyOnce,
  onlyOperation,
  openOrganizer,
  operations,
  publishAll,
} from '../../testing/organizers.ts';

const DAY = 86_400_000;

async function waiting(count: number) {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock });
  addDrafts(organizer, count);
  publishAll(organizer);
  const posts = () => server.requests().filter(({ method }) => method === 'POST').length;
  return { clock, server, organizer, posts };
}

test('a person’s pause holds everything, survives a restart, and ends when the person says so', async () => {
  const { clock, server, organizer, posts } = await waiting(2);
  organizer.outbox.setPaused(true);
  await organizer.close();
  const again = await openOrganizer({ server, clock, dataDir: organizer.dataDir, seed: 2 });
  expect((await again.drain()).lane).toMatchObject({ condition: 'pausedByPerson' });
  expect(posts()).toBe(0);
  expect(again.outbox.setPaused(false).condition).toBe('open');
  await again.drain();
  expect(exactlyOnce(server, 2)).toBe(true);
});

test('a 429 costs no attempt, and its pause survives a restart', async () => {
  const { clock, server, organizer, posts } = await waiting(2);
  server.faults.next('rateLimited', { retryAfterMs: 3_600_000 });
  await drainUntil(organizer, ({ lane }) => lane.condition === 'paused');
  await organizer.close();
  const again = await openOrganizer({ server, clock, dataDir: organizer.dataDir, seed: 2 });
  const { resumesAt } = again.outbox.lane();
  for (const { attempts } of operations(again)) expect(attempts).toBe(0);
  await again.drain();
  expect(clock.now()).toBeGreaterThanOrEqual(resumesAt ?? Number.POSITIVE_INFINITY);
  expect(posts()).toBe(3);
  expect(exactlyOnce(server, 2)).toBe(true);
});

test('a clock that is set back by a day does not stretch a pause of a minute', async () => {
  const { clock, server, organizer } = await waiting(1);
  server.faults.next('rateLimited', { retryAfterMs: 60_000 });
  await drainUntil(organizer, ({ lane }) => lane.condition === 'paused');
  clock.advance(-DAY);
  const before = clock.now();
  await organizer.drain();
  expect(exactlyOnce(server, 1)).toBe(true);
  expect(clock.now() - before).toBeLessThanOrEqual(61_000);
});

test('a clock that is set back leaves no uncertain request to be sent again without a look', async () => {
  const { clock, server, organizer, posts } = await waiting(1);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await drainUntil(organizer, () => true);
  clock.advance(-DAY);
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(posts()).toBe(1);
});

test('a clock that is set back while there is no key is noticed all the same', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock, secrets: createMemorySecrets() });
  await organizer.keys.set(server.key);
  addDrafts(organizer, 1);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await drainUntil(organizer, () => true);
  await organizer.keys.remove();
  clock.advance(-DAY);
  await organizer.drain();
  clock.advance(DAY);
  await organizer.keys.set(server.key);
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(server.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a clock that jumps ahead leaves no uncertain request to be sent again without a look', async () => {
  const { clock, server, organizer, posts } = await waiting(1);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await drainUntil(organizer, () => true);
  clock.advance(DAY);
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(posts()).toBe(1);
});

test('the lane slows down before the wall: no 429 while the limit is shown', async () => {
  const { clock, server, organizer } = await waiting(25);
  server.setRateLimit({ limit: 10, windowMs: 10_000 });
  const before = clock.now();
  await organizer.drain();
  expect(exactlyOnce(server, 25)).toBe(true);
  expect(server.requests().filter(({ status }) => status === 429)).toEqual([]);
  expect(clock.now() - before).toBeLessThan(30_000);
});

test.each(['seconds', 'ms', 'unix', 'date'] as const)(
  'a limit whose reset is written as %s is kept to',
  async (style) => {
    const { clock, server, organizer } = await waiting(25);
    server.setRateLimit({ limit: 10, windowMs: 2_000, resetStyle: style, retryAfter: 'none' });
    const before = clock.now();
    await organizer.drain();
    expect(exactlyOnce(server, 25)).toBe(true);
    expect(clock.now() - before).toBeLessThan(130_000);
  },
);

test('409 for a request that still runs is waited for, and costs no second event', async () => {
  const { clock, server, organizer, posts } = await waiting(1);
  server.faults.next('stuckInProgress', { route: 'POST /events' });
  const before = clock.now();
  await organizer.drain();
  expect(posts()).toBe(3);
  expect(clock.now() - before).toBeGreaterThan(45_000);
  expect(exactlyOnce(server, 1)).toBe(true);
});
