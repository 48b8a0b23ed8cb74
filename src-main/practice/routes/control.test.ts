import { expect, test } from 'vitest';
import { PracticeReportSchema } from '../server.ts';
import { create, read, send, startForTest } from '../test-support.ts';

test('GET /practice/report tells what happened, without the key', async () => {
  const server = await startForTest();
  await create(server, 'row-1');
  await create(server, 'row-1');
  await send(server, '/channels?page=1');
  const text = await (await send(server, '//practice/report')).text();
  expect(text).not.toContain(server.key);
  const report = PracticeReportSchema.parse(JSON.parse(text));
  expect(report).toEqual(JSON.parse(JSON.stringify(server.report())));
  expect(report).toMatchObject({
    events: [{ idempotencyKey: 'row-1', doc: { id: 1001 } }],
    effectsByKey: { 'row-1': 1 },
    requestsByKey: { 'row-1': 2 },
    requests: [
      { method: 'POST', path: '/api/public/v1/events', status: 201, idempotencyKey: 'row-1' },
      { status: 201, replayed: true },
      { method: 'GET', path: '/api/public/v1/channels', status: 200 },
    ],
  });
});

test('the controls need the first key, also after it was revoked', async () => {
  const server = await startForTest();
  const other = server.addKey();
  for (const key of [null, 'wrong', other]) {
    for (const [method, path] of [
      ['GET', 'report'],
      ['GET', 'faults'],
      ['PUT', 'faults'],
      ['PUT', 'key'],
      ['PUT', 'rate-limit'],
    ]) {
      expect((await send(server, `//practice/${path}`, { method: method ?? '', key })).status).toBe(401);
    }
  }
  server.revokeKey(server.key);
  expect((await send(server, '//practice/report')).status).toBe(200);
});

test('PUT /practice/faults replaces all plans', async () => {
  const server = await startForTest();
  const put = (body: unknown) => send(server, '//practice/faults', { method: 'PUT', body });
  server.faults.next('captivePortal');
  await put({ scripted: [{ kind: 'rateLimited', retryAfter: 'none', times: 2 }] });
  expect([(await send(server, '/channels')).status, (await send(server, '/channels')).status]).toEqual([429, 429]);
  expect((await send(server, '/channels')).status).toBe(200);

  await put({ random: [{ kind: 'errorBeforeCommit', probability: 1, route: 'GET /channels' }], seed: 3 });
  expect((await send(server, '/channels')).status).toBe(500);
  const { body } = await read(send(server, '//practice/faults'));
  expect(body).toMatchObject({ scripted: [], random: [{ kind: 'errorBeforeCommit', probability: 1 }] });
  await put({});
  expect((await send(server, '/channels')).status).toBe(200);
});

test.each([
  { scripted: [{ kind: 'meteorite' }] },
  { scripted: [{ kind: 'slow', delay: 5 }] },
  { random: [{ kind: 'slow' }] },
  { random: [{ kind: 'slow', probability: 2 }] },
  { script: [] },
  { scripted: [], random: [{ kind: 'slow', probability: 1, route: 'POST /event' }] },
])('PUT /practice/faults refuses %j, and keeps the old plans', async (body) => {
  const server = await startForTest();
  server.faults.next('captivePortal');
  expect((await send(server, '//practice/faults', { method: 'PUT', body })).status).toBe(400);
  expect(server.faults.planned().scripted).toHaveLength(1);
});

test('the controls meet no fault and no limit, and are not logged', async () => {
  const server = await startForTest({ rateLimit: { limit: 1, windowMs: 60_000 } });
  server.faults.random('resetBeforeCommit', { probability: 1 });
  for (let time = 0; time < 3; time += 1) expect((await send(server, '//practice/report')).status).toBe(200);
  expect(server.requests()).toEqual([]);
});

test('PUT /practice/rate-limit and /practice/key change the server at run time', async () => {
  const server = await startForTest();
  const put = (path: string, body: unknown) => send(server, `//practice/${path}`, { method: 'PUT', body });
  await put('rate-limit', { limit: 1, windowMs: 60_000, retryAfter: 'date' });
  await send(server, '/channels');
  expect((await send(server, '/channels')).headers.get('retry-after')).toMatch(/GMT$/);
  await put('rate-limit', null);
  expect((await send(server, '/channels')).status).toBe(200);

  await put('key', { scopes: ['events:create'] });
  expect((await send(server, '/channels')).status).toBe(403);
  await put('key', { revoked: true });
  expect((await send(server, '/channels')).status).toBe(401);
  await put('key', { revoked: false, scopes: ['channels:read'] });
  expect((await send(server, '/channels')).status).toBe(200);
  expect((await put('key', { scopes: ['root'] })).status).toBe(400);
});
