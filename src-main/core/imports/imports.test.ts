import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { toCsv } from '../exports/csv.ts';
import { allDrafts, importCalendar, planCalendar } from '../testing/calendars.ts';
import { exactlyOnce, onlyOperation, openOrganizer, publishAll } from '../testing/organizers.ts';

const header = 'ID,Title,Start,Venue,Description';
const jazz = '1,Jazz,2027-06-01 20:00,Bar,Trio';
const film = '2,Film,2027-06-02 20:00,Hall,Silent';
const season = [header, jazz, film];

describe('the same file again', () => {
  test('changes nothing', async () => {
    const organizer = await openOrganizer();
    expect((await importCalendar(organizer, season)).counts).toMatchObject({ rows: 2, new: 2, unchanged: 0 });
    const before = allDrafts(organizer);
    organizer.clock.advance(60_000);
    expect((await importCalendar(organizer, season)).counts).toMatchObject({
      rows: 2,
      new: 0,
      changed: 0,
      unchanged: 2,
    });
    expect(allDrafts(organizer)).toEqual(before);
  });

  test('changes nothing in another order, with other white space, and without ids', async () => {
    const organizer = await openOrganizer();
    const plain = ['Title,Start,Venue', 'Jazz,2027-06-01 20:00,Bar', 'Film,2027-06-02 20:00,Hall'];
    await importCalendar(organizer, plain);
    const shuffled = [plain[0] ?? '', ' film ,2027-06-02 20:00,Hall', 'JAZZ,2027-06-01 20:00, bar'];
    const { counts } = await importCalendar(organizer, shuffled);
    expect(counts).toMatchObject({ rows: 2, new: 0 });
    expect(allDrafts(organizer)).toHaveLength(2);
  });

  test('beside what this app wrote of it, one draft is one event', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, ['Title,Start,Venue', 'Jazz,2027-06-01 20:00,Bar']);
    const before = allDrafts(organizer);
    const [ourHeader = '', ours = ''] = toCsv(before).slice(1).trimEnd().split('\r\n');
    const named: Record<string, string> = { Title: 'Jazz', Start: '2027-06-01 20:00', Venue: 'Bar' };
    const source = ourHeader
      .split(',')
      .map((name) => named[name] ?? '')
      .join(',');
    for (const rows of [
      [ours, source],
      [source, ours],
    ]) {
      const both = await importCalendar(organizer, [ourHeader, ...rows], 'both.csv');
      expect(both.counts).toMatchObject({ rows: 2, new: 0, duplicates: 1 });
    }
    expect(allDrafts(organizer)).toHaveLength(1);
  });

  test('publishes nothing twice', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    await importCalendar(organizer, season);
    publishAll(organizer);
    await organizer.drain();
    const again = await importCalendar(organizer, season);
    expect(again.counts).toMatchObject({ unchanged: 2 });
    expect(organizer.publish({ selection: { kind: 'import', importId: again.id }, dryRun: false })).toMatchObject({
      queued: 0,
      alreadyInOutbox: 2,
    });
    await organizer.drain();
    expect(exactlyOnce(server, 2)).toBe(true);
  });
});

describe('a file that says something else now', () => {
  test('changes what it says, and local edits survive', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, season);
    const draft = allDrafts(organizer)[0];
    organizer.drafts.save(draft?.id ?? '', { ...draft?.fields, description: 'My own words' } as never);
    const later = await importCalendar(organizer, [header, '1,Jazz,2027-06-01 21:00,Bar,Trio', film]);
    expect(later.verdicts).toEqual(['changed', 'unchanged']);
    expect(allDrafts(organizer)[0]?.fields).toMatchObject({
      startLocal: '2027-06-01T21:00',
      description: 'My own words',
    });
  });

  test('counts with what became of its drafts after the plan was shown', async () => {
    const organizer = await openOrganizer();
    const titles = ['Jazz', 'Film', 'Tango', 'Quiz', 'Slam'];
    const lines = (time: string) => [
      header,
      ...titles.map((title, n) => `${n},${title},2027-06-0${n + 1} ${time},Bar,`),
    ];
    await importCalendar(organizer, lines('20:00'));
    const id = (title: string) => allDrafts(organizer).find((draft) => draft.fields.title === title)?.id ?? '';
    const plan = await planCalendar(organizer, lines('21:00'));
    expect(plan.counts).toMatchObject({ changed: 5 });

    const film = allDrafts(organizer).find((draft) => draft.fields.title === 'Film');
    organizer.drafts.save(id('Film'), { ...film?.fields, description: 'My own words' } as never);
    organizer.drafts.remove([id('Tango')]);
    organizer.publish({ selection: { kind: 'drafts', draftIds: [id('Quiz')] }, dryRun: false });
    const { counts } = organizer.imports.apply(plan.planId);
    expect(counts).toMatchObject({ changed: 5, new: 0 });
    expect(allDrafts(organizer).map(({ fields }) => [fields.title, fields.startLocal, fields.description])).toEqual([
      ['Jazz', '2027-06-01T21:00', ''],
      ['Film', '2027-06-02T21:00', 'My own words'],
      ['Quiz', '2027-06-04T21:00', ''],
      ['Slam', '2027-06-05T21:00', ''],
    ]);
    expect(onlyOperation(organizer)).toMatchObject({ draftId: id('Quiz'), state: 'queued', title: 'Quiz' });
  });

  test('that already says what a person wrote is the base from then on', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, season);
    const describe = (description: string) => {
      const draft = allDrafts(organizer)[0];
      organizer.drafts.save(draft?.id ?? '', { ...draft?.fields, description } as never);
    };
    const quartet = [header, jazz.replace('Trio', 'Quartet'), film];
    describe('Quartet');
    expect((await importCalendar(organizer, quartet)).counts).toMatchObject({ unchanged: 2 });
    describe('Sold out');
    expect((await importCalendar(organizer, quartet)).counts).toMatchObject({ unchanged: 2 });
    expect(allDrafts(organizer)[0]?.fields.description).toBe('Sold out');
  });

  test('changes what waits in the outbox, under the same key', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    await importCalendar(organizer, [header, jazz]);
    publishAll(organizer);
    const { idempotencyKey } = onlyOperation(organizer);
    await importCalendar(organizer, [header, '1,Jazz!,2027-06-01 20:00,Bar,Trio']);
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ idempotencyKey, state: 'delivered' });
    expect(server.events()[0]?.doc.title).toBe('Jazz!');
  });

  test('is reported, not applied, for what is published', async () => {
    const server = await startForTest();
    const organizer = await openOrganizer({ server });
    await importCalendar(organizer, [header, jazz]);
    publishAll(organizer);
    await organizer.drain();
    for (let round = 0; round < 2; round += 1) {
      const later = await importCalendar(organizer, [header, '1,Jazz,2027-06-01 21:00,Bar,Trio']);
      expect(later.counts).toMatchObject({ publishedChanged: 1, changed: 0, new: 0 });
    }
    expect(allDrafts(organizer)[0]?.fields.startLocal).toBe('2027-06-01T20:00');
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });
});

