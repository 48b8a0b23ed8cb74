import { expect, test } from 'vitest';
import { read, send, startForTest } from '../test-support.ts';

const many = Array.from({ length: 250 }, (_, index) => ({
  id: index + 1,
  name: `Room ${index}`,
  slug: `room-${index}`,
}));

test('GET /channels gives the owner’s channels in the full envelope, and not somebody else’s', async () => {
  const server = await startForTest();
  const { body } = await read(send(server, '/channels'));
  expect(body).toEqual({
    docs: [
      { id: 101, name: 'The Lantern Room', slug: 'the-lantern-room' },
      { id: 102, name: 'Courtyard Sessions', slug: 'courtyard-sessions' },
      { id: 103, name: 'Workshop Loft', slug: 'workshop-loft' },
    ],
    page: 1,
    limit: 20,
    totalDocs: 3,
    totalPages: 1,
    hasNextPage: false,
    hasPrevPage: false,
  });
});

test('the limit is clamped to 100 without an error, and the pages cover everything once', async () => {
  const server = await startForTest({ channels: many });
  const pages = await Promise.all([1, 2, 3].map((page) => read(send(server, `/channels?page=${page}&limit=500`))));
  expect(pages.map(({ body }) => [body.docs.length, body.limit, body.hasNextPage, body.hasPrevPage])).toEqual([
    [100, 100, true, false],
    [100, 100, true, true],
    [50, 100, false, true],
  ]);
  expect(pages.flatMap(({ body }) => body.docs)).toEqual(many);
  expect(pages[0]?.body).toMatchObject({ totalDocs: 250, totalPages: 3 });
});

test('a page after the last one is empty, and so is the list of an owner without channels', async () => {
  const server = await startForTest();
  expect((await read(send(server, '/channels?page=9'))).body).toMatchObject({ docs: [], page: 9, hasNextPage: false });
  const key = server.addKey({ owner: 'newcomer' });
  expect((await read(send(server, '/channels', { key }))).body).toMatchObject({
    docs: [],
    totalDocs: 0,
    totalPages: 1,
  });
});

test.each(['page=0', 'page=x', 'limit=0', 'limit=-1', 'limit=1.5', 'page='])(
  '%s is a 400 that names the field',
  async (query) => {
    const server = await startForTest();
    const answer = await read(send(server, `/channels?${query}`));
    expect(answer).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(answer.body.error.details.field).toBe(query.split('=')[0]);
  },
);

test('GET /classifications needs a key but no scope', async () => {
  const server = await startForTest({ scopes: [] });
  const { status, body } = await read(send(server, '/classifications'));
  expect(status).toBe(200);
  expect(body.docs).toContainEqual({ slug: 'music', name: 'Music' });
  expect((await send(server, '/classifications', { key: null })).status).toBe(401);
});
