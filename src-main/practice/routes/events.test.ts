import { describe, expect, test } from 'vitest';
import { base, create, eventBody, read, send, startForTest, testClock } from '../test-support.ts';

describe('POST /events', () => {
  test('creates an event and gives it back below doc', async () => {
    const clock = testClock();
    const server = await startForTest({ clock });
    const at = '2026-06-12T10:00:00.000Z';
    const doc = { id: 1001, ...eventBody(), createdAt: at, updatedAt: at };
    expect(await read(create(server, 'cms-post-123-create'))).toMatchObject({ status: 201, body: { doc } });
    expect(server.events()).toEqual([
      { doc, idempotencyKey: 'cms-post-123-create', payloadHash: expect.any(String), committedAt: clock.now() },
    ]);
  });

  test('takes everything that the page shows', async () => {
    const server = await startForTest();
    const extra = {
      endAt: '2026-06-12T23:00:00-04:00',
      locationName: 'The roof',
      coverImage: 42,
      offers: [{ name: 'General', url: 'https://tickets.example/1', availability: 'available' }],
      description: 'Bring a blanket.',
      capacity: 80,
    };
    expect((await read(create(server, undefined, extra))).body.doc).toMatchObject(extra);
  });

  test('is a draft unless it says otherwise, and ignores unknown properties', async () => {
    const server = await startForTest();
    const { body } = await read(create(server, undefined, { status: undefined, colour: 'red', id: 7 }));
    expect(body.doc).toMatchObject({ status: 'draft', id: 1001 });
    expect(body.doc).not.toHaveProperty('colour');
  });

  test.each<[string, Record<string, unknown>]>([
    ['channelId', { channelId: undefined }],
    ['channelId', { channelId: '101' }],
    ['title', { title: undefined }],
    ['title', { title: '  ' }],
    ['startAt', { startAt: undefined }],
    ['startAt', { startAt: '2026-06-12T20:00:00' }],
    ['startAt', { startAt: '2026-06-12' }],
    ['startAt', { startAt: '2026-02-30T20:00:00Z' }],
    ['endAt', { endAt: '2026-06-12T19:59:59-04:00' }],
    ['endAt', { endAt: null }],
    ['timezone', { timezone: undefined }],
    ['timezone', { timezone: 'Mars/Olympus' }],
    ['timezone', { timezone: '+02:00' }],
    ['classifications', { classifications: undefined }],
    ['classifications', { classifications: [] }],
    ['classifications.1', { classifications: ['music', 'yodelling'] }],
    ['approxLocation', { approxLocation: undefined }],
    ['approxLocation.city', { approxLocation: {} }],
    ['approxLocation.city.placeId', { approxLocation: { city: {} } }],
    ['approxLocation.city.placeId', { approxLocation: { city: { placeId: 7 } } }],
    ['approxLocation.city.countryCode', { approxLocation: { city: { placeId: 'p', countryCode: 'USA' } } }],
    ['status', { status: 'live' }],
    ['coverImage', { coverImage: 'https://images.example/1.png' }],
    ['offers.0.url', { offers: [{ name: 'Door', url: 'javascript:alert(1)' }] }],
    ['capacity', { capacity: 0 }],
  ])('refuses a bad %s: %j', async (field, change) => {
    const server = await startForTest();
    const answer = await read(create(server, 'row-1', change));
    expect(answer).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(answer.body.error.details).toEqual({ field, issue: expect.any(String) });
    expect(server.events()).toEqual([]);
  });

  test.each<[string, string, string | undefined]>([
    ['broken JSON', 'application/json', '{"title":'],
    ['no body', 'application/json', undefined],
    ['an array', 'application/json', '[]'],
    ['plain text', 'text/plain', 'Jazz'],
    ['a form', 'application/x-www-form-urlencoded', 'title=Jazz'],
    ['more than a megabyte', 'application/json', JSON.stringify({ title: 'x'.repeat(2 ** 20) })],
  ])('refuses %s with 400', async (_, type, body) => {
    const server = await startForTest();
    const headers = { authorization: `Bearer ${server.key}`, 'content-type': type };
    const answer = await read(fetch(`${server.url}${base}/events`, { method: 'POST', headers, body: body ?? null }));
    expect(answer).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('somebody else’s channel is 403 forbidden, an unknown one 404, and neither creates anything', async () => {
    const server = await startForTest();
    expect(await read(create(server, 'a', { channelId: 909 }))).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await read(create(server, 'b', { channelId: 4242 }))).toMatchObject({ status: 404, code: 'not_found' });
    expect(server.events()).toEqual([]);
  });
});

describe('GET /events', () => {
  test('gives the owner’s events, drafts too, newest first, in the minimal envelope', async () => {
    const server = await startForTest();
    for (const status of ['draft', 'published', 'draft']) await create(server, undefined, { status });
    const first = await read(send(server, '/events?limit=2'));
    expect(Object.keys(first.body).sort()).toEqual(['docs', 'limit', 'page', 'totalDocs']);
    expect(first.body).toMatchObject({ totalDocs: 3, limit: 2, page: 1, docs: [{ id: 1003 }, { id: 1002 }] });
    expect((await read(send(server, '/events?limit=2&page=2'))).body).toMatchObject({ page: 2, docs: [{ id: 1001 }] });
    expect((await read(send(server, '/events?page=3'))).body.docs).toEqual([]);
    expect((await read(send(server, '/events?limit=1000'))).body.limit).toBe(100);
  });

  test('does not show the events of other owners', async () => {
    const server = await startForTest();
    await create(server);
    const key = server.addKey({ owner: 'someone-else', scopes: ['events:read', 'events:create'] });
    await send(server, '/events', { method: 'POST', key, body: eventBody({ channelId: 909 }) });
    expect((await read(send(server, '/events', { key }))).body.docs).toMatchObject([{ id: 1002 }]);
    expect((await read(send(server, '/events'))).body.docs).toMatchObject([{ id: 1001 }]);
  });
});

describe('PATCH /events/{id}', () => {
  const patch = (server: Parameters<typeof send>[0], id: number | string, body: unknown) =>
    read(send(server, `/events/${id}`, { method: 'PATCH', body }));

  test('changes what it names and keeps the rest', async () => {
    const clock = testClock();
    const server = await startForTest({ clock, scopes: ['events:create', 'events:update'] });
    const { body } = await read(create(server));
    clock.advance(60_000);
    const answer = await patch(server, body.doc.id, { title: 'Moved indoors', channelId: 102 });
    const doc = { ...body.doc, title: 'Moved indoors', updatedAt: '2026-06-12T10:01:00.000Z' };
    expect(answer).toMatchObject({ status: 200, body: { doc } });
    expect(answer.body.doc.channelId).toBe(101);
    expect(server.events()[0]?.doc).toEqual(doc);
  });

  test('checks the field, and the dates against each other', async () => {
    const server = await startForTest({ scopes: ['events:create', 'events:update'] });
    await create(server);
    expect((await patch(server, 1001, { title: 7 })).body.error.details.field).toBe('title');
    expect((await patch(server, 1001, { endAt: '2026-01-01T00:00:00Z' })).body.error.details.field).toBe('endAt');
    expect((await patch(server, 'jazz', {})).body.error.details.field).toBe('id');
  });

  test('an unknown event and somebody else’s are both 404', async () => {
    const server = await startForTest({ scopes: ['events:create', 'events:update'] });
    await create(server);
    expect(await patch(server, 5, {})).toMatchObject({ status: 404, code: 'not_found' });
    const key = server.addKey({ owner: 'someone-else', scopes: ['events:update'] });
    expect((await send(server, '/events/1001', { method: 'PATCH', key, body: {} })).status).toBe(404);
  });
});
