import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { DraftChange } from '#shared/drafts/change.ts';
import {
  addDrafts,
  drainUntil,
  exactlyOnce,
  onlyOperation,
  openOrganizer,
  publishAll,
  type TestOrganizer,
} from '../../testing/organizers.ts';

const change = (organizer: TestOrganizer, ids: string[], parts: Partial<DraftChange>, dryRun = false) =>
  organizer.drafts.change({ ids, change: { set: {}, shiftDays: 0, ...parts }, dryRun });
const times = (organizer: TestOrganizer, id: string) => {
  const { startLocal, endLocal } = organizer.drafts.get(id).fields;
  return [startLocal, endLocal];
};

describe('one change for many drafts', () => {
  test('sets the named fields and nothing else, and counts what was so already', async () => {
    const organizer = await openOrganizer();
    const ids = addDrafts(organizer, 3, { description: 'Stays' });
    const [other = ''] = addDrafts(organizer, 1, { locationName: 'Hall' });
    const result = change(organizer, [...ids, other, other], { set: { locationName: 'Hall', title: undefined } });
    expect(result).toMatchObject({ changed: 3, unchanged: 1, left: 0, leavingOutbox: 0 });
    expect(organizer.drafts.get(ids[2] ?? '').fields).toMatchObject({
      title: 'Event 3',
      locationName: 'Hall',
      description: 'Stays',
    });
  });

  test('is previewed without a trace, and the preview is what then happens', async () => {
    const organizer = await openOrganizer();
    const ids = addDrafts(organizer, 2);
    const news: string[] = [];
    organizer.onChanged((topics) => news.push(...topics));
    const preview = change(organizer, ids, { set: { title: 'Same' }, shiftDays: 1 }, true);
    expect(preview.examples[0]).toMatchObject({ before: { title: 'Event 1' }, after: { title: 'Same' }, problems: [] });
    expect(organizer.drafts.get(ids[0] ?? '').fields.title).toBe('Event 1');
    expect(news).toEqual([]);
    expect(change(organizer, ids, { set: { title: 'Same' }, shiftDays: 1 })).toEqual(preview);
    expect(organizer.drafts.get(ids[0] ?? '').fields.title).toBe('Same');
  });

  test('changes nothing at all when one of the ids is no draft', async () => {
    const organizer = await openOrganizer();
    const ids = addDrafts(organizer, 2);
    expect(() => change(organizer, [...ids, 'nobody'], { shiftDays: 7 })).toThrowError(/no draft/);
    expect(times(organizer, ids[0] ?? '')).toEqual(['2026-07-12T20:00', null]);
  });

  test('leaves what lies in the trash, and a date that cannot be written', async () => {
    const organizer = await openOrganizer();
    const [gone = ''] = addDrafts(organizer, 1);
    const [last = ''] = addDrafts(organizer, 1, { startLocal: '9999-12-31T20:00' });
    organizer.drafts.remove([gone]);
    const { changed, leftDrafts } = change(organizer, [gone, last], { shiftDays: 1 });
    expect([changed, ...leftDrafts.map(({ reason }) => reason)]).toEqual([
      0,
      'This is in the trash. Restore it first.',
      'The date would move out of the calendar. Choose fewer days.',
    ]);
    expect(times(organizer, last)).toEqual(['9999-12-31T20:00', null]);
  });
});

describe('shifting', () => {
  test('keeps the clock time over a change of the clocks, the end and the weekday', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1, { startLocal: '2026-10-31T22:00', endLocal: '2026-11-01T03:00' });
    change(organizer, [id], { shiftDays: 7 });
    expect(times(organizer, id)).toEqual(['2026-11-07T22:00', '2026-11-08T03:00']);
    change(organizer, [id], { shiftDays: -371 });
    expect(times(organizer, id)).toEqual(['2025-11-01T22:00', '2025-11-02T03:00']);
  });

  test('onto a time that the day does not have is kept, and said in the preview', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1, { startLocal: '2026-03-01T02:30' });
    const { examples } = change(organizer, [id], { shiftDays: 7 });
    expect(examples[0]?.problems).toEqual([
      { field: 'startLocal', code: 'gap', message: expect.stringContaining('does not exist that day') },
    ]);
    expect(organizer.drafts.get(id)).toMatchObject({
      status: 'incomplete',
      fields: { startLocal: '2026-03-08T02:30' },
    });
  });
});

describe('and the outbox', () => {
  test('what waits is sent as changed, and is taken out where the change leaves it incomplete', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const [id = ''] = addDrafts(organizer, 1);
    publishAll(organizer);
    expect(change(organizer, [id], { shiftDays: 1 })).toMatchObject({ changed: 1, leavingOutbox: 0 });
    expect(change(organizer, [id], { set: { channelId: null } })).toMatchObject({ changed: 1, leavingOutbox: 1 });
    expect(onlyOperation(organizer)).toMatchObject({ state: 'cancelled' });
    change(organizer, [id], { set: { channelId: 101 } });
    publishAll(organizer);
    await organizer.drain();
    expect(server.events()[0]?.doc).toMatchObject({ startAt: '2026-07-13T20:00:00-04:00' });
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('what may have reached the platform is left with the reason, the others change', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const [doubtful = ''] = addDrafts(organizer, 1);
    publishAll(organizer);
    server.faults.next('resetBeforeCommit', { route: 'POST /events' });
    await drainUntil(organizer, () => true);
    const [free = ''] = addDrafts(organizer, 1, { title: 'Free' });
    const result = change(organizer, [doubtful, free], { shiftDays: 7 });
    expect(result).toMatchObject({ changed: 1, left: 1 });
    expect(result.leftDrafts).toEqual([
      { id: doubtful, title: 'Event 1', reason: expect.stringContaining('no clear answer') },
    ]);
    expect(times(organizer, doubtful)).toEqual(['2026-07-12T20:00', null]);
  });
});

test('a copy is a draft of its own: a published event can be copied to next week, and nothing is queued by it', async () => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  const [id = ''] = addDrafts(organizer, 1, { description: 'Doors at seven' });
  publishAll(organizer);
  await organizer.drain();
  const { ids, leftDrafts } = organizer.drafts.duplicate({ ids: [id], shiftDays: 7 });
  expect(leftDrafts).toEqual([]);
  expect(organizer.drafts.get(ids[0] ?? '')).toMatchObject({
    status: 'ready',
    remoteId: null,
    importId: null,
    fields: { title: 'Event 1', startLocal: '2026-07-19T20:00', description: 'Doors at seven' },
  });
  await organizer.drain();
  expect(exactlyOnce(server, 1)).toBe(true);
  organizer.drafts.remove(ids);
  expect(organizer.drafts.duplicate({ ids, shiftDays: 0 })).toMatchObject({ ids: [], leftDrafts: [{ id: ids[0] }] });
});
