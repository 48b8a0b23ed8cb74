import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { run } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { allDrafts, importCalendar } from '../testing/calendars.ts';
import {
  addDrafts,
  drainUntil,
  exactlyOnce,
  onlyOperation,
  openOrganizer,
  operations,
  publishAll,
  readyFields,
  type TestOrganizer,
} from '../testing/organizers.ts';
import { ONE_GO_MS, STEPS_KEPT } from './step.ts';

const titles = (organizer: TestOrganizer) => allDrafts(organizer).map(({ fields }) => fields.title);
const kinds = (organizer: TestOrganizer) => organizer.history.list().done.map(({ kind }) => kind);

function retitle(organizer: TestOrganizer, id: string, title: string, afterMs = ONE_GO_MS): void {
  organizer.clock.advance(afterMs);
  organizer.drafts.save(id, { ...organizer.drafts.get(id).fields, title });
}

describe('the journal', () => {
  test('names what was done, and survives a restart', async () => {
    const organizer = await openOrganizer();
    const ids = addDrafts(organizer, 3);
    organizer.drafts.change({ ids, change: { set: {}, shiftDays: 7 }, dryRun: false });
    organizer.drafts.change({ ids, change: { set: { capacity: 80 }, shiftDays: 0 }, dryRun: false });
    organizer.drafts.duplicate({ ids: ids.slice(0, 2), shiftDays: 14 });
    organizer.drafts.remove(ids.slice(0, 2));
    await importCalendar(organizer, ['ID,Title,Start,Venue', '1,Jazz,2027-06-01 20:00,Bar'], 'season.csv');
    await organizer.close();
    const again = await openOrganizer({ dataDir: organizer.dataDir, seed: 2 });
    expect(again.history.list().done).toMatchObject([
      { kind: 'import', drafts: 1, title: 'Jazz', file: { name: 'season.csv', created: 1, changed: 0 } },
      { kind: 'remove', drafts: 2, title: 'Event 1' },
      { kind: 'copy', drafts: 2, days: 14 },
      { kind: 'change', drafts: 3, fields: ['capacity'] },
      { kind: 'move', drafts: 3, days: 7 },
      { kind: 'add', drafts: 1, title: 'Event 3' },
      { kind: 'add', drafts: 1, title: 'Event 2' },
      { kind: 'add', drafts: 1, title: 'Event 1' },
    ]);
    expect(again.history.undo(null)).toMatchObject({ done: 1, kept: 0 });
    expect(titles(again)).toEqual(['Event 3', 'Event 1', 'Event 2']);
    expect(again.imports.list()).toMatchObject([{ undone: true }]);
    expect(again.history.redo()).toMatchObject({ done: 1 });
    expect(again.imports.list()).toMatchObject([{ undone: false }]);
    expect(again.drafts.get(allDrafts(again).at(-1)?.id ?? '')).toMatchObject({ fields: { title: 'Jazz' } });
  });

  test('has no step for what changed nothing, and what can be redone stays then', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    retitle(organizer, id, 'Other');
    organizer.history.undo(null);
    organizer.drafts.save(id, organizer.drafts.get(id).fields);
    organizer.drafts.restore([id]);
    organizer.drafts.change({ ids: [id], change: { set: {}, shiftDays: 3 }, dryRun: true });
    expect(organizer.history.current()).toMatchObject({ undo: { kind: 'add' }, redo: { kind: 'edit' } });
    organizer.drafts.remove([id]);
    expect(organizer.history.current()).toMatchObject({ undo: { kind: 'remove' }, redo: null });
    expect(organizer.history.redo()).toBeNull();
  });

  test('keeps more than a hundred steps, and forgets the oldest', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    for (let number = 1; number <= STEPS_KEPT + 5; number += 1) retitle(organizer, id, `Title ${number}`);
    expect(STEPS_KEPT).toBeGreaterThanOrEqual(100);
    for (let number = 0; number < STEPS_KEPT; number += 1) expect(organizer.history.undo(null)?.done).toBe(1);
    expect(organizer.history.undo(null)).toBeNull();
    expect(titles(organizer)).toEqual(['Title 5']);
  });

  test('refuses a change that is not part of a step', async () => {
    const organizer = await openOrganizer();
    addDrafts(organizer, 1);
    const db = openDatabase(organizer.dataDir, { alone: false });
    try {
      for (const sql of [
        `UPDATE drafts SET fields = json_set(fields, '$.title', 'Behind our backs')`,
        'UPDATE drafts SET deleted_at = 1',
        `UPDATE drafts SET source_key = 'x'`,
        `UPDATE drafts SET imported_fields = '{}'`,
        `INSERT INTO drafts (id, fields, ready, created_at, updated_at) VALUES ('x', '{}', 0, 0, 0)`,
      ]) {
        expect(() => run(db, sql)).toThrow(/NOT NULL/);
      }
    } finally {
      db.close();
    }
    expect(titles(organizer)).toEqual(['Event 1']);
  });
});

