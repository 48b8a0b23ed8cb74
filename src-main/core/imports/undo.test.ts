import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { openDatabase } from '../db/open.ts';
import { allDrafts, importCalendar, planCalendar } from '../testing/calendars.ts';
import { exactlyOnce, openOrganizer, operations, publishAll, type TestOrganizer } from '../testing/organizers.ts';

const header = 'ID,Title,Start,Venue,Description';
const jazz = '1,Jazz,2027-06-01 20:00,Bar,Trio';
const film = '2,Film,2027-06-02 20:00,Hall,Silent';

function edit(organizer: TestOrganizer, index: number, change: Partial<DraftFields>) {
  const draft = allDrafts(organizer)[index];
  if (draft) organizer.drafts.save(draft.id, { ...draft.fields, ...change });
}

describe('taking an import back', () => {
  test('moves what it made to the trash, and the file can be imported afresh', async () => {
    const organizer = await openOrganizer();
    const { id } = await importCalendar(organizer, [header, jazz, film]);
    expect(organizer.imports.undo(id)).toEqual({ removed: 2, kept: 0, stayed: [] });
    expect(allDrafts(organizer)).toEqual([]);
    expect(organizer.imports.list()).toMatchObject([{ id, undone: true }]);
    expect(() => organizer.imports.undo(id)).toThrowError(expect.objectContaining({ code: 'not_allowed' }));
    expect(() => organizer.imports.undo('nobody')).toThrowError(expect.objectContaining({ code: 'not_found' }));
    expect((await importCalendar(organizer, [header, jazz, film])).counts).toMatchObject({ new: 2 });
  });

  test('takes what waits out of the outbox, and publishing after a new import works under new keys', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const { id } = await importCalendar(organizer, [header, jazz]);
    publishAll(organizer);
    organizer.imports.undo(id);
    await organizer.drain();
    expect(server.events()).toEqual([]);
    await importCalendar(organizer, [header, jazz]);
    expect(publishAll(organizer)).toMatchObject({ queued: 1 });
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
    expect(
      operations(organizer)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['cancelled', 'delivered']);
  });

  test('gives what it changed its earlier content', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, [header, jazz]);
    const before = allDrafts(organizer)[0]?.fields;
    const { id } = await importCalendar(organizer, [header, '1,Jazz!,2027-06-01 21:00,Bar,Quartet']);
    expect(organizer.imports.undo(id)).toEqual({ removed: 1, kept: 0, stayed: [] });
    expect(allDrafts(organizer)[0]?.fields).toEqual(before);
    const again = await importCalendar(organizer, [header, '1,Jazz!,2027-06-01 21:00,Bar,Quartet']);
    expect(again.counts).toMatchObject({ changed: 1 });
  });

  test('keeps what a person wrote since', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, [header, jazz]);
    const { id } = await importCalendar(organizer, [header, '1,Jazz!,2027-06-01 20:00,Bar,Quartet']);
    edit(organizer, 0, { description: 'Sold out', capacity: 80 });
    organizer.imports.undo(id);
    expect(allDrafts(organizer)[0]?.fields).toMatchObject({ title: 'Jazz', description: 'Sold out', capacity: 80 });
  });

  test('leaves alone what was published, or may have been', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const { id } = await importCalendar(organizer, [header, jazz]);
    publishAll(organizer);
    await organizer.drain();
    expect(organizer.imports.undo(id)).toMatchObject({
      removed: 0,
      kept: 1,
      stayed: [{ title: 'Jazz', why: expect.stringContaining('on Pinned Events') }],
    });
    expect(allDrafts(organizer)).toHaveLength(1);
    expect((await importCalendar(organizer, [header, jazz])).counts).toMatchObject({ unchanged: 1, new: 0 });
    publishAll(organizer);
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

test('an import that fails in the middle leaves nothing behind', async () => {
  const organizer = await openOrganizer();
  await importCalendar(organizer, [header, jazz]);
  const db = openDatabase(organizer.dataDir);
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON drafts WHEN (new.fields ->> '$.title') = 'Film'
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  const { planId } = await planCalendar(organizer, [
    header,
    jazz.replace('Trio', 'Quartet'),
    '3,Opera,2027-06-03 20:00,Bar,',
    film,
  ]);
  expect(() => organizer.imports.apply(planId)).toThrow('the disk is full');
  expect(allDrafts(organizer).map(({ fields }) => [fields.title, fields.description])).toEqual([['Jazz', 'Trio']]);
  expect(organizer.imports.list()).toHaveLength(1);
  db.exec('DROP TRIGGER full');
  db.close();
  expect(organizer.imports.apply(planId).counts).toMatchObject({ new: 2, changed: 1 });
});
