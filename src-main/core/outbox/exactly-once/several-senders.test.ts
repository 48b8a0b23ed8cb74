import { expect, test } from 'vitest';
import { seededRandom } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { createFixedSecrets } from '../../secrets/memory.ts';
import { bentFetch } from '../../testing/bent-fetch.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, openOrganizer, publishAll } from '../../testing/organizers.ts';

for (const seed of [1, 2, 3]) {
  test(`three senders on one data directory: each event once, and no sender is left out, seed ${seed}`, async () => {
    const clock = manualClock();
    const server = await startForTest({ clock, latencyMs: 2, random: seededRandom(seed) });
    const sent = [0, 0, 0];
    const first = await openOrganizer({ server, clock, fetch: counting(sent, 0) });
    const { dataDir } = first;
    const second = await openOrganizer({ server, clock, dataDir, seed: 2, fetch: counting(sent, 1) });
    const third = await openOrganizer({ server, clock, dataDir, seed: 3, fetch: counting(sent, 2) });
    addDrafts(first, 40);
    publishAll(first);
    for (const kind of ['resetAfterCommit', 'errorBeforeCommit', 'rateLimited', 'slow'] as const) {
      server.faults.random(kind, { probability: 0.04, delayMs: 10, route: 'POST /events' });
    }
    await Promise.all([first.drain(), second.drain(), third.drain()]);
    expect(first.outbox.counts()).toMatchObject({ delivered: 40, queued: 0, sending: 0, needsReview: 0 });
    expect(exactlyOnce(server, 40)).toBe(true);
    for (const requests of sent) expect(requests).toBeGreaterThan(0);
  });
}

test('a pause that one sender was given holds the others too', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const first = await openOrganizer({ server, clock });
  const second = await openOrganizer({ server, clock, dataDir: first.dataDir, seed: 2 });
  addDrafts(first, 5);
  publishAll(first);
  server.faults.next('rateLimited', { retryAfterMs: 600_000 });
  const stop = new AbortController();
  await first.drain({ signal: stop.signal, onProgress: ({ lane }) => lane.condition === 'paused' && stop.abort() });
  expect(second.outbox.lane()).toMatchObject({ condition: 'paused', reason: 'rate_limited' });
  const before = clock.now();
  await second.drain();
  expect(clock.now() - before).toBeGreaterThanOrEqual(599_000);
  expect(exactlyOnce(server, 5)).toBe(true);
  expect(server.requests().filter(({ status }) => status === 429)).toHaveLength(1);
});

test('two API keys on one data directory: what one left in doubt is looked up by the other, not sent blindly', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock, idempotency: { sharedBy: 'apiKey' } });
  const first = await openOrganizer({ server, clock });
  const secrets = createFixedSecrets(server.addKey({ scopes: ['channels:read', 'events:create', 'events:read'] }));
  const second = await openOrganizer({ server, clock, dataDir: first.dataDir, seed: 2, secrets });
  addDrafts(first, 1);
  publishAll(first);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  const stop = new AbortController();
  await first.drain({ signal: stop.signal, onProgress: () => stop.abort() });
  expect(server.events()).toHaveLength(1);
  await second.drain();
  expect(second.outbox.counts()).toMatchObject({ delivered: 1, queued: 0, needsReview: 0 });
  expect(exactlyOnce(server, 1)).toBe(true);
});

function counting(sent: number[], index: number) {
  return bentFetch({
    before: ({ method }) => {
      if (method === 'POST') sent[index] = (sent[index] ?? 0) + 1;
    },
  });
}
