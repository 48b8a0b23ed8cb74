import { describe, expect, test } from 'vitest';
import type { FaultKind, Scope } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { bentFetch } from '../../testing/bent-fetch.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, onlyOperation, openOrganizer, publishAll } from '../../testing/organizers.ts';

const MINUTE = 60_000;
const newKey: Scope[] = ['channels:read', 'events:create'];

/** One operation whose first attempt met the fault; its answer is lost, and then time passes. */
async function afterDoubt(kind: FaultKind, options: { minutes: number; scopes?: Scope[]; after?: typeof untouched }) {
  const clock = manualClock();
  const server = await startForTest({ clock, ...(options.scopes && { scopes: options.scopes }) });
  const fetch = bentFetch({ failed: () => clock.advance(options.minutes * MINUTE), after: options.after ?? untouched });
  const organizer = await openOrganizer({ server, clock, fetch });
  addDrafts(organizer, 1);
  publishAll(organizer);
  server.faults.next(kind, { route: 'POST /events' });
  const sent = () => [...server.requestsByKey().values()][0];
  return { clock, server, organizer, sent };
}
const untouched = (_request: { method: string; path: string }, response: Response): Response | Promise<Response> =>
  response;

test('inside the life of the key, the same bytes go out again under the same key', async () => {
  const { server, organizer, sent } = await afterDoubt('resetAfterCommit', { minutes: 12 });
  await organizer.drain();
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  expect(sent()).toBe(2);
  expect(server.requests().filter(({ method }) => method === 'GET')).toEqual([]);
  expect(exactlyOnce(server, 1)).toBe(true);
});

describe('after the life of the key, with events:read', () => {
  test('an event that is there is taken for delivered, and nothing is sent', async () => {
    const { server, organizer, sent } = await afterDoubt('resetAfterCommit', { minutes: 14 });
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
    expect(sent()).toBe(1);
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('an event that is not there is sent once', async () => {
    const { server, organizer, sent } = await afterDoubt('resetBeforeCommit', { minutes: 23 * 60 });
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
    expect(sent()).toBe(2);
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

describe('after the life of the key, without events:read', () => {
  test.each(['resetBeforeCommit', 'resetAfterCommit'] as const)('a person is asked (%s)', async (kind) => {
    const { organizer, sent } = await afterDoubt(kind, { minutes: 14, scopes: newKey });
    const { counts } = await organizer.drain();
    expect(counts).toMatchObject({ needsReview: 1, queued: 0 });
    expect(onlyOperation(organizer)).toMatchObject({ error: { code: 'no_read_scope' }, droppable: false });
    expect(sent()).toBe(1);
  });

  test('“it is there” makes it delivered, for ever and without a request', async () => {
    const { server, organizer } = await afterDoubt('resetAfterCommit', { minutes: 14, scopes: newKey });
    await organizer.drain();
    organizer.outbox.resolve(onlyOperation(organizer).id, 'itIsThere');
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: null });
    expect(publishAll(organizer)).toMatchObject({ queued: 0, alreadyInOutbox: 1 });
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('“send again” sends the same bytes with the same key', async () => {
    const { server, organizer, sent } = await afterDoubt('resetBeforeCommit', { minutes: 14, scopes: newKey });
    await organizer.drain();
    organizer.outbox.resolve(onlyOperation(organizer).id, 'sendAgain');
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
    expect(sent()).toBe(2);
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('“try again” looks once more, and never sends blindly', async () => {
    const { server, organizer, sent } = await afterDoubt('resetAfterCommit', { minutes: 14, scopes: newKey });
    await organizer.drain();
    organizer.outbox.retry(onlyOperation(organizer).id);
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'needsReview' });
    expect(sent()).toBe(1);
    server.setScopes(server.key, [...newKey, 'events:read']);
    organizer.outbox.retry(onlyOperation(organizer).id);
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
    expect(sent()).toBe(1);
  });

  test('only what needs a review can be decided', async () => {
    const { organizer } = await afterDoubt('slow', { minutes: 0, scopes: newKey });
    const { id } = onlyOperation(organizer);
    expect(() => organizer.outbox.resolve(id, 'sendAgain')).toThrow(/needs a review/);
    expect(() => organizer.outbox.resolve('nobody', 'sendAgain')).toThrow(/no operation/);
  });
});
