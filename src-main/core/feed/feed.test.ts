import { expect, test } from 'vitest';
import { create, startForTest } from '#practice/test-support.ts';
import type { Fetch } from '../ports.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, nodeFetch, openOrganizer, publishAll } from '../testing/organizers.ts';

type Answers = { robots?: () => Response; feed?: (page: number) => Response };

/** One event delivered; the feed and robots.txt answer as a test wants. */
async function delivered({ robots, feed }: Answers = {}, change: Parameters<typeof addDrafts>[2] = {}) {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const asked: { path: string; key: string | null }[] = [];
  const fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    if (!pathname.startsWith('/api/public'))
      asked.push({ path: pathname, key: new Headers(init?.headers).get('authorization') });
    if (pathname === '/robots.txt' && robots) return robots();
    if (pathname === '/api/llm/events' && feed) return feed(Number(searchParams.get('page') ?? 1));
    return nodeFetch(url, init);
  };
  const organizer = await openOrganizer({ server, clock, fetch });
  await organizer.keys.set(server.key);
  const [id = ''] = addDrafts(organizer, 1, { publishAs: 'published', locationName: 'Secret cellar', ...change });
  publishAll(organizer);
  await organizer.drain();
  asked.length = 0;
  return { server, organizer, id, asked };
}

test('a published event is found in the feed, with its canonical address and whom to name, and without a key', async () => {
  const { server, organizer, id, asked } = await delivered();
  const seen = await organizer.checkVisible(id);
  expect(seen).toMatchObject({
    state: 'visible',
    url: `${server.url}/events/1001`,
    attribution: expect.stringContaining('Practice'),
  });
  expect(JSON.stringify(seen)).not.toContain('cellar');
  expect(asked).toEqual([
    { path: '/robots.txt', key: null },
    { path: '/api/llm/events', key: null },
  ]);
});

test('it is looked for on further pages, and no further than it is found', async () => {
  const { server, organizer, id, asked } = await delivered({}, { startLocal: '2026-12-31T20:00' });
  for (let n = 0; n < 150; n += 1) await create(server, `e${n}`, { title: `E${n}` });
  expect(await organizer.checkVisible(id)).toMatchObject({ state: 'visible' });
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('what was sent as a draft is not asked for', async () => {
  const { organizer, id, asked } = await delivered({}, { publishAs: 'draft' });
  expect(await organizer.checkVisible(id)).toMatchObject({
    state: 'notFound',
    message: expect.stringContaining('sent as a draft'),
  });
  expect(asked).toEqual([]);
});

const page = (docs: unknown[], more: object = {}) => Response.json({ docs, ...more });
const whole = { page: 1, limit: 100, totalDocs: 0 };

test.each<[string, () => Response, string, boolean]>([
  ['a whole feed without it', () => page([], whole), 'Moderation may hold it', true],
  [
    'a feed that does not say where it ends',
    () => page([{ id: 5, title: 'Other' }]),
    'the part of the public feed',
    false,
  ],
])('%s', async (_, feed, words, complete) => {
  const { organizer, id } = await delivered({ feed });
  expect(await organizer.checkVisible(id)).toMatchObject({
    state: 'notFound',
    complete,
    message: expect.stringContaining(words),
  });
});

test.each<[string, Response]>([
  ['a bare list', Response.json([{ id: '1001', name: 'Event 1', link: 'https://pinned.example/e/1' }])],
  ['another name for the list', Response.json({ items: [{ id: 1001, canonical_url: 'https://pinned.example/e/1' }] })],
  [
    'no ids, but title and start',
    Response.json({ events: [{ title: 'Event 1', start: '2026-07-13T00:00:00Z', url: 'https://pinned.example/e/1' }] }),
  ],
])('an unknown shape is understood as far as it goes: %s', async (_, feed) => {
  const { organizer, id } = await delivered({ feed: () => feed.clone() });
  expect(await organizer.checkVisible(id)).toMatchObject({ state: 'visible', url: 'https://pinned.example/e/1' });
});

test.each<[string, () => Response, string]>([
  ['a page for people', () => new Response('<html>'), 'a form that this app does not know'],
  ['no list', () => Response.json({ text: 'events' }), 'a form that this app does not know'],
  ['a list of something else', () => Response.json([1, { colour: 'red' }]), 'a form that this app does not know'],
  ['trouble', () => new Response('', { status: 500 }), 'status 500'],
  ['a limit', () => new Response('', { status: 429, headers: { 'retry-after': '30' } }), 'try again in 30 s'],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } }),
    'status 302',
  ],
])('what tells nothing is said plainly: %s', async (_, feed, words) => {
  const { organizer, id } = await delivered({ feed });
  expect(await organizer.checkVisible(id)).toMatchObject({ state: 'unknown', message: expect.stringContaining(words) });
});

test.each<[string, () => Response, string]>([
  ['forbids programs', () => new Response('User-agent: *\nDisallow: /api/'), 'does not allow'],
  ['forbids this one', () => new Response('User-agent: PinnedOrganizer\nDisallow: /'), 'does not allow'],
  ['cannot be read', () => new Response('', { status: 503 }), 'could not be read'],
])('robots.txt that %s keeps away from the feed', async (_, robots, words) => {
  const { organizer, id, asked } = await delivered({ robots });
  expect(await organizer.checkVisible(id)).toMatchObject({ state: 'unknown', message: expect.stringContaining(words) });
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt']);
});

test('an address that no browser should open is not shown', async () => {
  const { organizer, id } = await delivered({
    feed: () => Response.json([{ id: 1001, title: 'Event 1', url: 'javascript:alert(1)' }]),
  });
  expect(await organizer.checkVisible(id)).toMatchObject({ state: 'visible', url: null });
});

test('only what was published can be looked for', async () => {
  const { organizer } = await delivered();
  const [other = ''] = addDrafts(organizer, 1, { title: 'Not yet' });
  await expect(organizer.checkVisible(other)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(organizer.checkVisible('none')).rejects.toMatchObject({ code: 'not_found' });
});
