import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { createMemorySecrets } from '../../secrets/memory.ts';
import { bentFetch } from '../../testing/bent-fetch.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { addDrafts, drainUntil, exactlyOnce, openOrganizer, operations, publishAll } from '../../testing/organizers.ts';

const posts = (server: Awaited<ReturnType<typeof startForTest>>) =>
  server.requests().filter(({ method }) => method === 'POST').length;

async function waiting(count: number, secrets = createMemorySecrets()) {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock, secrets });
  await organizer.keys.set(server.key);
  addDrafts(organizer, count);
  publishAll(organizer);
  return { clock, server, organizer, secrets };
}

describe('a refused key', () => {
  test('blocks the lane after one request, and a new key frees it', async () => {
    const { server, organizer } = await waiting(3);
    server.revokeKey(server.key);
    const { counts, lane } = await organizer.drain();
    expect(lane).toMatchObject({ condition: 'blocked', reason: 'invalid_api_key' });
    expect(counts).toMatchObject({ queued: 3 });
    expect(posts(server)).toBe(1);
    await expect(organizer.drain()).rejects.toMatchObject({ code: 'key_refused' });
    expect(posts(server)).toBe(1);
    await organizer.keys.set(server.addKey());
    await organizer.drain();
    expect(exactlyOnce(server, 3)).toBe(true);
    for (const { attempts } of operations(organizer)) expect(attempts).toBe(1);
  });

  test('a key that fails its check is not stored, and the old one stays', async () => {
    const { server, organizer, secrets } = await waiting(1);
    await expect(organizer.keys.set('wrong')).rejects.toMatchObject({ code: 'key_refused' });
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
    expect(JSON.stringify(await organizer.state())).not.toContain(server.key);
    expect(secrets).toBeDefined();
  });

  test('without events:create the lane says which scope is missing, and goes on when it is there', async () => {
    const { server, organizer } = await waiting(2);
    server.setScopes(server.key, ['channels:read']);
    const { lane } = await organizer.drain();
    expect(lane).toMatchObject({ condition: 'blocked', reason: 'insufficient_scope' });
    expect(lane.message).toContain('events:create');
    server.setScopes(server.key, ['channels:read', 'events:create']);
    await organizer.drain();
    expect(exactlyOnce(server, 2)).toBe(true);
  });

  test('a key that another process has just replaced blocks nobody', async () => {
    const { clock, server, organizer, secrets } = await waiting(1);
    await organizer.drain();
    const other = await openOrganizer({ server, clock, secrets, dataDir: organizer.dataDir, seed: 2 });
    const replacement = server.addKey();
    await other.keys.set(replacement);
    server.revokeKey(server.key);
    addDrafts(organizer, 1, { title: 'Later' });
    publishAll(organizer);
    const { lane } = await organizer.drain();
    expect(lane.condition).toBe('open');
    expect(exactlyOnce(server, 2)).toBe(true);
  });

  test('a new key is stored before the lane opens, so that nothing goes out with the old one', async () => {
    const { server, organizer, secrets } = await waiting(2);
    server.revokeKey(server.key);
    await organizer.drain();
    const store = secrets.set;
    secrets.set = async (account, key) => {
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
      await store(account, key);
    };
    organizer.startSending();
    await organizer.keys.set(server.addKey());
    while (organizer.outbox.counts().delivered < 2) await new Promise(setImmediate);
    await organizer.stopSending();
    expect(posts(server)).toBe(3);
  });

  test('without any key the lane says so, and no request is made', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server, secrets: createMemorySecrets() });
    addDrafts(organizer, 1);
    publishAll(organizer);
    expect((await organizer.drain()).lane).toMatchObject({ condition: 'blocked', reason: 'no_key' });
    expect(server.requests()).toEqual([]);
    await organizer.keys.set(server.key);
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

describe('a channel that the key may not use', () => {
  test.each([
    [909, 'forbidden'],
    [999, 'not_found'],
  ])('%i (%s) holds its own operations only', async (channelId, code) => {
    const { server, organizer } = await waiting(3);
    addDrafts(organizer, 2, { channelId });
    publishAll(organizer);
    const { counts, lane } = await organizer.drain();
    expect(counts).toMatchObject({ delivered: 3, queued: 2, rejected: 0 });
    expect(lane.condition).toBe('open');
    expect(posts(server)).toBe(4);
    const held = operations(organizer).filter((operation) => operation.channelId === channelId);
    expect(held.map(({ heldReason }) => typeof heldReason)).toEqual(['string', 'string']);
    expect(held.some(({ error }) => error?.code === code)).toBe(true);
    for (const { attempts, droppable } of held) expect([attempts, droppable]).toEqual([0, true]);
  });

  test('it is tried again when the person says so, or when another key comes', async () => {
    const { server, organizer } = await waiting(0);
    addDrafts(organizer, 1, { channelId: 909 });
    publishAll(organizer);
    await organizer.drain();
    organizer.outbox.retry(operations(organizer)[0]?.id ?? '');
    await organizer.drain();
    expect(posts(server)).toBe(2);
    await organizer.keys.set(server.addKey({ owner: 'someone-else' }));
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

describe('offline', () => {
  test('costs nothing, changes nothing, and sending goes on when the network is back', async () => {
    const clock = manualClock();
    const gone = await startPracticeServer({ clock });
    const organizer = await openOrganizer({ server: gone, clock });
    addDrafts(organizer, 3);
    publishAll(organizer);
    await gone.close();
    const { counts, lane } = await organizer.drain();
    expect(lane).toMatchObject({ condition: 'offline' });
    expect(counts).toMatchObject({ queued: 3 });
    for (const { attempts, droppable } of operations(organizer)) expect([attempts, droppable]).toEqual([0, true]);
    clock.advance(23 * 3_600_000);
    const back = await startForTest({ clock, key: gone.key, port: Number(new URL(gone.url).port) });
    await organizer.drain();
    expect(exactlyOnce(back, 3)).toBe(true);
    expect(back.requests().filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(2);
  });

  test('a page of a guest network is offline, not a refusal', async () => {
    const { server, organizer } = await waiting(2);
    server.faults.next('captivePortal', { times: 3 });
    await drainUntil(organizer, ({ lane }) => lane.condition === 'offline');
    expect(organizer.outbox.counts()).toMatchObject({ queued: 2, rejected: 0, needsReview: 0 });
    await organizer.drain();
    expect(exactlyOnce(server, 2)).toBe(true);
  });

  test('where reads come through and events do not, sending stops after a while instead of going round for ever', async () => {
    const { server, organizer } = await waiting(2);
    server.faults.next('captivePortal', { route: 'POST /events', times: 1_000 });
    const { counts, lane } = await organizer.drain();
    expect([counts.queued, lane.condition, posts(server) < 10]).toEqual([2, 'offline', true]);
  });

  test('in the background, sending goes on by itself', async () => {
    const clock = manualClock();
    const gone = await startPracticeServer({ clock });
    const organizer = await openOrganizer({ server: gone, clock });
    addDrafts(organizer, 2);
    await gone.close();
    organizer.startSending();
    publishAll(organizer);
    while (organizer.outbox.lane().condition !== 'offline') await new Promise(setImmediate);
    const back = await startForTest({ clock, key: gone.key, port: Number(new URL(gone.url).port) });
    while (organizer.outbox.counts().delivered < 2) await new Promise(setImmediate);
    await organizer.stopSending();
    expect(exactlyOnce(back, 2)).toBe(true);
  });
});

test('the key goes to the platform only: a redirect is not followed', async () => {
  const elsewhere = await startForTest();
  const { server, organizer } = await waiting(1);
  const redirecting = await openOrganizer({
    server,
    dataDir: organizer.dataDir,
    seed: 2,
    fetch: bentFetch({
      after: ({ method }, response) =>
        method === 'POST' ? new Response(null, { status: 307, headers: { location: elsewhere.url } }) : response,
    }),
  });
  await drainUntil(redirecting, ({ lane }) => lane.condition === 'offline');
  expect(elsewhere.requests()).toEqual([]);
  expect(operations(redirecting)[0]).toMatchObject({ state: 'queued', droppable: false });
});
