import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, openOrganizer, operations, publishAll } from '../testing/organizers.ts';

const HOUR_MS = 3_600_000;
const created = (server: { requests(): { method: string }[] }) =>
  server.requests().filter(({ method }) => method === 'POST').length;

/** Connected, with so many events in the outbox. */
async function connected(options: Parameters<typeof startForTest>[0], drafts = 3) {
  const clock = manualClock();
  const server = await startForTest({ clock, ...options });
  const organizer = await openOrganizer({ server, clock });
  await organizer.keys.set(server.key);
  addDrafts(organizer, drafts, { description: 'Bring a coat.', capacity: 80 });
  publishAll(organizer);
  return { server, organizer, clock };
}

test.each([
  ['full', [], { description: 'Bring a coat.', capacity: 80 }],
  ['minimal', ['notListed', 'notListed'], {}],
  ['deprecated', [], { description: 'Bring a coat.', capacity: 80 }],
] as const)('against “%s” all is published once, with the fields that it lists', async (contract, unsent, extra) => {
  const { server, organizer } = await connected({ contract });
  await organizer.drain();
  expect(exactlyOnce(server, 3)).toBe(true);
  expect(organizer.contract().unsent.map(({ why }) => why)).toEqual(unsent);
  for (const { doc } of server.events()) {
    const { description, capacity } = doc;
    expect(JSON.parse(JSON.stringify({ description, capacity }))).toEqual(extra);
  }
});

test('what is deprecated is sent to all the same, and told from both sources', async () => {
  const { organizer } = await connected({ contract: 'deprecated' });
  await organizer.drain();
  const { capabilities, notices, stop } = organizer.contract();
  expect(capabilities.routes.createEvent.route).toMatchObject({ deprecated: true });
  expect(notices).toEqual([
    { route: 'POST /api/public/v1/events', sinceMs: Date.UTC(2026, 0, 1), sunsetMs: Date.UTC(2027, 0, 1) },
  ]);
  expect(stop).toBeNull();
});

test.each([
  [
    'renamed',
    'The API description of the platform has moved the call that creates events to POST /api/public/v1/listings.',
  ],
  ['newField', 'Each event must have a field “admission” now, which this app cannot fill.'],
] as const)(
  'against “%s” the lane stops before the first event, and goes on when the contract is good again',
  async (contract, reason) => {
    const { server, organizer, clock } = await connected({ contract });
    const { lane } = await organizer.drain();
    expect(lane).toMatchObject({ condition: 'blocked', reason: 'contract', message: expect.stringContaining(reason) });
    expect(organizer.contract().stop).toEqual({ reasons: [reason], overruled: false });
    expect(created(server)).toBe(0);
    expect(operations(organizer).map(({ state, attempts }) => [state, attempts])).toEqual(Array(3).fill(['queued', 0]));

    server.setContract('full');
    // A key that passes the check opens a lane that a key closed, and no other.
    clock.advance(1);
    await organizer.keys.check();
    expect((await organizer.state()).lane.reason).toBe('contract');
    await organizer.drain();
    expect(exactlyOnce(server, 3)).toBe(true);
    expect((await organizer.state()).lane.condition).toBe('open');
  },
);

test('in the background it goes on by itself within the hour', async () => {
  const { server, organizer, clock } = await connected({ contract: 'newField' });
  server.setContract('full');
  clock.advance(HOUR_MS + 1);
  const delivered = new Promise<void>((resolve) => {
    organizer.onChanged(() => organizer.outbox.counts().delivered === 3 && resolve());
  });
  organizer.startSending();
  await delivered;
  expect(exactlyOnce(server, 3)).toBe(true);
});

test('a contract that changes while a batch waits costs one refusal, not a hundred', async () => {
  const { server, organizer, clock } = await connected({}, 100);
  server.setContract('newField');
  clock.advance(2 * HOUR_MS);
  const { lane, counts } = await organizer.drain();
  expect(lane.reason).toBe('contract');
  expect(counts).toMatchObject({ rejected: 1, queued: 99 });
  expect(created(server)).toBe(1);
  expect(organizer.contract().changes.map(({ text }) => text)).toEqual(['The field “admission” is new, and required.']);
});

test('a route that went away while a batch waits holds no channel any more when it is back', async () => {
  const { server, organizer, clock } = await connected({});
  server.setContract('renamed');
  clock.advance(2 * HOUR_MS);
  expect((await organizer.drain()).lane.reason).toBe('contract');
  expect(created(server)).toBe(1);
  server.setContract('full');
  await organizer.drain();
  expect(exactlyOnce(server, 3)).toBe(true);
});

test('“send anyway” sends, the same stop does not come back, another one does', async () => {
  const { server, organizer, clock } = await connected({ contract: 'newField' });
  organizer.sendDespiteContract();
  const { counts, lane } = await organizer.drain();
  expect(counts).toMatchObject({ rejected: 3 });
  expect(lane.condition).toBe('open');
  clock.advance(25 * HOUR_MS);
  await organizer.refreshContract('ifDue');
  expect((await organizer.state()).lane.condition).toBe('open');
  server.setContract('renamed');
  await organizer.refreshContract('now');
  expect((await organizer.state()).lane.reason).toBe('contract');
});

test('what changed is told until somebody has seen it, also after a restart; the first document is no news', async () => {
  const { server, organizer } = await connected({ contract: 'minimal' });
  expect(organizer.contract().changes).toEqual([]);
  server.setContract('full');
  await organizer.refreshContract('now');
  const texts = [
    'New: changing events (PATCH /api/public/v1/events/{id}).',
    'New: uploading pictures (POST /api/public/v1/media).',
    'The field “description” is new.',
    'The field “capacity” is new.',
  ];
  expect(organizer.contract().changes.map(({ text }) => text)).toEqual(texts);
  await organizer.close();
  const again = await openOrganizer({ server, dataDir: organizer.dataDir, seed: 2 });
  expect(again.contract().changes).toHaveLength(4);
  expect(again.noteContractSeen().changes).toEqual([]);
  server.setContract('minimal');
  await again.refreshContract('now');
  server.setContract('full');
  await again.refreshContract('now');
  expect(again.contract().changes).toEqual([]);
});

test('an event that the document would refuse is not queued, and says why', async () => {
  const { organizer } = await connected({}, 0);
  addDrafts(organizer, 1, { capacity: 0, classifications: ['music', 'knitting'] });
  const plan = publishAll(organizer);
  expect(plan).toMatchObject({ queued: 0, wouldBeRefused: 1, alreadyInOutbox: 0 });
  expect(plan.notReady.map(({ reason }) => reason)).toEqual([
    'Classifications: the platform does not take “knitting”. Capacity: the platform takes 1 at least.',
  ]);
});

test('in case the document is wrong, a person can send what it would refuse', async () => {
  const { server, organizer } = await connected({}, 0);
  addDrafts(organizer, 1, { classifications: ['knitting'] });
  expect(organizer.publish({ selection: { kind: 'all' }, dryRun: false, despiteContract: true })).toMatchObject({
    queued: 1,
    wouldBeRefused: 1,
    notReady: [],
  });
  await organizer.drain();
  expect(created(server)).toBe(1);
});

test('a plan counts what stays here', async () => {
  const { organizer } = await connected({ contract: 'minimal' }, 0);
  addDrafts(organizer, 2, { description: 'Bring a coat.' });
  addDrafts(organizer, 1, { description: ' ', capacity: 80 });
  expect(publishAll(organizer)).toMatchObject({ queued: 3, unsent: { description: 2, capacity: 1 } });
});
