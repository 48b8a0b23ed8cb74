import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { Fetch } from '../../ports.ts';
import { createFixedSecrets } from '../../secrets/memory.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import {
  addDrafts,
  drainUntil,
  exactlyOnce,
  nodeFetch,
  onlyOperation,
  openOrganizer,
  publishAll,
} from '../../testing/organizers.ts';

/** Holds the first `POST` up on its way, until it is told to arrive. Nobody gets an answer. */
function slowRoad() {
  let onTheWay: (() => Promise<unknown>) | null = null;
  const fetch: Fetch = (url, init) => {
    if (init?.method !== 'POST') return nodeFetch(url, init);
    onTheWay = () => nodeFetch(url, { ...init, signal: null });
    return new Promise(() => {});
  };
  return { fetch, isUsed: () => onTheWay !== null, arrive: () => onTheWay?.() };
}

/** A sender is killed in mid-request; another one, with another API key, takes its work over at once. */
async function killedOnASlowRoad() {
  const clock = manualClock();
  const server = await startForTest({ clock, idempotency: { sharedBy: 'apiKey' } });
  const road = slowRoad();
  const killed = await openOrganizer({
    server,
    clock: { ...clock, watching: () => road.fetch },
    sender: { name: 'killed', isAlive: () => true },
  });
  addDrafts(killed, 1);
  publishAll(killed);
  void killed.drain();
  while (!road.isUsed()) await new Promise(setImmediate);
  const next = await openOrganizer({
    server,
    clock,
    dataDir: killed.dataDir,
    seed: 2,
    secrets: createFixedSecrets(server.addKey({ scopes: ['channels:read', 'events:create', 'events:read'] })),
    sender: { name: 'next', isAlive: (name) => name !== 'killed' },
  });
  return { clock, server, road, next };
}

test('a request that arrives after its sender was killed is found, not sent a second time', async () => {
  const { clock, server, road, next } = await killedOnASlowRoad();
  // A first look around; nothing may be concluded from the list yet.
  await drainUntil(next, () => true);
  expect(onlyOperation(next)).toMatchObject({ state: 'queued', droppable: false });
  clock.advance(74_000);
  await road.arrive();
  await next.drain();
  expect(onlyOperation(next)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(exactlyOnce(server, 1)).toBe(true);
});

test('a request that never arrives is sent again, when it surely can arrive no more', async () => {
  const { clock, server, next } = await killedOnASlowRoad();
  const before = clock.now();
  await next.drain();
  expect(clock.now() - before).toBeGreaterThanOrEqual(75_000);
  expect(onlyOperation(next)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(exactlyOnce(server, 1)).toBe(true);
});
