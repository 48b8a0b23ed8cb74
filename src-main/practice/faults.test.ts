import { describe, expect, test } from 'vitest';
import { type FaultKind, seededRandom } from './server.ts';
import { create, eventBody, rawPost, read, send, startForTest, testClock, untilInProgress } from './test-support.ts';

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** Plays one fault on one creation, then retries with the same key, as an honest client does. */
async function play(kind: FaultKind) {
  const server = await startForTest({ clock: testClock() });
  server.faults.next(kind, { route: 'POST /events' });
  const readAll = async (response: Response) => ({
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  });
  const first = await create(server, 'row-1')
    .then(readAll)
    .catch(() => null);
  const effects = server.events().length;
  const retry = (await create(server, 'row-1')).status;
  return { server, first, effects, retry, effectsAfterRetry: server.events().length };
}

describe('each fault, and what it leaves behind', () => {
  test.each<[FaultKind, number]>([
    ['resetBeforeCommit', 0],
    ['resetAfterCommit', 1],
  ])('%s drops the connection with %i event(s)', async (kind, effects) => {
    expect(await play(kind)).toMatchObject({ first: null, effects, retry: 201, effectsAfterRetry: 1 });
  });

  test('a reset is a real one', async () => {
    const server = await startForTest();
    server.faults.next('resetAfterCommit');
    expect(await rawPost(server, 'row-1')).toMatchObject({ error: 'ECONNRESET', received: '' });
  });

  test.each<[FaultKind, number]>([
    ['errorBeforeCommit', 0],
    ['errorAfterCommit', 1],
  ])('%s answers 500 with %i event(s)', async (kind, effects) => {
    const result = await play(kind);
    expect(result).toMatchObject({ first: { status: 500 }, effects, retry: 201, effectsAfterRetry: 1 });
    expect(JSON.parse(result.first?.text ?? '').error.code).toBe('internal_error');
  });

  test.each<[FaultKind, number, number]>([
    ['badGatewayBeforeCommit', 502, 0],
    ['badGatewayAfterCommit', 502, 1],
    ['captivePortal', 200, 0],
    ['unavailable', 503, 0],
  ])('%s answers %i with HTML and %i event(s)', async (kind, status, effects) => {
    const result = await play(kind);
    expect(result).toMatchObject({
      first: { status, type: 'text/html; charset=utf-8' },
      effects,
      effectsAfterRetry: 1,
    });
    expect(result.first?.text).toContain('<!doctype html>');
  });

  test('truncatedBody announces more than it sends, with 1 event', async () => {
    expect(await play('truncatedBody')).toMatchObject({ first: null, effects: 1, retry: 201, effectsAfterRetry: 1 });
    const server = await startForTest();
    server.faults.next('truncatedBody');
    const { error, received, announced } = await rawPost(server, 'row-1');
    expect(error).toBe('ECONNRESET');
    expect(received.startsWith('{"doc":{"id":1001')).toBe(true);
    expect(received.length).toBeLessThan(announced);
  });

  test('slow answers late', async () => {
    const server = await startForTest();
    server.faults.next('slow', { delayMs: 60 });
    const started = performance.now();
    expect((await create(server, 'row-1')).status).toBe(201);
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
  });

  test('a client that gives up on a slow creation has created an event all the same', async () => {
    const server = await startForTest();
    server.faults.next('slow', { delayMs: 80 });
    const { signal, abort } = abortable();
    const abandoned = send(server, '/events', { method: 'POST', idempotencyKey: 'row-1', body: eventBody(), signal });
    const outcome = abandoned.catch(() => 'gave up');
    await untilInProgress(server);
    abort();
    expect(await outcome).toBe('gave up');
    expect(server.events()).toEqual([]);
    while (server.events().length === 0) await new Promise(setImmediate);
    expect(server.effectsByKey().get('row-1')).toBe(1);
  });

  test.each<[FaultKind, number]>([
    ['hangBeforeCommit', 0],
    ['hangAfterCommit', 1],
  ])('%s never answers, and leaves %i event(s)', async (kind, effects) => {
    const server = await startForTest();
    server.faults.next(kind);
    const { signal, abort } = abortable();
    const hanging = send(server, '/events', { method: 'POST', idempotencyKey: 'row-1', body: eventBody(), signal });
    const outcome = hanging.catch(() => 'gave up');
    await untilInProgress(server);
    abort();
    expect(await outcome).toBe('gave up');
    expect(server.events()).toHaveLength(effects);
    // The key is free once the server has noticed, so the retry creates or replays.
    let retry = await create(server, 'row-1');
    while (retry.status === 409) retry = await create(server, 'row-1');
    expect(retry.status).toBe(201);
    expect(server.effectsByKey().get('row-1')).toBe(1);
  });

  test('hanging requests end when the server is closed', async () => {
    const server = await startForTest();
    server.faults.next('hangAfterCommit');
    const hanging = send(server, '/channels').catch(() => 'closed');
    await untilInProgress(server);
    await server.close();
    expect(await hanging).toBe('closed');
  });

  test('stuckInProgress drops the connection, creates nothing and blocks the key', async () => {
    expect(await play('stuckInProgress')).toMatchObject({ first: null, effects: 0, retry: 409, effectsAfterRetry: 0 });
  });

  test.each([
    ['rateLimited', 429, 'seconds', '3'],
    ['rateLimited', 429, 'date', 'Fri, 12 Jun 2026 10:00:03 GMT'],
    ['rateLimited', 429, 'none', null],
    ['unavailable', 503, 'seconds', '3'],
    ['unavailable', 503, 'date', 'Fri, 12 Jun 2026 10:00:03 GMT'],
    ['unavailable', 503, 'none', null],
  ] as const)('%s is %i with Retry-After as %s', async (kind, status, retryAfter, expected) => {
    const server = await startForTest({ clock: testClock() });
    server.faults.next(kind, { retryAfter, retryAfterMs: 2500 });
    const response = await create(server, 'row-1');
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(expected);
    expect(server.events()).toEqual([]);
  });

  test('rateLimited has the error envelope', async () => {
    const { first } = await play('rateLimited');
    expect(JSON.parse(first?.text ?? '').error.code).toBe('rate_limited');
  });
});

