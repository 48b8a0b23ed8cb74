import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FaultKind, type PracticeServer, seededRandom, startPracticeServer } from './server.ts';
import { create, testClock } from './test-support.ts';

const kinds: FaultKind[] = [
  'resetBeforeCommit',
  'resetAfterCommit',
  'errorBeforeCommit',
  'errorAfterCommit',
  'rateLimited',
  'unavailable',
  'badGatewayBeforeCommit',
  'badGatewayAfterCommit',
  'captivePortal',
  'truncatedBody',
  'stuckInProgress',
];

/** One try. The id of the event, or null when this answer proves nothing. */
async function attempt(server: PracticeServer, key: string): Promise<number | null> {
  try {
    const response = await create(server, key);
    const body = (await response.json()) as { doc?: { id: number } };
    return response.ok ? (body.doc?.id ?? null) : null;
  } catch {
    return null;
  }
}

test('whatever goes wrong, retrying with the same key inside its life creates exactly one event', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const clock = testClock();
      const server = await startPracticeServer({ clock, random: seededRandom(seed) });
      try {
        for (const kind of kinds) server.faults.random(kind, { probability: 0.07 });
        for (let row = 0; row < 10; row += 1) {
          let id: number | null = null;
          for (let tries = 0; id === null && tries < 15; tries += 1) {
            id = await attempt(server, `row-${row}`);
            // Past the 45 seconds of an entry in progress, and all tries together inside the 15 minutes after success.
            clock.advance(46_000);
          }
          if (id !== null) expect(server.events().filter(({ doc }) => doc.id === id)).toHaveLength(1);
        }
        expect(Math.max(0, ...server.effectsByKey().values())).toBe(1);
      } finally {
        await server.close();
      }
    }),
    { numRuns: 20 },
  );
});

test('the faults are strong enough to need the key: without one, retrying creates duplicates', async () => {
  const server = await startPracticeServer({ random: seededRandom(1) });
  server.faults.random('resetAfterCommit', { probability: 0.5 });
  for (let row = 0; row < 10; row += 1) {
    while ((await create(server).catch(() => null)) === null);
  }
  expect(server.events().length).toBeGreaterThan(10);
  await server.close();
});
