import { expect, test } from 'vitest';
import { z } from 'zod';
import { startForTest } from '#practice/test-support.ts';
import type { Fetch } from '../ports.ts';
import { bentFetch } from '../testing/bent-fetch.ts';
import { addDrafts, exactlyOnce, nodeFetch, openOrganizer, publishAll } from '../testing/organizers.ts';

const PATH = '/api/developer/openapi/public-api-v1';
const DAY_MS = 24 * 3_600_000;

/** A fetch that keeps the requests for the document, and answers them with `answer` where that is given. */
function documentFetch(answer?: () => Response) {
  const asked: Headers[] = [];
  const fetch: Fetch = async (url, init) => {
    if (!url.endsWith(PATH)) return nodeFetch(url, init);
    asked.push(new Headers(init?.headers));
    return answer ? answer() : nodeFetch(url, init);
  };
  return { asked, fetch };
}

const SentBody = z.object({ description: z.string().optional(), capacity: z.number().optional() });
const texts = { description: 'Bring a coat.', capacity: 80 };

/** The extra fields of the events that the server has. */
const received = (server: { events(): { doc: unknown }[] }) => server.events().map(({ doc }) => SentBody.parse(doc));

test('on connect it is asked for without the key, and again after a day, only if it changed', async () => {
  const server = await startForTest();
  const { asked, fetch } = documentFetch();
  const organizer = await openOrganizer({ server, fetch });
  await organizer.keys.set(server.key);
  expect(asked.map((headers) => [headers.get('authorization'), headers.get('x-api-key')])).toEqual([[null, null]]);
  const first = organizer.contract();
  expect(first).toMatchObject({ version: 'v1', readAt: organizer.clock.now(), trouble: null, unsent: [] });
  expect(first.capabilities.routes.updateEvent).toMatchObject({ source: 'document', route: { method: 'PATCH' } });

  organizer.clock.advance(DAY_MS - 1);
  await organizer.keys.check();
  expect(asked).toHaveLength(1);
  organizer.clock.advance(2);
  const second = await organizer.refreshContract('ifDue');
  expect(asked[1]?.get('if-none-match')).toMatch(/^".+"$/);
  expect(server.requests().filter(({ path, status }) => path === PATH && status === 304)).toHaveLength(1);
  expect(second).toEqual({ ...first, readAt: organizer.clock.now() });
});

test('before the first contact nothing is asked, and the public pages are what is known', async () => {
  const server = await startForTest();
  const { asked, fetch } = documentFetch();
  const organizer = await openOrganizer({ server, fetch });
  const view = await organizer.refreshContract('now');
  expect(asked).toEqual([]);
  expect(view).toMatchObject({ readAt: null, version: null });
  expect(view.unsent).toEqual([
    { field: 'description', why: 'notRead' },
    { field: 'capacity', why: 'notRead' },
  ]);
});

test.each<[string, () => Response, string]>([
  ['a page of HTML', () => new Response('<!doctype html>'), 'it is not an OpenAPI 3 document'],
  ['too much', () => new Response(new Uint8Array(2 * 1024 * 1024 + 1)), 'it is longer than 2 MB'],
  ['an error', () => new Response('{}', { status: 503 }), 'the answer was status 503'],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: '/x' } }), 'the answer was status 302'],
])('%s is trouble that is told; what was read before stays, also after a restart', async (_, answer, trouble) => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  await organizer.keys.set(server.key);
  const known = organizer.contract();
  await organizer.close();
  const { asked, fetch } = documentFetch(answer);
  const again = await openOrganizer({ server, fetch, dataDir: organizer.dataDir, seed: 2 });
  expect(await again.refreshContract('now')).toEqual({ ...known, trouble });
  // Not at once again, but long before a day has passed.
  await again.refreshContract('ifDue');
  expect(asked).toHaveLength(1);
  again.clock.advance(3_600_001);
  await again.refreshContract('ifDue');
  expect(asked).toHaveLength(2);
});

test('description and capacity are sent when the document lists them, and only then', async () => {
  const server = await startForTest();
  const connected = await openOrganizer({ server });
  await connected.keys.set(server.key);
  addDrafts(connected, 1, texts);
  publishAll(connected);
  await connected.drain();
  expect(received(server)).toEqual([texts]);

  const other = await startForTest({ contract: 'minimal' });
  const without = await openOrganizer({ server: other });
  await without.keys.set(other.key);
  addDrafts(without, 1, texts);
  publishAll(without);
  await without.drain();
  expect(received(other)).toEqual([{}]);
  expect(without.contract().unsent.map(({ why }) => why)).toEqual(['notListed', 'notListed']);
});

test('frozen bytes stay as they are when the document comes to list more', async () => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  addDrafts(organizer, 1, texts);
  publishAll(organizer);
  await organizer.keys.set(server.key);
  expect(organizer.contract().unsent).toEqual([]);
  await organizer.drain();
  expect(received(server)).toEqual([{}]);
  expect(exactlyOnce(server, 1)).toBe(true);
});

test('another platform is never asked', async () => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  await organizer.keys.set(server.key);
  await organizer.close();
  const { asked, fetch } = documentFetch();
  const foreign = await openOrganizer({ fetch, dataDir: organizer.dataDir, apiUrl: 'https://pinned.invalid', seed: 2 });
  foreign.clock.advance(2 * DAY_MS);
  await foreign.refreshContract('ifDue');
  await expect(foreign.refreshContract('now')).rejects.toMatchObject({ code: 'wrong_platform' });
  expect(asked).toEqual([]);
});

test('in the background the document is asked for when a day has passed', async () => {
  const server = await startForTest();
  const { asked, fetch } = documentFetch();
  const organizer = await openOrganizer({ server, fetch });
  await organizer.keys.set(server.key);
  organizer.clock.advance(DAY_MS + 1);
  const askedAgain = new Promise<void>((resolve) => {
    organizer.onChanged((topics) => topics.includes('catalog') && asked.length === 2 && resolve());
  });
  organizer.startSending();
  await askedAgain;
  await organizer.stopSending();
  expect(asked.length).toBeGreaterThanOrEqual(2);
});

test('what an answer says of the end of its route is kept, and disturbs nothing', async () => {
  const server = await startForTest();
  const fetch = bentFetch({
    after: ({ method }, response) => {
      if (method !== 'POST') return response;
      const headers = new Headers(response.headers);
      headers.set('deprecation', '@1767225600');
      headers.set('sunset', 'Thu, 31 Dec 2026 00:00:00 GMT');
      return new Response(response.body, { status: response.status, headers });
    },
  });
  const organizer = await openOrganizer({ server, fetch });
  await organizer.keys.set(server.key);
  addDrafts(organizer, 2);
  publishAll(organizer);
  await organizer.drain();
  expect(exactlyOnce(server, 2)).toBe(true);
  expect(organizer.contract().notices).toEqual([
    { route: 'POST /api/public/v1/events', sinceMs: Date.UTC(2026, 0, 1), sunsetMs: Date.UTC(2026, 11, 31) },
  ]);
});
