import { describe, expect, test } from 'vitest';
import { create, eventBody, read, send, startForTest, testClock, untilInProgress } from './test-support.ts';

const minute = 60_000;

describe('after success', () => {
  test('the same key and payload replay the first answer', async () => {
    const server = await startForTest();
    const first = await read(create(server, 'row-1'));
    const second = await read(create(server, 'row-1'));
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(server.effectsByKey()).toEqual(new Map([['row-1', 1]]));
    expect(server.requestsByKey()).toEqual(new Map([['row-1', 2]]));
    expect(server.requests().map(({ replayed }) => replayed)).toEqual([undefined, true]);
  });

  test('the payload is canonical: the order of its keys does not matter', async () => {
    const server = await startForTest();
    await create(server, 'row-1');
    const body = Object.fromEntries(Object.entries(eventBody()).reverse());
    const again = await read(send(server, '/events', { method: 'POST', idempotencyKey: 'row-1', body }));
    expect(again).toMatchObject({ status: 201, body: { doc: { id: 1001 } } });
  });

  test.each([{ title: 'Another' }, { colour: 'ignored, but different' }])(
    '%j with the same key is a conflict',
    async (change) => {
      const server = await startForTest();
      await create(server, 'row-1');
      expect(await read(create(server, 'row-1', change))).toMatchObject({ status: 409, code: 'conflict' });
      expect(server.events()).toHaveLength(1);
    },
  );

  test('the key is remembered for 15 minutes, and then creates a second event', async () => {
    const clock = testClock();
    const server = await startForTest({ clock });
    await create(server, 'row-1');
    clock.advance(15 * minute - 1);
    expect((await read(create(server, 'row-1'))).body.doc.id).toBe(1001);
    clock.advance(1);
    expect((await read(create(server, 'row-1'))).body.doc.id).toBe(1002);
    expect(server.effectsByKey().get('row-1')).toBe(2);
  });

  test('replaying does not prolong the life of an entry', async () => {
    const clock = testClock();
    const server = await startForTest({ clock });
    await create(server, 'row-1');
    clock.advance(10 * minute);
    await create(server, 'row-1');
    clock.advance(5 * minute);
    expect((await read(create(server, 'row-1'))).body.doc.id).toBe(1002);
  });

  test('the 15 minutes can be set', async () => {
    const clock = testClock();
    const server = await startForTest({ clock, idempotency: { successTtlMs: 1000 } });
    await create(server, 'row-1');
    clock.advance(1000);
    expect((await read(create(server, 'row-1'))).body.doc.id).toBe(1002);
  });
});

describe('in progress', () => {
  test('a second request gets 409 at once, and the first one succeeds', async () => {
    const server = await startForTest();
    server.faults.next('slow', { delayMs: 150 });
    const first = create(server, 'row-1');
    await untilInProgress(server);
    expect(await read(create(server, 'row-1'))).toMatchObject({ status: 409, code: 'conflict' });
    expect((await first).status).toBe(201);
    expect(server.effectsByKey().get('row-1')).toBe(1);
  });

  test('a worker that died blocks the key for 45 seconds', async () => {
    const clock = testClock();
    const server = await startForTest({ clock });
    server.faults.next('stuckInProgress');
    await expect(create(server, 'row-1')).rejects.toThrow();
    clock.advance(44_999);
    expect((await create(server, 'row-1')).status).toBe(409);
    expect(server.events()).toEqual([]);
    clock.advance(1);
    expect((await create(server, 'row-1')).status).toBe(201);
  });

  test('a request that takes longer than its entry lives cannot undo the entry of its successor', async () => {
    const clock = testClock();
    const server = await startForTest({ clock });
    server.faults.next('slow', { delayMs: 150 });
    const first = create(server, 'row-1');
    await untilInProgress(server);
    clock.advance(45_000);
    expect((await read(create(server, 'row-1'))).body.doc.id).toBe(1001);
    expect((await read(first)).body.doc.id).toBe(1002);
    expect((await read(create(server, 'row-1'))).body.doc.id).toBe(1001);
    expect(server.effectsByKey().get('row-1')).toBe(2);
  });
});

test('failures are not cached: the key is free again, also for another payload', async () => {
  const server = await startForTest();
  expect((await create(server, 'row-1', { title: '' })).status).toBe(400);
  expect((await create(server, 'row-1', { channelId: 909 })).status).toBe(403);
  server.faults.next('errorBeforeCommit');
  expect((await create(server, 'row-1')).status).toBe(500);
  expect((await create(server, 'row-1')).status).toBe(201);
});

test('without a key every request creates', async () => {
  const server = await startForTest();
  await create(server);
  await create(server);
  expect(server.events().map(({ idempotencyKey }) => idempotencyKey)).toEqual([null, null]);
  expect(server.effectsByKey()).toEqual(new Map());
});

test('keys have at most 255 characters and are not empty', async () => {
  const server = await startForTest();
  expect((await create(server, 'k'.repeat(255))).status).toBe(201);
  const tooLong = await read(create(server, 'k'.repeat(256)));
  expect(tooLong.body.error.details.field).toBe('Idempotency-Key');
  expect((await create(server, '')).status).toBe(400);
});

test.each([
  ['owner', 1],
  ['apiKey', 2],
] as const)('entries shared by %s: a retry with a rotated API key leaves %i event(s)', async (sharedBy, expected) => {
  const server = await startForTest({ idempotency: { sharedBy } });
  const key = server.addKey();
  await create(server, 'row-1');
  await send(server, '/events', { method: 'POST', key, idempotencyKey: 'row-1', body: eventBody() });
  expect(server.effectsByKey().get('row-1')).toBe(expected);
});

test('different owners never collide', async () => {
  const server = await startForTest();
  const key = server.addKey({ owner: 'someone-else' });
  await create(server, 'row-1');
  const body = eventBody({ channelId: 909 });
  expect((await send(server, '/events', { method: 'POST', key, idempotencyKey: 'row-1', body })).status).toBe(201);
});
