import { expect, test } from 'vitest';
import { create, read, send, startForTest } from '../test-support.ts';

test('anyone may read published events, by start, with attribution and a canonical URL that leads somewhere', async () => {
  const server = await startForTest();
  await create(server, 'late', { title: 'Late', startAt: '2026-06-13T20:00:00-04:00' });
  await create(server, 'secret', { title: 'Secret', status: 'draft' });
  await create(server, 'early', { title: 'Early <b>', endAt: '2026-06-12T23:00:00-04:00' });
  const { status, body } = await read(send(server, '//api/llm/events', { key: null }));
  expect(status).toBe(200);
  expect(body).toMatchObject({ attribution: { text: expect.any(String) }, totalDocs: 2, page: 1, limit: 20 });
  expect(body.docs[0]).toEqual({
    id: 1003,
    title: 'Early <b>',
    url: `${server.url}/events/1003`,
    startAt: '2026-06-12T20:00:00-04:00',
    endAt: '2026-06-12T23:00:00-04:00',
    timezone: 'America/New_York',
    classifications: ['music'],
    channel: 'The Lantern Room',
    city: { name: 'New York', countryCode: 'US' },
  });
  expect(body.docs[1].title).toBe('Late');

  const page = await fetch(body.docs[0].url);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('<h1>Early &#60;b&#62;</h1>');
});

test('never tells the exact place', async () => {
  const server = await startForTest();
  await create(server, 'a', { locationName: 'Ring at the blue door' });
  const feed = await (await send(server, '//api/llm/events')).text();
  const page = await (await fetch(`${server.url}/events/1001`)).text();
  for (const text of [feed, page]) {
    expect(text).not.toContain('blue door');
    expect(text).not.toContain('place-new-york');
  }
});

test('drafts and unknown events have no page', async () => {
  const server = await startForTest();
  await create(server, 'a', { status: 'draft' });
  for (const id of ['1001', '7', 'x']) expect((await fetch(`${server.url}/events/${id}`)).status).toBe(404);
});