describe('typing', () => {
  test('in one field of one draft is one step, until there is a pause', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    organizer.clock.advance(ONE_GO_MS);
    for (const title of ['J', 'Ja', 'Jazz']) retitle(organizer, id, title, 600);
    expect(kinds(organizer)).toEqual(['edit', 'add']);
    retitle(organizer, id, 'Jazz!');
    expect(kinds(organizer)).toEqual(['edit', 'edit', 'add']);
    organizer.history.undo(null);
    expect(titles(organizer)).toEqual(['Jazz']);
    organizer.history.undo(null);
    expect(titles(organizer)).toEqual(['Event 1']);
    organizer.history.redo();
    expect(titles(organizer)).toEqual(['Jazz']);
  });

  test('of a new title belongs to the new draft; another field is another step', async () => {
    const organizer = await openOrganizer();
    const { id } = organizer.drafts.save(null, readyFields({ title: 'J' }));
    retitle(organizer, id, 'Jazz', 600);
    organizer.drafts.save(id, { ...organizer.drafts.get(id).fields, capacity: 80 });
    expect(kinds(organizer)).toEqual(['edit', 'add']);
  });

  test('that comes back to where it began leaves no step', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    retitle(organizer, id, 'Oops');
    retitle(organizer, id, 'Event 1', 600);
    expect(kinds(organizer)).toEqual(['add']);
  });

  test('moving is never joined: each drag is a step of its own', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    for (const startLocal of ['2026-07-13T20:00', '2026-07-14T20:00']) {
      organizer.drafts.save(id, { ...organizer.drafts.get(id).fields, startLocal });
    }
    expect(kinds(organizer)).toEqual(['move', 'move', 'add']);
  });
});

describe('and the outbox', () => {
  test('what is published stays, is named, and is not in the way of what came before', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const ids = addDrafts(organizer, 3);
    organizer.drafts.change({ ids, change: { set: {}, shiftDays: 1 }, dryRun: false });
    organizer.publish({ selection: { kind: 'drafts', draftIds: ids.slice(0, 1) }, dryRun: false });
    await organizer.drain();
    expect(organizer.history.undo(null)).toMatchObject({
      done: 2,
      kept: 1,
      stayed: [{ title: 'Event 1', why: expect.stringContaining('on Pinned Events') }],
    });
    expect(allDrafts(organizer).map(({ fields }) => fields.startLocal?.slice(8, 10))).toEqual(['12', '12', '13']);
    organizer.history.undo(null);
    organizer.history.undo(null);
    expect(organizer.history.undo(null)).toMatchObject({ done: 0, kept: 1 });
    expect(titles(organizer)).toEqual(['Event 1']);
    expect(organizer.history.current().undo).toBeNull();
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('what has no clear answer yet can be undone later, not now', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const [id = ''] = addDrafts(organizer, 1);
    retitle(organizer, id, 'Other');
    publishAll(organizer);
    server.faults.next('resetBeforeCommit', { route: 'POST /events' });
    await drainUntil(organizer, () => true);
    expect(() => organizer.history.undo(null)).toThrowError(
      expect.objectContaining({ code: 'not_allowed', message: expect.stringContaining('no clear answer') }),
    );
    expect(organizer.history.current().undo).toMatchObject({ kind: 'edit' });
  });

  test('what waits is sent as it is after the undo, and a new draft that is undone is not sent', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const [id = ''] = addDrafts(organizer, 1);
    retitle(organizer, id, 'Edited');
    addDrafts(organizer, 1, { title: 'Unwanted' });
    publishAll(organizer);
    expect(organizer.history.undo(null)).toMatchObject({ done: 1, leftOutbox: 1 });
    expect(organizer.history.undo(null)).toMatchObject({ done: 1, leftOutbox: 0 });
    await organizer.drain();
    expect(server.events().map(({ doc }) => doc.title)).toEqual(['Event 1']);
    expect(
      operations(organizer)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['cancelled', 'delivered']);
  });

  test('undoing a deletion brings back the draft, and publishes nothing by itself', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    publishAll(organizer);
    organizer.drafts.remove([id]);
    organizer.history.undo(null);
    expect(organizer.drafts.get(id)).toMatchObject({ deleted: false, status: 'ready' });
    expect(onlyOperation(organizer)).toMatchObject({ state: 'cancelled' });
  });

  test('a draft that stayed when an older step was undone keeps what came after it', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    const [id = ''] = addDrafts(organizer, 1);
    retitle(organizer, id, 'First');
    organizer.drafts.change({ ids: [id], change: { set: { capacity: 9 }, shiftDays: 0 }, dryRun: false });
    const [other = ''] = addDrafts(organizer, 1, { title: 'Other' });
    organizer.drafts.change({ ids: [id, other], change: { set: {}, shiftDays: 1 }, dryRun: false });
    publishAll(organizer);
    server.faults.next('resetBeforeCommit', { route: 'POST /events' });
    await drainUntil(organizer, () => true);
    expect(organizer.history.undo(null)).toMatchObject({ done: 1, kept: 1 });
    await organizer.drain();
    expect(organizer.history.undo(null)).toMatchObject({ step: { kind: 'add' }, done: 0, kept: 1 });
    expect(organizer.history.undo(null)).toMatchObject({
      step: { kind: 'change' },
      done: 0,
      stayed: [{ why: expect.stringMatching(/changed since/) }],
    });
    expect(organizer.drafts.get(id).fields).toMatchObject({ title: 'First', capacity: 9 });
  });
});