describe('who is who', () => {
  test('a copied row is one event', async () => {
    const organizer = await openOrganizer();
    const { counts, verdicts } = await importCalendar(organizer, [header, jazz, jazz, film]);
    expect(verdicts).toEqual(['new', 'duplicate', 'new']);
    expect(counts).toMatchObject({ rows: 3, new: 2, duplicates: 1 });
  });

  test('one id for several events makes several events, in whatever order they come', async () => {
    const organizer = await openOrganizer();
    const series = ['7,Jazz,2027-06-01 20:00,Bar,', '7,Jazz,2027-06-08 20:00,Bar,', '7,Film,2027-06-08 20:00,Bar,'];
    expect((await importCalendar(organizer, [header, ...series])).counts).toMatchObject({ new: 3 });
    const again = await importCalendar(organizer, [header, ...series.toReversed()]);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });

  test.each([false, true])(
    'a series that grows loses no event and moves none (new row first: %s)',
    async (newFirst) => {
      const organizer = await openOrganizer();
      const [first, second] = ['7,Jazz,2027-06-01 20:00,Bar,', '7,Jazz,2027-06-08 20:00,Bar,'];
      await importCalendar(organizer, [header, first ?? '']);
      const rows = newFirst ? [second ?? '', first ?? ''] : [first ?? '', second ?? ''];
      const { counts } = await importCalendar(organizer, [header, ...rows]);
      expect(counts).toMatchObject({ new: 1, unchanged: 1, changed: 0, duplicates: 0 });
      expect(allDrafts(organizer).map(({ fields }) => fields.startLocal)).toEqual([
        '2027-06-01T20:00',
        '2027-06-08T20:00',
      ]);
      expect((await importCalendar(organizer, [header, ...rows])).counts).toMatchObject({ unchanged: 2 });
    },
  );

  test('an id of another calendar does not overwrite that event', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, [header, jazz]);
    const other = ['Event name,Begins,Ticket,ID', 'Opera,2027-09-01 19:00,https://example.org,1'];
    const plan = await planCalendar(organizer, other, 'other.csv');
    expect(plan.counts).toMatchObject({ new: 1, changed: 0 });
    expect(plan.issues.map(({ code }) => code)).toContain('id_of_another_event');
    organizer.imports.apply(plan.planId);
    expect(allDrafts(organizer).map(({ fields }) => fields.title)).toEqual(['Jazz', 'Opera']);
    expect((await importCalendar(organizer, other, 'other.csv')).counts).toMatchObject({ unchanged: 1, new: 0 });
  });
});

test('a plan changes nothing, and what was not planned cannot be applied', async () => {
  const organizer = await openOrganizer();
  const { planId, counts } = await planCalendar(organizer, season);
  expect(counts).toMatchObject({ new: 2 });
  expect([allDrafts(organizer), organizer.imports.list()]).toEqual([[], []]);
  organizer.imports.apply(planId);
  expect(() => organizer.imports.apply(planId)).toThrowError(expect.objectContaining({ code: 'not_found' }));
});

test('the counts of rows always add up', async () => {
  const organizer = await openOrganizer();
  const { counts } = await importCalendar(organizer, [header, jazz, jazz, ',,,,', '9,,no date,,', film]);
  const { rows, ...verdicts } = counts;
  expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(rows);
});

test('a file that is not there is named', async () => {
  const organizer = await openOrganizer();
  await expect(organizer.imports.plan('/nowhere.csv', {})).rejects.toMatchObject({ code: 'unreadable_input' });
});
