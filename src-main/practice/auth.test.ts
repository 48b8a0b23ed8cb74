import { describe, expect, test } from 'vitest';
import { type Scope, startPracticeServer } from './server.ts';
import { base, create, eventBody, read, send, startForTest, testClock } from './test-support.ts';

describe('401 invalid_api_key', () => {
  test.each([
    ['missing', {}],
    ['without Bearer', { authorization: 'the key' }],
    ['Basic', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['empty', { authorization: 'Bearer ' }],
    ['unknown', { authorization: 'Bearer nobody-knows-me' }],
    ['unknown in x-api-key', { 'x-api-key': 'nobody-knows-me' }],
  ])('%s', async (_, headers: Record<string, string>) => {
    const server = await startForTest();
    expect(await read(fetch(`${server.url}${base}/channels`, { headers }))).toMatchObject({
      status: 401,
      code: 'invalid_api_key',
    });
  });

  test('revoked, and restored by adding the same secret again', async () => {
    const server = await startForTest();
    server.revokeKey(server.key);
    expect((await send(server, '/channels')).status).toBe(401);
    server.addKey({ key: server.key });
    expect((await send(server, '/channels')).status).toBe(200);
  });

  test('expired', async () => {
    const clock = testClock();
    const server = await startForTest({ clock });
    const key = server.addKey({ expiresAt: clock.now() + 1000 });
    expect((await send(server, '/channels', { key })).status).toBe(200);
    clock.advance(1000);
    expect((await send(server, '/channels', { key })).status).toBe(401);
  });

  test('comes before validation', async () => {
    const server = await startForTest();
    expect((await send(server, '/events', { method: 'POST', key: null, body: {} })).status).toBe(401);
  });
});

test('x-api-key works in place of Authorization, but not beside it', async () => {
  const server = await startForTest();
  const get = (headers: Record<string, string>) => read(fetch(`${server.url}${base}/channels`, { headers }));
  expect((await get({ 'x-api-key': server.key })).status).toBe(200);
  const both = await get({ 'x-api-key': server.key, authorization: `Bearer ${server.key}` });
  expect(both).toMatchObject({ status: 400, code: 'invalid_request' });
});

test('the new key works before the old one is revoked, and after', async () => {
  const server = await startForTest();
  const key = server.addKey({ scopes: ['channels:read'] });
  expect((await send(server, '/channels', { key })).status).toBe(200);
  server.revokeKey(server.key);
  expect((await send(server, '/channels', { key })).status).toBe(200);
});

const needed: [string, string, Scope][] = [
  ['GET', '/channels', 'channels:read'],
  ['POST', '/events', 'events:create'],
  ['GET', '/events', 'events:read'],
  ['PATCH', '/events/1001', 'events:update'],
  ['POST', '/media', 'media:create'],
];

test.each(needed)('%s %s needs %s', async (method, path, scope) => {
  const all = needed.map(([, , each]) => each);
  const server = await startForTest({ scopes: all.filter((each) => each !== scope) });
  const request = { method, ...(method !== 'GET' && { body: eventBody() }) };
  expect(await read(send(server, path, request))).toMatchObject({ status: 403, code: 'insufficient_scope' });
  server.setScopes(server.key, [scope]);
  expect((await send(server, path, request)).status).not.toBe(403);
});

test('the scope is checked before the channel', async () => {
  const server = await startForTest({ scopes: ['channels:read'] });
  for (const channelId of [909, 4242]) {
    expect(await read(create(server, undefined, { channelId }))).toMatchObject({ code: 'insufficient_scope' });
  }
});

test('setScopes refuses a key that does not exist', async () => {
  const server = await startPracticeServer();
  expect(() => server.setScopes('nobody', [])).toThrow('does not exist');
  await server.close();
});

test('by default the first key may list channels, create and read, and nothing else', async () => {
  const server = await startForTest();
  expect((await send(server, '/channels')).status).toBe(200);
  expect((await create(server)).status).toBe(201);
  expect((await send(server, '/events')).status).toBe(200);
  expect((await send(server, '/events/1001', { method: 'PATCH', body: {} })).status).toBe(403);
});