describe('a step that is not the newest', () => {
  test('is undone where nothing of it was changed since', async () => {
    const organizer = await openOrganizer();
    const [a = '', b = ''] = addDrafts(organizer, 2);
    organizer.drafts.remove([a]);
    const { undo } = organizer.history.current();
    retitle(organizer, b, 'Later');
    organizer.history.undo(undo?.id ?? 0);
    expect(titles(organizer)).toEqual(['Event 1', 'Later']);
    expect(() => organizer.history.undo(undo?.id ?? 0)).toThrowError(expect.objectContaining({ code: 'not_found' }));
    organizer.history.redo();
    expect(titles(organizer)).toEqual(['Later']);
  });

  test('is refused where something was, also by another process; nothing is lost', async () => {
    const organizer = await openOrganizer();
    const [id = ''] = addDrafts(organizer, 1);
    retitle(organizer, id, 'Here');
    const step = organizer.history.current().undo?.id ?? 0;
    const elsewhere = await openOrganizer({ dataDir: organizer.dataDir, clock: organizer.clock, seed: 9 });
    retitle(elsewhere, id, 'Elsewhere');
    expect(() => organizer.history.undo(step)).toThrowError(expect.objectContaining({ code: 'not_allowed' }));
    expect(titles(organizer)).toEqual(['Elsewhere']);
    organizer.history.undo(null);
    expect(titles(elsewhere)).toEqual(['Here']);
  });
});

test('taking an import back is not undone alone while its rows stand for other drafts', async () => {
  const organizer = await openOrganizer();
  const lines = ['ID,Title,Start,Venue', '1,Jazz,2027-06-01 20:00,Bar'];
  const { id } = await importCalendar(organizer, lines);
  organizer.imports.undo(id);
  const step = organizer.history.current().undo?.id ?? 0;
  await importCalendar(organizer, lines);
  expect(() => organizer.history.undo(step)).toThrowError(expect.objectContaining({ code: 'not_allowed' }));
  for (let left = 3; left > 0; left -= 1) expect(organizer.history.undo(null)).toMatchObject({ done: 1, kept: 0 });
  for (let left = 3; left > 0; left -= 1) expect(organizer.history.redo()).toMatchObject({ done: 1, kept: 0 });
  expect(titles(organizer)).toEqual(['Jazz']);
});

test('an import that is undone and imported again is not redone over the new one', async () => {
  const organizer = await openOrganizer();
  const lines = ['ID,Title,Start,Venue', '1,Jazz,2027-06-01 20:00,Bar'];
  await importCalendar(organizer, lines);
  organizer.history.undo(null);
  await importCalendar(organizer, lines);
  expect(organizer.history.current().redo).toBeNull();
  expect(titles(organizer)).toEqual(['Jazz']);
});
