import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { addDrafts, openOrganizer, publishAll, readyFields } from '../../testing/organizers.ts';

async function workspace() {
  const clock = manualClock();
  const server = await startForTest({ clock });
  return { clock, server, organizer: await openOrganizer({ server, clock }) };
}
const dryRun = { selection: { kind: 'all' }, dryRun: true } as const;

describe('a batch is reviewed first', () => {
  test('in totals: how, where, and what has begun', async () => {
    const { organizer } = await workspace();
    addDrafts(organizer, 3);
    addDrafts(organizer, 2, { channelId: 102, publishAs: 'draft', startLocal: '2026-01-01T20:00' });
    const plan = organizer.publish(dryRun);
    expect(plan).toMatchObject({ queued: 5, asPublished: 3, asDraft: 2, begun: 2, alreadyInOutbox: 0 });
    expect(plan.channels).toEqual([
      { channelId: 102, n: 2 },
      { channelId: 101, n: 3 },
    ]);
    expect(organizer.outbox.counts().queued).toBe(0);
  });

  test('and what was reviewed is what is queued', async () => {
    const { organizer } = await workspace();
    const [first = ''] = addDrafts(organizer, 3);
    const { mark } = organizer.publish(dryRun);
    organizer.drafts.save(first, readyFields({ title: 'Edited meanwhile' }));
    const again = { selection: { kind: 'all' }, dryRun: false, reviewed: mark } as const;
    expect(() => organizer.publish(again)).toThrow(expect.objectContaining({ code: 'plan_changed' }));
    expect(organizer.outbox.counts().queued).toBe(0);
    expect(organizer.publish({ ...again, reviewed: organizer.publish(dryRun).mark }).queued).toBe(3);
  });

  test('another choice for the whole batch is another batch', async () => {
    const { organizer } = await workspace();
    addDrafts(organizer, 1);
    const { mark } = organizer.publish(dryRun);
    expect(organizer.publish({ ...dryRun, publishAs: 'draft' }).mark).not.toBe(mark);
    expect(organizer.publish(dryRun).mark).toBe(mark);
  });
});

describe('look-alikes are pointed out', () => {
  test('of what is delivered, on its way, or in the same batch; whatever case, accents, spaces and offset', async () => {
    const { organizer } = await workspace();
    organizer.drafts.save(null, readyFields({ title: 'Café  Chantant' }));
    publishAll(organizer);
    await organizer.drain();
    organizer.drafts.save(null, readyFields({ title: 'Late Show' }));
    publishAll(organizer);
    // The same moment, written in another zone.
    organizer.drafts.save(
      null,
      readyFields({ title: 'cafe chantant', startLocal: '2026-07-13T02:00', timeZone: 'Europe/Berlin' }),
    );
    organizer.drafts.save(null, readyFields({ title: 'LATE SHOW' }));
    organizer.drafts.save(null, readyFields({ title: 'Twin' }));
    organizer.drafts.save(null, readyFields({ title: 'Twin ' }));
    organizer.drafts.save(null, readyFields({ title: 'Late Show', channelId: 102 }));
    const plan = organizer.publish(dryRun);
    expect(plan.queued).toBe(5);
    expect(Object.fromEntries(plan.lookAlikes.map(({ title, as, remoteId }) => [title, [as, remoteId]]))).toEqual({
      'cafe chantant': ['delivered', '1001'],
      'LATE SHOW': ['onItsWay', null],
      'Twin ': ['inThisBatch', null],
    });
    // What is said does not depend on whether it is done.
    expect(publishAll(organizer).lookAlikes.map(({ as }) => as)).toEqual(plan.lookAlikes.map(({ as }) => as));
  });
});

describe('publishing again what is delivered', () => {
  test('does not happen by accident', async () => {
    const { server, organizer } = await workspace();
    const draftIds = addDrafts(organizer, 2);
    for (const selection of [{ kind: 'all' }, { kind: 'drafts', draftIds }, { kind: 'all' }] as const) {
      organizer.publish({ selection, dryRun: false });
      await organizer.drain();
    }
    expect(server.events().length).toBe(2);
  });

  test('as a new event is a draft of its own with a key of its own', async () => {
    const { server, organizer } = await workspace();
    const [first = ''] = addDrafts(organizer, 1);
    publishAll(organizer);
    await organizer.drain();
    const second = organizer.publishAsNew(first);
    expect(second).toMatchObject({ status: 'queued', sourceId: null, importId: null });
    await organizer.drain();
    expect([...server.effectsByKey().values()]).toEqual([1, 1]);
    expect(organizer.drafts.get(first)).toMatchObject({ status: 'delivered', remoteId: '1001' });
    expect(organizer.drafts.get(second.id)).toMatchObject({ status: 'delivered', remoteId: '1002' });
  });

  test('as a new event needs one that is delivered', async () => {
    const { organizer } = await workspace();
    const [first = ''] = addDrafts(organizer, 1);
    expect(() => organizer.publishAsNew(first)).toThrow(expect.objectContaining({ code: 'not_allowed' }));
    publishAll(organizer);
    expect(() => organizer.publishAsNew(first)).toThrow(expect.objectContaining({ code: 'not_allowed' }));
    expect(organizer.drafts.list({ search: '', status: null, importId: null, limit: 9, offset: 0 }).total).toBe(1);
  });
});
