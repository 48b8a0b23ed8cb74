import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { DraftStatus } from '#shared/contract/views.ts';
import { emptyDraftFields } from '#shared/drafts/draft.ts';
import { addDrafts, openOrganizer, publishAll, readyFields, type TestOrganizer } from '../testing/organizers.ts';

const list = (organizer: TestOrganizer, query: { search?: string; status?: DraftStatus | null } = {}) =>
  organizer.drafts
    .list({ search: '', status: null, importId: null, limit: 100, offset: 0, ...query })
    .items.map(({ fields }) => fields.title);

describe('a draft', () => {
  test('may be empty, says what it lacks, and keeps what it is given', async () => {
    const organizer = await openOrganizer();
    const empty = organizer.drafts.save(null, emptyDraftFields());
    expect(empty).toMatchObject({ status: 'incomplete', lockedReason: null, deleted: false });
    expect(empty.problems).toHaveLength(6);
    const fields = readyFields({ description: 'Zeile 1\nZeile 2 😀', capacity: 80 });
    expect(organizer.drafts.save(empty.id, fields)).toMatchObject({
      id: empty.id,
      fields,
      status: 'ready',
      problems: [],
    });
    await organizer.close();
    const again = await openOrganizer({ dataDir: organizer.dataDir, seed: 2 });
    expect(again.drafts.get(empty.id).fields).toEqual(fields);
  });

  test('that nobody knows is not found', async () => {
    const organizer = await openOrganizer();
    expect(() => organizer.drafts.get('nobody')).toThrowError(expect.objectContaining({ code: 'not_found' }));
    expect(() => organizer.drafts.save('nobody', emptyDraftFields())).toThrowError(/no draft/);
  });

  test('that is saved unchanged is not called changed', async () => {
    const organizer = await openOrganizer();
    const { id, updatedAt } = organizer.drafts.save(null, readyFields());
    organizer.clock.advance(5_000);
    expect(organizer.drafts.save(id, readyFields()).updatedAt).toBe(updatedAt);
    expect(organizer.drafts.save(id, readyFields({ title: 'Other' })).updatedAt).toBe(updatedAt + 5_000);
  });

  test('goes to the trash and comes back', async () => {
    const organizer = await openOrganizer();
    const [a = '', b = ''] = addDrafts(organizer, 2);
    expect(organizer.drafts.remove([a])).toBe(1);
    expect(organizer.drafts.remove([a])).toBe(0);
    expect(list(organizer)).toEqual(['Event 2']);
    expect(publishAll(organizer)).toMatchObject({ queued: 1 });
    expect(organizer.drafts.restore([a, b])).toBe(1);
    expect(list(organizer)).toEqual(['Event 1', 'Event 2']);
  });
});

describe('the list', () => {
  test('goes by start, with what has none at the end, in pages', async () => {
    const organizer = await openOrganizer();
    for (const [title, startLocal] of [
      ['c', null],
      ['b', '2026-08-02T10:00'],
      ['a', '2026-08-01T10:00'],
    ] as const) {
      organizer.drafts.save(null, readyFields({ title, startLocal }));
    }
    expect(list(organizer)).toEqual(['a', 'b', 'c']);
    const page = organizer.drafts.list({ search: '', status: null, importId: null, limit: 1, offset: 1 });
    expect([page.total, page.items[0]?.fields.title]).toEqual([3, 'b']);
  });

  test('can be narrowed to one status', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    addDrafts(organizer, 1, { title: 'delivered' });
    addDrafts(organizer, 1, { title: 'rejected', classifications: ['unheard-of'] });
    publishAll(organizer);
    await organizer.drain();
    addDrafts(organizer, 1, { title: 'queued' });
    publishAll(organizer);
    addDrafts(organizer, 1, { title: 'ready' });
    addDrafts(organizer, 1, { title: 'incomplete', channelId: null });
    for (const status of ['delivered', 'queued', 'ready', 'incomplete'] as const) {
      expect(list(organizer, { status })).toEqual([status]);
    }
    expect(
      organizer.drafts.list({ search: '', status: 'rejected', importId: null, limit: 9, offset: 0 }).items,
    ).toEqual([
      expect.objectContaining({ status: 'rejected', error: expect.objectContaining({ code: 'invalid_request' }) }),
    ]);
  });
});

describe('search', () => {
  const titles = ['Café Müller', 'CAFE NOIR', 'Decaf "Night" OR dawn', 'Łódź jazz', '東京 Night', 'C++ & C# meetup'];
  async function library() {
    const organizer = await openOrganizer();
    for (const title of titles) organizer.drafts.save(null, readyFields({ title }));
    organizer.drafts.save(null, readyFields({ title: 'Hidden', locationName: 'Straße', description: 'über alles' }));
    return organizer;
  }

  test.each([
    ['cafe', ['Café Müller', 'CAFE NOIR']],
    ['CAFÉ mul', ['Café Müller']],
    ['Cafe\u0301', ['Café Müller', 'CAFE NOIR']],
    ['nig', ['Decaf "Night" OR dawn', '東京 Night']],
    ['jazz lod', []],
    ['jazz łód', ['Łódź jazz']],
    ['東京', ['東京 Night']],
    ['uber', ['Hidden']],
    ['stra', ['Hidden']],
    ['caf*', ['Café Müller', 'CAFE NOIR']],
    ['"Night" OR dawn', ['Decaf "Night" OR dawn']],
    ['night NOT dawn', []],
    ['title:cafe', []],
    ['(((', [...titles, 'Hidden']],
    ['C++', ['Café Müller', 'CAFE NOIR', 'C++ & C# meetup']],
  ])('%s finds %o', async (search, found) => {
    expect(list(await library(), { search })).toEqual(found);
  });

  test('follows edits, the trash and restores', async () => {
    const organizer = await openOrganizer();
    const { id } = organizer.drafts.save(null, readyFields({ title: 'Before' }));
    organizer.drafts.save(id, readyFields({ title: 'After' }));
    expect(list(organizer, { search: 'before' })).toEqual([]);
    expect(list(organizer, { search: 'after' })).toEqual(['After']);
    organizer.drafts.remove([id]);
    expect(list(organizer, { search: 'after' })).toEqual([]);
    organizer.drafts.restore([id]);
    expect(list(organizer, { search: 'after' })).toEqual(['After']);
  });
});
