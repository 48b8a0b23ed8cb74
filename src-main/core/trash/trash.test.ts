import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { allDrafts, importCalendar } from '../testing/calendars.ts';
import { addDrafts, exactlyOnce, openOrganizer, publishAll, type TestOrganizer } from '../testing/organizers.ts';

const trash = (organizer: TestOrganizer, search = '') =>
  organizer.trash.list({ search, limit: 100, offset: 0 }).items.map(({ draft }) => draft.fields.title);
const drop = (organizer: TestOrganizer, ids?: string[], dryRun = false) =>
  organizer.trash.deleteForGood({ which: ids ? { kind: 'drafts', ids } : { kind: 'all' }, dryRun });

test('the trash says what went when and from where, the newest first, and is searched like the drafts', async () => {
  const organizer = await openOrganizer();
  const [a = '', b = ''] = addDrafts(organizer, 2);
  await importCalendar(organizer, ['Title,Start,Venue', 'Café Jazz,2027-06-01 20:00,Bar'], 'season.csv');
  organizer.drafts.remove([b]);
  organizer.clock.advance(5_000);
  organizer.drafts.remove(allDrafts(organizer).map(({ id }) => id));
  const { total, items } = organizer.trash.list({ search: '', limit: 2, offset: 0 });
  expect([total, items.length]).toEqual([3, 2]);
  expect(items).toMatchObject([
    { draft: { id: a, deleted: true }, deletedAt: organizer.clock.now(), fileName: null },
    { draft: { fields: { title: 'Café Jazz' } }, fileName: 'season.csv' },
  ]);
  expect(trash(organizer)).toEqual(['Event 1', 'Café Jazz', 'Event 2']);
  expect(trash(organizer, 'cafe')).toEqual(['Café Jazz']);
});

test('what is deleted for good is gone from the trash and from the journal; the rest stays undoable', async () => {
  const organizer = await openOrganizer();
  const [a = '', b = '', kept = ''] = addDrafts(organizer, 3);
  organizer.drafts.remove([a, b]);
  expect(drop(organizer, [a], true)).toEqual({ deleted: 1, kept: 0 });
  expect(trash(organizer)).toHaveLength(2);
  // What does not lie in the trash is not deleted for good.
  expect(drop(organizer, [a, kept])).toEqual({ deleted: 1, kept: 0 });
  expect(trash(organizer)).toEqual(['Event 2']);
  expect(() => organizer.drafts.get(a)).toThrowError(expect.objectContaining({ code: 'not_found' }));
  expect(organizer.history.undo(null)).toMatchObject({ step: { kind: 'remove' }, done: 1 });
  expect(allDrafts(organizer).map(({ fields }) => fields.title)).toEqual(['Event 2', 'Event 3']);
  expect(organizer.history.list().done).toHaveLength(2);
});

test('an import whose drafts were deleted for good can still be taken back, and its file imported afresh', async () => {
  const organizer = await openOrganizer();
  const lines = ['ID,Title,Start,Venue', '1,Jazz,2027-06-01 20:00,Bar', '2,Film,2027-06-02 20:00,Bar'];
  const { id } = await importCalendar(organizer, lines);
  organizer.drafts.remove(
    allDrafts(organizer)
      .slice(0, 1)
      .map((draft) => draft.id),
  );
  drop(organizer);
  expect(organizer.imports.undo(id)).toMatchObject({ removed: 1, kept: 0 });
  expect((await importCalendar(organizer, lines)).counts).toMatchObject({ new: 2 });
});

test('what was ever queued stays: the ledger speaks of it', async () => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server });
  const [delivered = ''] = addDrafts(organizer, 1, { title: 'Delivered' });
  publishAll(organizer);
  await organizer.drain();
  const [dropped = ''] = addDrafts(organizer, 1, { title: 'Dropped' });
  publishAll(organizer);
  const [free = ''] = addDrafts(organizer, 1, { title: 'Free' });
  organizer.drafts.remove([delivered, dropped, free]);
  expect(drop(organizer)).toEqual({ deleted: 1, kept: 2 });
  expect(trash(organizer).sort()).toEqual(['Delivered', 'Dropped']);
  organizer.drafts.restore([delivered]);
  expect(publishAll(organizer)).toMatchObject({ queued: 0, alreadyInOutbox: 1 });
  expect(exactlyOnce(server, 1)).toBe(true);
});
