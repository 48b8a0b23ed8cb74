import { expect, test } from 'vitest';
import { create, send, startForTest } from '#practice/test-support.ts';
import { bentFetch } from '../testing/bent-fetch.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, onlyOperation, openOrganizer, publishAll } from '../testing/organizers.ts';

const ALL = { standing: null, limit: 1_000, offset: 0 } as const;

async function connected(options: Parameters<typeof startForTest>[0] = {}) {
  const clock = manualClock();
  const scopes = ['channels:read', 'events:create', 'events:read', 'events:update'] as const;
  const server = await startForTest({ clock, scopes: [...scopes], ...options });
  const organizer = await openOrganizer({ server, clock });
  await organizer.keys.set(server.key);
  return { server, organizer, clock };
}

const standings = (organizer: Awaited<ReturnType<typeof connected>>['organizer']) =>
  Object.fromEntries(organizer.remote.list(ALL).events.map(({ title, standing }) => [title, standing]));

test('what was published from here is tracked, what was made elsewhere is told apart', async () => {
  const { server, organizer, clock } = await connected();
  expect(organizer.remote.list(ALL)).toMatchObject({ readAt: null, complete: false, events: [] });
  addDrafts(organizer, 2);
  publishAll(organizer);
  await organizer.drain();
  await create(server, 'other', { title: 'By hand', classifications: ['workshop'] });
  clock.advance(1_000);
  await organizer.remote.refresh();
  const list = organizer.remote.list(ALL);
  expect(list).toMatchObject({ complete: true, counts: { tracked: 2, changed: 0, elsewhere: 1 }, total: 3, gone: [] });
  expect(standings(organizer)).toEqual({ 'Event 1': 'tracked', 'Event 2': 'tracked', 'By hand': 'elsewhere' });
  expect(organizer.remote.list({ ...ALL, standing: 'elsewhere' }).events).toMatchObject([
    { title: 'By hand', draftId: null },
  ]);
});

test('more events than a page has are read to the end, and pages that shift meanwhile double nothing', async () => {
  const { server, organizer } = await connected();
  for (let n = 0; n < 230; n += 1) await create(server, `e${n}`, { title: `E${n}` });
  let shifted = false;
  const shifting = await openOrganizer({
    server,
    seed: 2,
    fetch: bentFetch({
      after: async ({ path }, response) => {
        if (path === '/events?page=1&limit=100' && !shifted) {
          shifted = true;
          await create(server, 'late', { title: 'Late' });
        }
        return response;
      },
    }),
  });
  await organizer.remote.refresh();
  expect(organizer.remote.list(ALL)).toMatchObject({ total: 230, complete: true });
  await shifting.keys.set(server.key);
  await shifting.remote.refresh();
  expect(shifting.remote.list(ALL)).toMatchObject({ total: 230, complete: true });
});

test('what was changed on the platform is marked, field by field; the same moment in another zone is no change', async () => {
  const { server, organizer } = await connected();
  addDrafts(organizer, 1, { locationName: 'Roof', description: 'Bring a coat.' });
  publishAll(organizer);
  await organizer.drain();
  const id = server.events()[0]?.doc.id;
  const change = { title: 'Event 1, new', startAt: '2026-07-13T02:00:00+02:00', locationName: 'Cellar' };
  expect((await send(server, `/events/${id}`, { method: 'PATCH', body: change })).status).toBe(200);
  await organizer.remote.refresh();
  expect(organizer.remote.list(ALL).events).toMatchObject([
    {
      standing: 'changed',
      differences: [
        { field: 'title', sent: 'Event 1', there: 'Event 1, new' },
        { field: 'locationName', sent: 'Roof', there: 'Cellar' },
      ],
    },
  ]);
});

test('what is gone from the platform is told, but only of a list that was read to its end', async () => {
  const { server, organizer, clock } = await connected();
  addDrafts(organizer, 1);
  publishAll(organizer);
  await organizer.drain();
  clock.advance(1_000);
  const page = (docs: unknown[], totalDocs: number) => Response.json({ docs, page: 1, limit: 100, totalDocs });
  let answer = page([], 500);
  const fetch = bentFetch({ after: ({ path }, response) => (path.includes('/events?page=') ? answer : response) });
  const { dataDir } = organizer;
  await organizer.close();
  const again = await openOrganizer({ server, clock, dataDir, seed: 2, fetch });
  await again.remote.refresh();
  expect(again.remote.list(ALL)).toMatchObject({ complete: false, gone: [] });
  answer = page([], 0);
  await again.remote.refresh();
  expect(again.remote.list(ALL)).toMatchObject({ complete: true, gone: [{ title: 'Event 1' }] });
});

test.each([
  ['a failure half way', Response.json({}, { status: 500 })],
  ['items that are no events', Response.json({ docs: ['x'], page: 1, limit: 100, totalDocs: 1 })],
])('%s keeps the list that was known', async (_, broken) => {
  const { server, organizer } = await connected();
  await create(server, 'a', { title: 'By hand' });
  await organizer.remote.refresh();
  const known = organizer.remote.list(ALL);
  await organizer.close();
  const fetch = bentFetch({ after: ({ path }, response) => (path.startsWith('/events?') ? broken.clone() : response) });
  const again = await openOrganizer({ server, dataDir: organizer.dataDir, seed: 2, fetch });
  await expect(again.remote.refresh()).rejects.toMatchObject({ code: 'platform_error' });
  expect(again.remote.list(ALL)).toEqual(known);
});

