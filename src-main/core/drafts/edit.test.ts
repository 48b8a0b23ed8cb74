import { describe, expect, test } from 'vitest';
import type { PracticeServer, ScriptedFault } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../testing/manual-clock.ts';
import {
  addDrafts,
  drainUntil,
  exactlyOnce,
  onlyOperation,
  openOrganizer,
  operations,
  publishAll,
  readyFields,
} from '../testing/organizers.ts';

async function queued(fault?: ScriptedFault) {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock });
  const [id = ''] = addDrafts(organizer, 1);
  publishAll(organizer);
  if (fault) {
    server.faults.next(fault.kind, { route: 'POST /events', ...fault });
    await drainUntil(organizer, () => true);
  }
  return { clock, server, organizer, id };
}
const titles = (server: PracticeServer) => server.events().map(({ doc }) => doc.title);
const edited = readyFields({ title: 'Edited' });

describe('an edit of what waits', () => {
  test('goes into the frozen body under the same key, while the server never saw it', async () => {
    const { server, organizer, id } = await queued();
    const { idempotencyKey } = onlyOperation(organizer);
    expect(organizer.drafts.save(id, edited)).toMatchObject({ status: 'queued' });
    expect(onlyOperation(organizer)).toMatchObject({ idempotencyKey, title: 'Edited' });
    await organizer.drain();
    expect(titles(server)).toEqual(['Edited']);
  });

  test('is a new operation with a new key, once the server saw the old one', async () => {
    const { server, organizer, id } = await queued({ kind: 'rateLimited', retryAfterMs: 60_000 });
    const { idempotencyKey } = onlyOperation(organizer);
    organizer.drafts.save(id, edited);
    expect(operations(organizer).map(({ state, idempotencyKey: key }) => [state, key])).toEqual([
      ['queued', `${idempotencyKey}-r2`],
      ['cancelled', idempotencyKey],
    ]);
    await organizer.drain();
    expect(titles(server)).toEqual(['Edited']);
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('that takes something required away takes it out of the outbox', async () => {
    const { organizer, id } = await queued();
    expect(organizer.drafts.save(id, readyFields({ channelId: null }))).toMatchObject({ status: 'incomplete' });
    expect(onlyOperation(organizer)).toMatchObject({ state: 'cancelled' });
  });

  test('keeps the choice that was made for the batch, unless it is about just that', async () => {
    const { server, organizer, id } = await queued();
    organizer.outbox.drop(onlyOperation(organizer).id);
    organizer.publish({ selection: { kind: 'all' }, publishAs: 'draft', dryRun: false });
    organizer.drafts.save(id, edited);
    await organizer.drain();
    expect(server.events()[0]?.doc).toMatchObject({ title: 'Edited', status: 'draft' });
  });
});

describe('what may have been published', () => {
  test.each<[string, ScriptedFault]>([
    ['after a reset', { kind: 'resetBeforeCommit' }],
    ['after a 500', { kind: 'errorBeforeCommit' }],
    ['after a 503', { kind: 'unavailable' }],
  ])('cannot be edited, dropped or deleted %s, and says why', async (_name, fault) => {
    const { organizer, id } = await queued(fault);
    expect(organizer.drafts.get(id).lockedReason).toContain('no clear answer');
    expect(() => organizer.drafts.save(id, edited)).toThrowError(expect.objectContaining({ code: 'not_allowed' }));
    expect(() => organizer.outbox.drop(onlyOperation(organizer).id)).toThrowError(/may have reached/);
    expect(organizer.drafts.remove([id])).toBe(0);
    expect(organizer.drafts.get(id)).toMatchObject({ fields: readyFields({ title: 'Event 1' }), deleted: false });
  });

  test('cannot be edited once delivered; in the trash it still guards against a second publication', async () => {
    const { server, organizer, id } = await queued();
    await organizer.drain();
    expect(() => organizer.drafts.save(id, edited)).toThrowError(/is on Pinned Events/);
    expect(organizer.drafts.remove([id])).toBe(1);
    organizer.drafts.restore([id]);
    expect(publishAll(organizer)).toMatchObject({ queued: 0, alreadyInOutbox: 1 });
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

describe('after a refusal', () => {
  async function refused() {
    const setup = await queued();
    const { organizer, id } = setup;
    organizer.drafts.save(id, readyFields({ classifications: ['unheard-of'] }));
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'rejected', error: { code: 'invalid_request' } });
    return setup;
  }

  test('nothing was created, and the edited draft is a new operation with a new key', async () => {
    const { server, organizer, id } = await refused();
    const [first] = operations(organizer);
    expect(publishAll(organizer)).toMatchObject({ queued: 0 });
    expect(organizer.drafts.save(id, edited)).toMatchObject({ status: 'ready', error: null });
    expect(publishAll(organizer)).toMatchObject({ queued: 1 });
    const second = operations(organizer).find(({ state }) => state === 'queued');
    expect(second?.idempotencyKey).toBe(`${first?.idempotencyKey}-r2`);
    await organizer.drain();
    expect(titles(server)).toEqual(['Edited']);
  });

  test('trying again without an edit is a new operation too, published as it was meant to be', async () => {
    const { organizer } = await refused();
    const retried = organizer.outbox.retry(onlyOperation(organizer).id);
    expect(retried).toMatchObject({ state: 'queued', idempotencyKey: expect.stringMatching(/-r2$/) });
    expect(() =>
      organizer.outbox.retry(operations(organizer).find(({ state }) => state === 'rejected')?.id ?? ''),
    ).toThrowError(/newer operation/);
  });
});

test('a dropped operation never goes out, and its draft can be published later under a new key', async () => {
  const { server, organizer } = await queued();
  organizer.outbox.drop(onlyOperation(organizer).id);
  await organizer.drain();
  expect(server.requests()).toEqual([]);
  publishAll(organizer);
  await organizer.drain();
  expect(exactlyOnce(server, 1)).toBe(true);
  expect(new Set(operations(organizer).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
});

test('a dry run says what would happen, and keeps nothing', async () => {
  const organizer = await openOrganizer();
  addDrafts(organizer, 2);
  addDrafts(organizer, 1, { title: 'Unready', placeId: null });
  const plan = organizer.publish({ selection: { kind: 'all' }, dryRun: true });
  expect(plan).toMatchObject({
    queued: 2,
    alreadyInOutbox: 0,
    notReady: [{ title: 'Unready', reason: 'Missing: Place' }],
  });
  expect(operations(organizer)).toEqual([]);
});

test('what looks like an event that was delivered is pointed out', async () => {
  const { organizer } = await queued();
  await organizer.drain();
  addDrafts(organizer, 1);
  const plan = organizer.publish({ selection: { kind: 'all' }, dryRun: true });
  expect(plan.lookAlikes).toMatchObject([{ title: 'Event 1', remoteId: '1001' }]);
});
