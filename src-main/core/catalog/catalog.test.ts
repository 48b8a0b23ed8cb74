import { expect, test } from 'vitest';
import type { Channel } from '#practice/server.ts';
import { create, startForTest } from '#practice/test-support.ts';
import { bentFetch } from '../testing/bent-fetch.ts';
import { openOrganizer, readyFields } from '../testing/organizers.ts';

test('a refresh learns channels, classifications, and the places of earlier events', async () => {
  const server = await startForTest();
  await create(server, 'a', { approxLocation: { city: { placeId: 'place-oslo', name: 'Oslo', countryCode: 'NO' } } });
  const organizer = await openOrganizer({ server });
  expect(organizer.catalog()).toEqual({ channels: [], classifications: [], places: [], refreshedAt: null });
  const catalog = await organizer.refreshCatalog();
  expect(catalog.channels.map(({ id }) => id).sort()).toEqual([101, 102, 103]);
  expect(catalog.classifications).toContainEqual({ slug: 'music', name: 'Music' });
  expect(catalog.places).toEqual([{ placeId: 'place-oslo', name: 'Oslo', countryCode: 'NO' }]);
  expect(catalog.refreshedAt).toBe(organizer.clock.now());
});

test('what was learned is there without the network, and after a restart', async () => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  const known = await organizer.refreshCatalog();
  await organizer.close();
  await server.close();
  const again = await openOrganizer({ server, dataDir: organizer.dataDir, seed: 2 });
  expect(again.catalog()).toEqual(known);
  await expect(again.refreshCatalog()).rejects.toMatchObject({ code: 'offline' });
  expect(again.catalog()).toEqual(known);
});

test('channels are read to the last page, and those that are gone are forgotten', async () => {
  const channels: Channel[] = Array.from({ length: 230 }, (_, id) => ({ id: id + 1, name: `C${id}`, slug: `c${id}` }));
  const server = await startForTest({ channels });
  const organizer = await openOrganizer({ server });
  expect((await organizer.refreshCatalog()).channels).toHaveLength(230);
  const smaller = await startForTest({ key: server.key });
  const later = await openOrganizer({ server: smaller, dataDir: organizer.dataDir, seed: 2 });
  expect((await later.refreshCatalog()).channels).toHaveLength(3);
});

test.each([
  ['a failure of the classifications', () => new Response('', { status: 500 })],
  ['an unknown form of the classifications', () => Response.json({ slugs: [] })],
])('%s keeps everything that was known', async (_name, broken) => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  const known = await organizer.refreshCatalog();
  const bent = await openOrganizer({
    server: await startForTest({ key: server.key, channels: [{ id: 7, name: 'New', slug: 'new' }] }),
    dataDir: organizer.dataDir,
    seed: 2,
    fetch: bentFetch({ after: ({ path }, response) => (path === '/classifications' ? broken() : response) }),
  });
  await expect(bent.refreshCatalog()).rejects.toMatchObject({ code: 'platform_error' });
  expect(bent.catalog()).toEqual(known);
});

test('channels in an unknown form are the platform’s trouble, said plainly', async () => {
  const server = await startForTest();
  const strange = { docs: [{ id: 'one' }], page: 1, limit: 100, totalDocs: 1 };
  const fetch = bentFetch({
    after: ({ path }, response) => (path.startsWith('/channels') ? Response.json(strange) : response),
  });
  const organizer = await openOrganizer({ server, fetch });
  await expect(organizer.keys.check()).rejects.toMatchObject({ code: 'platform_error' });
});

test('without events:read there are simply no places from the platform', async () => {
  const server = await startForTest({ scopes: ['channels:read', 'events:create'] });
  const organizer = await openOrganizer({ server });
  expect((await organizer.refreshCatalog()).places).toEqual([]);
});

test('places that were used are remembered, the latest first, and keep their names', async () => {
  const organizer = await openOrganizer();
  organizer.drafts.save(null, readyFields({ placeId: 'place-a', placeName: 'A', countryCode: 'DE' }));
  organizer.clock.advance(1_000);
  organizer.drafts.save(null, readyFields({ placeId: 'place-b' }));
  organizer.clock.advance(1_000);
  organizer.drafts.save(null, readyFields({ placeId: 'place-a' }));
  expect(organizer.catalog().places).toEqual([
    { placeId: 'place-a', name: 'A', countryCode: 'DE' },
    { placeId: 'place-b', name: null, countryCode: null },
  ]);
});

test('a check of the key lists what answers have proven', async () => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  expect(await organizer.keys.check()).toMatchObject({ ok: true, scopes: ['channels:read', 'events:read'] });
  server.setScopes(server.key, ['events:create']);
  expect(await organizer.keys.check()).toEqual({ ok: true, scopes: [], channels: [] });
  server.revokeKey(server.key);
  await expect(organizer.keys.check()).rejects.toMatchObject({ code: 'key_refused' });
});
