import { describe, expect, test } from 'vitest';
import { create, read, send, startForTest, testClock } from './test-support.ts';

const limit = { limit: 2, windowMs: 90_500 };

test('without a limit there are no rate limit headers', async () => {
  const server = await startForTest();
  const { headers } = await send(server, '/channels');
  expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
});

test('counts down, refuses with 429, and starts again after the window', async () => {
  const clock = testClock();
  const server = await startForTest({ clock, rateLimit: limit });
  const remaining = async () => (await send(server, '/channels')).headers.get('x-ratelimit-remaining');
  expect([await remaining(), await remaining()]).toEqual(['1', '0']);
  const refused = await read(create(server, 'row-1'));
  expect(refused).toMatchObject({ status: 429, code: 'rate_limited' });
  expect(refused.headers.get('x-ratelimit-limit')).toBe('2');
  expect(server.events()).toEqual([]);
  clock.advance(90_499);
  expect((await send(server, '/channels')).status).toBe(429);
  clock.advance(1);
  expect(await remaining()).toBe('1');
});

test('every API key has its own window, and refused or public requests use none', async () => {
  const server = await startForTest({ rateLimit: limit });
  await send(server, '/channels', { key: 'unknown' });
  await send(server, '//api/llm/events', { key: null });
  await send(server, '/channels');
  await send(server, '/channels');
  expect((await send(server, '/channels')).status).toBe(429);
  expect((await send(server, '/channels', { key: server.addKey() })).status).toBe(200);
});

test('error answers carry the headers too', async () => {
  const server = await startForTest({ rateLimit: limit });
  expect((await create(server, 'a', { title: '' })).headers.get('x-ratelimit-remaining')).toBe('1');
});

describe('header styles, 90.5 seconds before the end of the window', () => {
  const end = Date.UTC(2026, 5, 12, 10, 1, 30, 500);
  test.each([
    ['seconds', '91'],
    ['ms', '90500'],
    ['unix', String(Math.ceil(end / 1000))],
    ['date', 'Fri, 12 Jun 2026 10:01:31 GMT'],
  ] as const)('X-RateLimit-Reset as %s', async (resetStyle, expected) => {
    const server = await startForTest({ clock: testClock(), rateLimit: { ...limit, resetStyle } });
    expect((await send(server, '/channels')).headers.get('x-ratelimit-reset')).toBe(expected);
  });

  test.each([
    ['seconds', '91'],
    ['date', 'Fri, 12 Jun 2026 10:01:31 GMT'],
    ['none', null],
  ] as const)('Retry-After as %s', async (retryAfter, expected) => {
    const server = await startForTest({ clock: testClock(), rateLimit: { ...limit, limit: 1, retryAfter } });
    expect((await send(server, '/channels')).headers.get('retry-after')).toBeNull();
    const refused = await send(server, '/channels');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe(expected);
  });
});

test('setRateLimit replaces the limit at run time', async () => {
  const server = await startForTest({ rateLimit: { limit: 1, windowMs: 1000 }, clock: testClock() });
  await send(server, '/channels');
  expect((await send(server, '/channels')).status).toBe(429);
  server.setRateLimit({ limit: 1, windowMs: 1000 });
  expect((await send(server, '/channels')).status).toBe(200);
  server.setRateLimit(null);
  expect((await send(server, '/channels')).status).toBe(200);
});
