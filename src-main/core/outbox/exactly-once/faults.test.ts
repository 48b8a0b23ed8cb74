import { expect, test } from 'vitest';
import { type FaultKind, type ScriptedFault, seededRandom } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import {
  addDrafts,
  exactlyOnce,
  impatientFetch,
  openOrganizer,
  operations,
  publishAll,
} from '../../testing/organizers.ts';

type Plan = Omit<ScriptedFault, 'kind'>;

/** Each fault meets the second of three events, and again its first retry. */
const cases: [kind: FaultKind, plan?: Plan][] = [
  ['resetBeforeCommit'],
  ['resetAfterCommit'],
  ['errorBeforeCommit'],
  ['errorAfterCommit'],
  ['rateLimited', { retryAfter: 'seconds', retryAfterMs: 7_000 }],
  ['rateLimited', { retryAfter: 'date', retryAfterMs: 7_000 }],
  ['rateLimited', { retryAfter: 'none' }],
  ['unavailable', { retryAfter: 'seconds', retryAfterMs: 3_000 }],
  ['unavailable', { retryAfter: 'none' }],
  ['badGatewayBeforeCommit'],
  ['badGatewayAfterCommit'],
  ['captivePortal'],
  ['truncatedBody'],
  ['slow', { delayMs: 30 }],
  ['stuckInProgress'],
  ['hangBeforeCommit'],
  ['hangAfterCommit'],
];

for (const [kind, plan = {}] of cases) {
  test(`exactly once through ${kind} ${JSON.stringify(plan)}`, async () => {
    const clock = manualClock();
    const server = await startForTest({ clock });
    const organizer = await openOrganizer({ server, clock, fetch: impatientFetch });
    addDrafts(organizer, 3);
    publishAll(organizer);
    server.faults.next(kind, { route: 'POST /events', times: kind === 'stuckInProgress' ? 1 : 2, ...plan });
    const { counts } = await organizer.drain();
    expect(counts).toMatchObject({ delivered: 3, queued: 0, sending: 0, needsReview: 0, rejected: 0 });
    expect(exactlyOnce(server, 3)).toBe(true);
    expect(
      operations(organizer)
        .map(({ remoteId }) => Number(remoteId))
        .sort(),
    ).toEqual([1001, 1002, 1003]);
  });
}

for (const seed of [1, 2, 3, 4, 5]) {
  test(`exactly once through all faults by chance, seed ${seed}`, async () => {
    const clock = manualClock();
    const server = await startForTest({ clock, random: seededRandom(seed) });
    const organizer = await openOrganizer({ server, clock, seed, fetch: impatientFetch });
    addDrafts(organizer, 30);
    publishAll(organizer);
    const chance: FaultKind[] = cases.map(([kind]) => kind).filter((kind) => !kind.startsWith('hang'));
    for (const kind of chance) server.faults.random(kind, { probability: 0.03, delayMs: 5 });
    const { counts } = await organizer.drain();
    expect(counts).toMatchObject({ delivered: 30, queued: 0, sending: 0, needsReview: 0, rejected: 0 });
    expect(exactlyOnce(server, 30)).toBe(true);
  });
}
