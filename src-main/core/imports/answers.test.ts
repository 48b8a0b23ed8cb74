import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allDrafts, choices, importCalendar } from '../testing/calendars.ts';
import { openOrganizer, type TestOrganizer } from '../testing/organizers.ts';

function file(organizer: TestOrganizer, lines: string[], name = 'season.csv'): string {
  const path = join(organizer.dataDir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

describe('cities', () => {
  const lines = ['Title,Start,City', 'A,2027-06-01 20:00,Hamburg', 'B,2027-06-02 20:00,Hamburg', 'C,2027-06-03 20:00,'];

  test('that are no known place are told, answered, and known from then on', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, lines);
    const plan = await organizer.imports.plan(path, { placeId: 'place-berlin', placeName: 'Berlin' });
    expect(plan.unmappedCities).toEqual([{ value: 'Hamburg', rows: 2 }]);
    const placeMap = { Hamburg: { placeId: 'place-hamburg', countryCode: 'DE' } };
    const answered = await organizer.imports.plan(path, { placeId: 'place-berlin', placeName: 'Berlin', placeMap });
    expect(answered.unmappedCities).toEqual([]);
    organizer.imports.apply(answered.planId);
    expect(allDrafts(organizer).map(({ fields }) => [fields.placeId, fields.countryCode])).toEqual([
      ['place-hamburg', 'DE'],
      ['place-hamburg', 'DE'],
      ['place-berlin', null],
    ]);
    // A file of another program: no preset, but the place is known by now.
    const other = file(organizer, ['Event;When;Town', 'D;2027-06-04 20:00;HAMBURG'], 'other.csv');
    const next = await organizer.imports.plan(other, {});
    organizer.imports.apply(next.planId);
    expect(allDrafts(organizer).at(-1)?.fields.placeId).toBe('place-hamburg');
  });
});

describe('spellings of one venue', () => {
  const lines = [
    'Title,Start,Venue',
    'A,2027-06-01 20:00,Café Luna',
    'B,2027-06-02 20:00,Café Luna',
    'C,2027-06-03 20:00,cafe luna',
    'D,2027-06-04 20:00,Bar',
  ];

  test('are one after the person said so, and stay so through later imports, also without that answer', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, lines);
    const plan = await organizer.imports.plan(path, choices);
    expect(plan.venueGroups).toEqual([
      {
        chosen: 'Café Luna',
        spellings: [
          { value: 'Café Luna', rows: 2 },
          { value: 'cafe luna', rows: 1 },
        ],
      },
    ]);
    const venueMap = { 'cafe luna': 'Café Luna' };
    const fixed = await organizer.imports.plan(path, { ...choices, venueMap });
    expect(fixed.venueGroups).toEqual([]);
    organizer.imports.apply(fixed.planId);
    const venues = () => allDrafts(organizer).map(({ fields }) => fields.locationName);
    expect(venues()).toEqual(['Café Luna', 'Café Luna', 'Café Luna', 'Bar']);
    for (const again of [{ ...choices }, { ...choices, usePreset: false }]) {
      const next = await organizer.imports.plan(path, again);
      expect(next.counts).toMatchObject({ unchanged: 4 });
      organizer.imports.apply(next.planId);
      expect(venues()).toEqual(['Café Luna', 'Café Luna', 'Café Luna', 'Bar']);
    }
  });

  test('that were imported before are changed in the drafts too', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, lines);
    organizer.imports.apply((await organizer.imports.plan(path, choices)).planId);
    const plan = await organizer.imports.plan(path, { ...choices, venueMap: { 'cafe luna': 'Café Luna' } });
    expect(plan.counts).toMatchObject({ changed: 1, unchanged: 3 });
    organizer.imports.apply(plan.planId);
    expect((await organizer.imports.plan(path, { ...choices, usePreset: false })).counts).toMatchObject({
      unchanged: 4,
    });
  });
});

describe('look-alikes', () => {
  test('of drafts that are there: shown with the reason, and new all the same', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, ['ID,Title,Start,Venue', '1,Summer Jazz Night,2027-06-01 20:00,Bar']);
    const path = file(organizer, [
      'Event;When;Where;Key',
      'Jazz Night of Summer;2027-06-01 20:00;Bar;a',
      'Summer Jazz Night;2027-06-01 21:00;Bar;b',
      'Poetry;2027-06-01 20:00;Hall;c',
      'Summer Jazz Night;2027-07-01 20:00;Bar;d',
    ]);
    const plan = await organizer.imports.plan(path, choices);
    expect(plan.counts).toMatchObject({ new: 4 });
    expect(plan.lookAlikes).toBe(2);
    const { rows } = organizer.imports.rows(plan.planId, { verdicts: [], lookAlikes: true, limit: 10, offset: 0 });
    expect(rows.map(({ row, lookAlike }) => [row, lookAlike])).toEqual([
      [2, '“Summer Jazz Night” is there already and begins at the same time.'],
      [3, '“Summer Jazz Night” is there already on that day, at 20:00.'],
    ]);
    const without = await organizer.imports.plan(path, {
      ...choices,
      leftOut: rows.map(({ row, startLocal }) => ({ row, startLocal })),
    });
    expect(without.counts).toMatchObject({ new: 2, skipped: 2 });
    organizer.imports.apply(without.planId);
    expect(allDrafts(organizer)).toHaveLength(3);
  });

  test('one date of a series is left out, the others stay', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, ['Title,Start,Venue', 'Choir practice evening,2027-06-09 20:00,Bar']);
    const path = file(
      organizer,
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Bar//EN',
        'BEGIN:VEVENT',
        'UID:choir',
        'DTSTAMP:20270101T000000Z',
        'SUMMARY:Choir practice',
        'LOCATION:Bar',
        'DTSTART:20270602T200000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'END:VEVENT',
        'END:VCALENDAR',
      ],
      'choir.ics',
    );
    const plan = await organizer.imports.plan(path, choices);
    const { rows } = organizer.imports.rows(plan.planId, { verdicts: [], lookAlikes: true, limit: 10, offset: 0 });
    expect(rows.map(({ startLocal }) => startLocal)).toEqual(['2027-06-09T20:00']);
    const leftOut = rows.map(({ row, startLocal }) => ({ row, startLocal }));
    const without = await organizer.imports.plan(path, { ...choices, leftOut });
    expect(without.counts).toMatchObject({ new: 3, skipped: 1 });
  });

  test('of another row of the file', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, [
      'ID,Title,Start,Venue',
      '1,Jazz,2027-06-01 20:00,Bar',
      '2,Jazz,2027-06-01 20:00,Hall',
      '3,Jazz,2027-06-01 20:00,Bar',
    ]);
    const plan = await organizer.imports.plan(path, choices);
    expect(plan.preview.map(({ lookAlike }) => lookAlike)).toEqual([
      null,
      'Row 2 has the same title and start, at another venue.',
      'Row 2 has the same title and start, under another id.',
    ]);
  });
});