describe('plans', () => {
  test('scripted faults come in order, as often as they say, on their route only', async () => {
    const server = await startForTest();
    server.faults.next('errorAfterCommit', { times: 2, route: 'POST /events' });
    server.faults.next('rateLimited', { route: 'GET /channels' });
    server.faults.next('captivePortal', { route: 'POST /events' });
    expect((await send(server, '/channels')).status).toBe(429);
    expect((await send(server, '/channels')).status).toBe(200);
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await create(server, `row-${attempt}`)).status);
    expect(statuses).toEqual([500, 500, 200, 201]);
    expect(server.faults.planned()).toEqual({ scripted: [], random: [] });
    expect(server.requests().map(({ fault }) => fault)).toEqual([
      'rateLimited',
      undefined,
      'errorAfterCommit',
      'errorAfterCommit',
      'captivePortal',
      undefined,
    ]);
  });

  test('routes with a parameter and outside the API base have names too', async () => {
    const server = await startForTest();
    server.faults.next('errorBeforeCommit', { route: 'GET /api/llm/events' });
    server.faults.next('errorBeforeCommit', { route: 'PATCH /events/{id}' });
    expect((await send(server, '//api/llm/events')).status).toBe(500);
    expect((await send(server, '/events/1', { method: 'PATCH', body: {} })).status).toBe(500);
  });

  test('a route that does not exist is refused, because its fault would never be played', async () => {
    const server = await startForTest();
    expect(() => server.faults.next('slow', { route: 'POST /event' })).toThrow('There is no POST /event, only GET /ch');
    expect(() => server.faults.random('slow', { route: 'GET /', probability: 1 })).toThrow('There is no GET /');
  });

  test('clear forgets everything', async () => {
    const server = await startForTest();
    server.faults.next('errorBeforeCommit');
    server.faults.random('errorBeforeCommit', { probability: 1 });
    server.faults.clear();
    expect((await send(server, '/channels')).status).toBe(200);
  });

  test('chance is repeatable with a seed, and follows the probability', async () => {
    const run = async (seed: number) => {
      const server = await startForTest({ random: seededRandom(seed) });
      server.faults.random('errorBeforeCommit', { probability: 0.3, route: 'GET /channels' });
      const statuses = [];
      for (let request = 0; request < 100; request += 1) statuses.push((await send(server, '/channels')).status);
      return statuses;
    };
    const [one, again, other] = [await run(7), await run(7), await run(8)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    const failures = one.filter((status) => status === 500).length;
    expect(failures).toBeGreaterThan(15);
    expect(failures).toBeLessThan(45);
  });

  test('a scripted fault goes before chance', async () => {
    const server = await startForTest();
    server.faults.random('errorBeforeCommit', { probability: 1 });
    server.faults.next('rateLimited');
    expect((await send(server, '/channels')).status).toBe(429);
    expect((await send(server, '/channels')).status).toBe(500);
  });

  test('an answer that was lost after a refusal has created nothing', async () => {
    const server = await startForTest();
    server.faults.next('resetAfterCommit');
    await expect(create(server, 'row-1', { title: '' })).rejects.toThrow();
    expect(server.events()).toEqual([]);
    expect(await read(create(server, 'row-1'))).toMatchObject({ status: 201 });
  });
});
