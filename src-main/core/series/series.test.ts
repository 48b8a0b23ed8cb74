import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { RepeatPattern } from '#shared/drafts/repeat.ts';
import { allDrafts } from '../testing/calendars.ts';
import { addDrafts, exactlyOnce, openOrganizer, publishAll, type TestOrganizer } from '../testing/organizers.ts';

const weekly = (count: number, skip: string[] = []): RepeatPattern => ({
  every: { unit: 'week', interval: 1, weekdays: [7] },
  end: { kind: 'count', count },
  skip,
});
const starts = (organizer: TestOrganizer) => allDrafts(organizer).map(({ fields }) => fields.startLocal);

async function withSeries(count: number) {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  const [id = ''] = addDrafts(organizer, 1, { endLocal: '2026-07-13T01:00', description: 'Trio' });
  organizer.series.repeat({ id, pattern: weekly(count), dryRun: false });
  return { server, organizer, ids: allDrafts(organizer).map((draft) => draft.id) };
}

test('a draft becomes drafts of their own, in one step, after a preview without a trace', async () => {
  const organizer = await openOrganizer();
  const [id = ''] = addDrafts(organizer, 1, { endLocal: '2026-07-13T01:00' });
  const pattern = weekly(4, ['2026-07-26']);
  const preview = organizer.series.repeat({ id, pattern, dryRun: true });
  expect(preview.ids).toEqual([]);
  expect(preview.dates.filter(({ skipped }) => skipped)).toMatchObject([{ startLocal: '2026-07-26T20:00' }]);
  expect(starts(organizer)).toHaveLength(1);
  expect(organizer.series.of(id)).toBeNull();

  const { ids, dates } = organizer.series.repeat({ id, pattern, dryRun: false });
  expect(dates).toEqual(preview.dates);
  expect(starts(organizer)).toEqual(['2026-07-12T20:00', '2026-07-19T20:00', '2026-08-02T20:00']);
  expect(organizer.drafts.get(ids[1] ?? '').fields.endLocal).toBe('2026-08-03T01:00');
  expect(organizer.series.of(ids[0] ?? '')).toMatchObject({ total: 3, following: 1, pattern });
  expect(() => organizer.series.repeat({ id, pattern, dryRun: true })).toThrowError(/series already/);
  expect(organizer.history.undo(null)).toMatchObject({ step: { kind: 'repeat', drafts: 2 }, done: 2 });
  expect(starts(organizer)).toEqual(['2026-07-12T20:00']);
  expect(organizer.series.of(id)).toBeNull();
  organizer.history.redo();
  expect(organizer.series.of(id)).toMatchObject({ total: 3 });
});

test('what cannot repeat says why', async () => {
  const organizer = await openOrganizer();
  const [open = '', gone = ''] = [...addDrafts(organizer, 1, { startLocal: null }), ...addDrafts(organizer, 1)];
  organizer.drafts.remove([gone]);
  const repeat = (id: string) => organizer.series.repeat({ id, pattern: weekly(2), dryRun: true });
  expect(() => repeat(open)).toThrowError(/Give it a start/);
  expect(() => repeat(gone)).toThrowError(/trash/);
  expect(() => repeat('nobody')).toThrowError(expect.objectContaining({ code: 'not_found' }));
});

test('an edit stays alone, until it is given to those that follow or to all; each keeps its day', async () => {
  const { organizer, ids } = await withSeries(4);
  const second = ids[1] ?? '';
  const { fields } = organizer.drafts.get(second);
  organizer.drafts.save(second, {
    ...fields,
    title: 'Quartet',
    startLocal: '2026-07-20T21:30',
    endLocal: '2026-07-20T23:00',
  });
  expect(allDrafts(organizer).map((draft) => draft.fields.title)).toEqual(['Event 1', 'Quartet', 'Event 1', 'Event 1']);
  const give = (scope: 'following' | 'all', dryRun: boolean) =>
    organizer.series.change({ draftId: second, scope, fields: ['title', 'startLocal', 'endLocal'], dryRun });
  expect(give('all', true)).toMatchObject({ changed: 3, left: 0 });
  expect(give('following', false)).toMatchObject({ changed: 2 });
  expect(
    allDrafts(organizer).map((draft) => [draft.fields.title, draft.fields.startLocal, draft.fields.endLocal]),
  ).toEqual([
    ['Event 1', '2026-07-12T20:00', '2026-07-13T01:00'],
    ['Quartet', '2026-07-20T21:30', '2026-07-20T23:00'],
    ['Quartet', '2026-07-26T21:30', '2026-07-26T23:00'],
    ['Quartet', '2026-08-02T21:30', '2026-08-02T23:00'],
  ]);
  expect(give('all', false)).toMatchObject({ changed: 1, unchanged: 2 });
  organizer.history.undo(null);
  organizer.history.undo(null);
  expect(allDrafts(organizer).map((draft) => draft.fields.title)).toEqual(['Event 1', 'Quartet', 'Event 1', 'Event 1']);
});

test('what is published of a series stays as it is and is named, and nothing is published twice', async () => {
  const { server, organizer, ids } = await withSeries(3);
  organizer.publish({ selection: { kind: 'drafts', draftIds: ids.slice(0, 1) }, dryRun: false });
  await organizer.drain();
  const second = ids[1] ?? '';
  organizer.drafts.save(second, { ...organizer.drafts.get(second).fields, description: 'Sold out' });
  expect(
    organizer.series.change({ draftId: second, scope: 'all', fields: ['description'], dryRun: false }),
  ).toMatchObject({
    changed: 1,
    left: 1,
    leftDrafts: [{ id: ids[0], reason: expect.stringContaining('on Pinned Events') }],
  });
  publishAll(organizer);
  await organizer.drain();
  expect(exactlyOnce(server, 3)).toBe(true);
});

test('who is alone in the end is no series any more', async () => {
  const { organizer, ids } = await withSeries(2);
  organizer.drafts.remove(ids.slice(1));
  expect(organizer.series.of(ids[0] ?? '')).toBeNull();
  expect(() =>
    organizer.series.change({ draftId: ids[0] ?? '', scope: 'all', fields: ['title'], dryRun: true }),
  ).toThrowError(/not one of a series/);
});
