import { describe, expect, test } from 'vitest';
import type { PracticeServer } from '#practice/server.ts';
import { create, startForTest } from '#practice/test-support.ts';
import { bentFetch } from '../../testing/bent-fetch.ts';
import { type ManualClock, manualClock } from '../../testing/manual-clock.ts';
import {
  addDrafts,
  drainUntil,
  exactlyOnce,
  onlyOperation,
  openOrganizer,
  publishAll,
  type TestOrganizer,
} from '../../testing/organizers.ts';

type Setup = { clock: ManualClock; server: PracticeServer; organizer: TestOrganizer };

type Options = {
  list?: (json: Record<string, unknown>) => unknown;
  lost?: boolean;
  others?: (server: PracticeServer) => Promise<unknown>;
};

/** One event was sent, its answer lost, and its key is too old: the list of events has to tell. */
async function listMustTell(options: Options = {}) {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const fetch = bentFetch({
    failed: () => clock.advance(20 * 60_000),
    after: async ({ method, path }, response) => {
      if (method !== 'GET' || !path.startsWith('/events') || options.list === undefined) return response;
      return Response.json(options.list((await response.json()) as Record<string, unknown>));
    },
  });
  const organizer = await openOrganizer({ server, clock, fetch });
  addDrafts(organizer, 1);
  publishAll(organizer);
  await options.others?.(server);
  server.faults.next(options.lost ? 'resetBeforeCommit' : 'resetAfterCommit', { route: 'POST /events' });
  return { clock, server, organizer } satisfies Setup;
}

const reads = (server: PracticeServer) => server.requests().filter(({ method }) => method === 'GET');

describe('the list leaves the question open, and a person is asked', () => {
  test.each<[string, (json: Record<string, unknown>) => unknown]>([
    ['when it has a form that nobody documented', () => ({ items: [] })],
    [
      'when its items have no start',
      () => ({ docs: [{ id: 1, title: 'Event 1' }], page: 1, limit: 100, totalDocs: 1 }),
    ],
    ['when its items have no title', () => ({ docs: [{ id: 1 }], page: 1, limit: 100, totalDocs: 1 })],
    ['when it ends before the platform says so', () => ({ docs: [], page: 1, limit: 100, totalDocs: 250 })],
  ])('%s', async (_name, list) => {
    const { server, organizer } = await listMustTell({ list });
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'needsReview', error: { code: 'undecidable' } });
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

describe('the list cannot be read now', () => {
  test('a 429 holds the lane for as long as it says, and costs nothing', async () => {
    const { clock, server, organizer } = await listMustTell();
    server.faults.next('rateLimited', { route: 'GET /events', retryAfterMs: 300_000 });
    const before = clock.now();
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered' });
    expect(reads(server)).toHaveLength(2);
    expect(clock.now() - before - 20 * 60_000).toBeGreaterThanOrEqual(300_000);
  });

  test('passing trouble is waited for', async () => {
    const { server, organizer } = await listMustTell();
    server.faults.next('errorBeforeCommit', { route: 'GET /events', times: 3 });
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  });

  test('trouble that never passes ends with a person, not with a loop', async () => {
    const { server, organizer } = await listMustTell();
    server.faults.next('errorBeforeCommit', { route: 'GET /events', times: 1_000 });
    const { counts } = await organizer.drain();
    expect(counts).toMatchObject({ needsReview: 1, queued: 0 });
    expect(reads(server).length).toBeLessThan(10);
  });

  test('a refused key blocks the lane, and the doubt stays', async () => {
    const { server, organizer } = await listMustTell();
    await drainUntil(organizer, () => true);
    server.revokeKey(server.key);
    const { lane } = await organizer.drain();
    expect(lane).toMatchObject({ condition: 'blocked', reason: 'invalid_api_key' });
    expect(onlyOperation(organizer)).toMatchObject({ state: 'queued', droppable: false });
  });
});

test('an event on the third page is found', async () => {
  const { server, organizer } = await listMustTell();
  await drainUntil(organizer, () => true);
  server.faults.clear();
  for (let index = 0; index < 250; index += 1) await create(server, `other-${index}`, { title: `Other ${index}` });
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(reads(server)).toHaveLength(3);
});

test('an event of another draft, another channel or another time is not taken for it', async () => {
  const { organizer } = await listMustTell({
    lost: true,
    others: async (server) => {
      await create(server, 'a', { title: 'Event 1', startAt: '2026-07-12T20:00:00-04:00', channelId: 102 });
      await create(server, 'b', { title: 'Event 1', startAt: '2026-07-12T21:00:00-04:00' });
    },
  });
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1003' });
});

test('the same moment written with another offset is the same start', async () => {
  const { organizer } = await listMustTell({
    list: (json) => ({
      ...json,
      docs: (json.docs as { startAt: string }[]).map((doc) => ({
        ...doc,
        startAt: new Date(doc.startAt).toISOString(),
      })),
    }),
  });
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
});