test('fields of another form count as not said', async () => {
  const { server, organizer } = await connected();
  addDrafts(organizer, 1);
  publishAll(organizer);
  await organizer.drain();
  const id = server.events()[0]?.doc.id;
  const docs = [{ id, title: 'Event 1', startAt: { date: 'soon' }, classifications: [{ slug: 'music' }], status: 7 }];
  const fetch = bentFetch({
    after: ({ path }, response) =>
      path.startsWith('/events?') ? Response.json({ docs, page: 1, limit: 100, totalDocs: 1 }) : response,
  });
  await organizer.close();
  const again = await openOrganizer({ server, dataDir: organizer.dataDir, seed: 2, fetch });
  await again.remote.refresh();
  expect(again.remote.list(ALL).events).toMatchObject([{ standing: 'tracked', startAt: null, status: null }]);
});

test('an event that is adopted is a delivered draft; it is not published again, and a copy of it is pointed out', async () => {
  const { server, organizer } = await connected();
  await create(server, 'by-hand', {
    title: 'By hand',
    startAt: '2026-07-12T20:00:00-04:00',
    description: 'Bring a coat.',
  });
  addDrafts(organizer, 1, { title: 'BY  hand', startLocal: '2026-07-12T19:00', timeZone: 'America/Chicago' });
  await organizer.remote.refresh();
  const before = organizer.publish({ selection: { kind: 'all' }, dryRun: true });
  expect(before.lookAlikes).toMatchObject([{ as: 'delivered', remoteId: '1001' }]);
  // The draft is the same event already, so it is linked.
  const id = organizer.remote.adopt('1001', null);
  expect(organizer.drafts.get(id)).toMatchObject({ status: 'delivered', remoteId: '1001' });
  expect(organizer.drafts.list({ search: '', status: null, importId: null, limit: 9, offset: 0 }).total).toBe(1);
  expect(publishAll(organizer)).toMatchObject({ queued: 0, alreadyInOutbox: 1 });
  await organizer.drain();
  expect(exactlyOnce(server, 1)).toBe(true);
  expect(standings(organizer)).toEqual({ 'By hand': 'tracked' });
  expect(() => organizer.remote.adopt('1001', null)).toThrowError(/stands for this event already/);
});

test('without a draft one is made, with what the platform tells', async () => {
  const { server, organizer } = await connected();
  // The second 01:30 of the night in which the clocks go back.
  await create(server, 'a', { title: 'Night', startAt: '2026-11-01T01:30:00-05:00', capacity: 40, status: 'draft' });
  await organizer.remote.refresh();
  const draft = organizer.drafts.get(organizer.remote.adopt('1001', null));
  expect(draft).toMatchObject({
    status: 'delivered',
    fields: { title: 'Night', startLocal: '2026-11-01T01:30', startFold: 'later', capacity: 40, publishAs: 'draft' },
  });
  expect(organizer.remote.list(ALL).events).toMatchObject([{ standing: 'tracked', draftId: draft.id }]);
  expect(() => organizer.remote.adopt('9999', null)).toThrowError(/no event 9999/);
});

test('while something in the outbox may be this very event it is not adopted, and nothing is published twice', async () => {
  const { server, organizer } = await connected();
  addDrafts(organizer, 1);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  const stop = new AbortController();
  await organizer.drain({ signal: stop.signal, onProgress: () => server.events().length === 1 && stop.abort() });
  expect(onlyOperation(organizer)).toMatchObject({ state: 'queued', attempts: 1 });
  await organizer.remote.refresh();
  expect(() => organizer.remote.adopt('1001', null)).toThrowError(/in the outbox/);
  await organizer.drain();
  expect(exactlyOnce(server, 1)).toBe(true);
  await organizer.remote.refresh();
  expect(standings(organizer)).toEqual({ 'Event 1': 'tracked' });
});

test('several drafts that could be it: the person says which', async () => {
  const { server, organizer } = await connected();
  await create(server, 'a', { title: 'Twice', startAt: '2026-07-12T20:00:00-04:00' });
  const [first = '', second = ''] = addDrafts(organizer, 2, { title: 'Twice' });
  await organizer.remote.refresh();
  expect(() => organizer.remote.adopt('1001', null)).toThrowError(/2 drafts could be this event/);
  expect(organizer.remote.adopt('1001', second)).toBe(second);
  expect(organizer.drafts.get(first).status).toBe('ready');
});

test('an event of which too little is told is not adopted', async () => {
  const { server, organizer } = await connected();
  await organizer.close();
  const docs = [{ id: 7, title: 'Only a title' }];
  const fetch = bentFetch({
    after: ({ path }, response) =>
      path.startsWith('/events?') ? Response.json({ docs, page: 1, limit: 100, totalDocs: 1 }) : response,
  });
  const again = await openOrganizer({ server, dataDir: organizer.dataDir, seed: 2, fetch });
  await again.remote.refresh();
  expect(() => again.remote.adopt('7', null)).toThrowError(/does not tell enough/);
});

test('places and classifications of earlier events are learned', async () => {
  const { server, organizer } = await connected();
  await create(server, 'a', { approxLocation: { city: { placeId: 'place-oslo', name: 'Oslo', countryCode: 'NO' } } });
  await organizer.remote.refresh();
  expect(organizer.catalog().places).toContainEqual({ placeId: 'place-oslo', name: 'Oslo', countryCode: 'NO' });
  expect(organizer.catalog().classifications.map(({ slug }) => slug)).toContain('music');
});

test('without events:read, or where the platform lists no such call, it says so', async () => {
  const { server, organizer } = await connected({ scopes: ['channels:read', 'events:create'] });
  await expect(organizer.remote.refresh()).rejects.toMatchObject({ code: 'scope_missing' });
  server.setContract('renamed');
  await organizer.refreshContract('now');
  await expect(organizer.remote.refresh()).rejects.toMatchObject({ code: 'not_allowed' });
});
