import { describe, expect, test } from 'vitest';
import type { ApiClient } from './client.ts';
import { type Exchange, NO_LIMITS } from './exchange.ts';
import { ReadRefused, readPages, refusal } from './reading.ts';

const answer = (status: number, json?: unknown, html = false, retryAfterMs: number | null = null): Exchange => ({
  kind: 'answer',
  status,
  json,
  html,
  retryAfterMs,
  limits: NO_LIMITS,
});

/** Reads to the end; returns the items, the paths that were asked for, and whether the list was complete. */
async function read(pages: (page: number) => unknown, mostPages?: number) {
  const paths: string[] = [];
  const api: ApiClient = {
    send: async ({ path }) => {
      paths.push(path);
      return answer(200, pages(Number(new URLSearchParams(path.split('?')[1]).get('page'))));
    },
  };
  const items: unknown[] = [];
  let complete = false;
  for await (const { docs, last } of readPages({ api, key: 'k' }, '/events', mostPages)) {
    items.push(...docs);
    complete = last;
  }
  return { items, paths, complete };
}

const slice = (page: number, limit: number, total: number) =>
  Array.from({ length: total }, (_, index) => index).slice((page - 1) * limit, page * limit);

test('the full envelope is followed while it says that there is more', async () => {
  const { items, paths, complete } = await read((page) => ({
    docs: slice(page, 100, 250),
    page,
    limit: 100,
    totalDocs: 250,
    totalPages: 3,
    hasNextPage: page < 3,
    hasPrevPage: page > 1,
  }));
  expect(items).toHaveLength(250);
  expect(paths).toEqual([1, 2, 3].map((page) => `/events?page=${page}&limit=100`));
  expect(complete).toBe(true);
});

test('the short envelope is followed by its total and by the limit that was really used', async () => {
  const { items, paths } = await read((page) => ({ docs: slice(page, 40, 90), page, limit: 40, totalDocs: 90 }));
  expect(items).toEqual(slice(1, 90, 90));
  expect(paths).toHaveLength(3);
});

test('an empty list has one empty page', async () => {
  const { items, paths, complete } = await read((page) => ({ docs: [], page, limit: 100, totalDocs: 0 }));
  expect([items, paths.length, complete]).toEqual([[], 1, true]);
});

test('a list that never ends is left, and is not called complete', async () => {
  const endless = await read((page) => ({ docs: [page], page, limit: 1, totalDocs: 9, hasNextPage: true }), 5);
  expect([endless.paths.length, endless.complete]).toEqual([5, false]);
  const empty = await read((page) => ({ docs: [], page, limit: 1, totalDocs: 9 }));
  expect([empty.paths.length, empty.complete]).toEqual([1, false]);
});

test.each([undefined, {}, { docs: {} }, [], { docs: [], page: 0, limit: 1, totalDocs: 0 }])(
  '%o is no page',
  async (json) => {
    await expect(read(() => json)).rejects.toMatchObject({ code: 'platform_error' });
  },
);

describe('a refused read means', () => {
  const error = (code: string) => ({ error: { code, message: 'Because.' } });
  test.each<[string, Exchange, string]>([
    ['the network', { kind: 'noAnswer', left: false, code: 'ECONNREFUSED' }, 'offline'],
    ['the network', { kind: 'noAnswer', left: true, code: 'timeout' }, 'offline'],
    ['the guest network', answer(200, undefined, true), 'offline'],
    ['the guest network', answer(302), 'offline'],
    ['the key', answer(401, error('invalid_api_key')), 'key_refused'],
    ['the scope', answer(403, error('insufficient_scope')), 'scope_missing'],
    ['the platform', answer(403, error('forbidden')), 'platform_error'],
    ['patience', answer(429, error('rate_limited'), false, 1_500), 'platform_error'],
    ['the platform', answer(500, error('internal_error')), 'platform_error'],
  ])('%s: %o is %s', (_what, exchange, code) => {
    const refused = refusal(exchange);
    expect(refused).toBeInstanceOf(ReadRefused);
    expect(refused).toMatchObject({ code, exchange });
  });

  test('the wait is said in seconds, rounded up', () => {
    expect(refusal(answer(429, undefined, false, 1_500)).message).toContain('in 2 s');
  });
});
