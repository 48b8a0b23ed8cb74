import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftView } from '#shared/contract/views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { resolveEnd, resolveLocal } from '#shared/time/zoned.ts';
import { toIcs } from '../../exports/ics.ts';
import { allDrafts, choices, importCalendar } from '../../testing/calendars.ts';
import { openOrganizer, readyFields, type TestOrganizer } from '../../testing/organizers.ts';
import { calendar, event, read } from './testing/ics-text.ts';

const NOW_MS = Date.UTC(2026, 5, 12, 10);

const view = (fields: DraftFields, id = 'd-1'): DraftView => ({
  id,
  fields,
  sourceId: null,
  importId: null,
  updatedAt: 0,
  deleted: false,
  status: 'ready',
  problems: [],
  lockedReason: null,
  remoteId: null,
  error: null,
});

const pad = (value: number) => String(value).padStart(2, '0');
const day = fc
  .tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${pad(month)}-${pad(date)}`);
const clock = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([hour, minute]) => `T${pad(hour)}:${pad(minute)}`);
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
  'Etc/GMT-2',
);
/** Texts as the editor keeps them: no white space around, one kind of line end, no control characters, and no sign of a broken one. */
const clean = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]|\ufffd/gu, '')
    .trim();
const words = fc.oneof(
  fc.string({ maxLength: 80, unit: 'grapheme' }),
  fc.constantFrom('a,b;c', 'C:\\new\\Nd', '"x": y', '\\n', ' ', '€😀'.repeat(30)),
);
const line = words.map((text) => clean(text).replace(/\s+/g, ' ').trim());
const lines = fc.array(words, { maxLength: 4 }).map((parts) => clean(parts.join('\n')));

const timed = fc.tuple(day, clock, day, clock, zone, fc.boolean()).map(([from, at, to, until, timeZone, open]) => {
  const [start = '', end = ''] = [from + at, to + until].sort();
  return { startLocal: start, endLocal: open || start === end ? null : end, allDay: false, timeZone };
});
const days = fc.tuple(day, day, zone).map(([from, to, timeZone]) => {
  const [start = '', end = ''] = [from, to].sort();
  return { startLocal: `${start}T00:00`, endLocal: start === end ? null : `${end}T23:59`, allDay: true, timeZone };
});
const ticket = fc.constantFrom<DraftFields['offers'][]>(
  [],
  [{ name: 'Door, late', url: 'https://example.org/t?a=1,2;b', availability: 'available' }],
);
const fields: fc.Arbitrary<DraftFields> = fc
  .tuple(
    line.filter((text) => text !== ''),
    lines,
    line,
    fc.oneof(timed, days),
    ticket,
  )
  .map(([title, description, locationName, times, offers]) =>
    readyFields({ title, description, locationName, offers, ...times }),
  )
  .filter(({ startLocal, endLocal, timeZone }) => {
    // A draft that can be published: its times exist, and the end is not before the start.
    const start = resolveLocal(startLocal ?? '', timeZone ?? '');
    const end = endLocal === null ? start : resolveEnd(startLocal ?? '', endLocal, timeZone ?? '', 'earlier');
    return start.ok && end.ok && end.epochMs >= start.epochMs && !start.overlap && !end.overlap;
  });

test('rule: what our own export wrote comes back as it went out', () => {
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 5 }), (drafts) => {
      const { text } = toIcs(
        drafts.map((each, index) => view(each, `d-${index}`)),
        NOW_MS,
      );
      const { events, codes } = read(text, { timeZone: 'Asia/Tokyo' });
      expect(codes).toEqual([]);
      expect(events.map((row) => [row.sourceId, kept(row.fields), row.issues.map((issue) => issue.code)])).toEqual(
        drafts.map((draft, index) => [`d-${index}@organizer.invalid`, kept(draft), []]),
      );
    }),
    { numRuns: 300 },
  );
});

/** What an iCalendar file can say of a draft. */
function kept({
  title,
  startLocal,
  endLocal,
  allDay,
  timeZone,
  description,
  locationName,
  classifications,
  offers,
}: DraftFields) {
  return { title, startLocal, endLocal, allDay, timeZone, description, locationName, classifications, offers };
}

async function importText(organizer: TestOrganizer, text: string) {
  const file = join(organizer.dataDir, 'calendar.ics');
  writeFileSync(file, text);
  const plan = await organizer.imports.plan(file, choices);
  return organizer.imports.apply(plan.planId).counts;
}

describe('the same calendar again', () => {
  const file = (time: string, ...more: string[]) =>
    calendar(
      ...event('UID:a@x', `DTSTART;TZID=Europe/Berlin:20260707T${time}`, 'RRULE:FREQ=WEEKLY;COUNT=3', ...more),
      ...event('UID:b@x', 'SUMMARY:Film', 'DTSTART;VALUE=DATE:20260801', 'CATEGORIES:Film'),
      ...event('UID:', 'SUMMARY:No id', 'DTSTART:20260802T180000Z'),
    );

  test('changes nothing', async () => {
    const organizer = await openOrganizer();
    expect(await importText(organizer, file('200000'))).toMatchObject({ rows: 5, new: 5, invalid: 0 });
    const before = allDrafts(organizer);
    expect(await importText(organizer, file('200000'))).toMatchObject({ rows: 5, new: 0, unchanged: 5 });
    expect(allDrafts(organizer)).toEqual(before);
  });

  test('is read whole, also where it is longer than what is read from the disk at once', async () => {
    const organizer = await openOrganizer();
    const many = Array.from({ length: 3_000 }, (_, index) =>
      event(`UID:e${index}@x`, `SUMMARY:Event ${index}`, 'DTSTART:20270601T180000Z', 'DESCRIPTION:Some text'),
    );
    expect(await importText(organizer, calendar(...many.flat()))).toMatchObject({ rows: 3_000, new: 3_000 });
  });

  test('with another hour for the series changes its events, and makes none twice', async () => {
    const organizer = await openOrganizer();
    await importText(organizer, file('200000'));
    expect(await importText(organizer, file('210000'))).toMatchObject({ new: 0, changed: 3, unchanged: 2 });
    expect(allDrafts(organizer)).toHaveLength(5);
  });

  test('with one date moved changes that one', async () => {
    const organizer = await openOrganizer();
    await importText(organizer, file('200000'));
    const moved = event(
      'UID:a@x',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260714T200000',
      'DTSTART;TZID=Europe/Berlin:20260715T190000',
    );
    const text = file('200000').replace('END:VCALENDAR', [...moved, 'END:VCALENDAR'].join('\r\n'));
    expect(await importText(organizer, text)).toMatchObject({ rows: 5, new: 0, changed: 1, unchanged: 4 });
  });

  test('a month later reads on, and leaves what is over as it is', async () => {
    const organizer = await openOrganizer();
    const endless = calendar(...event('UID:a@x', 'DTSTART;TZID=Europe/Berlin:20260604T200000', 'RRULE:FREQ=WEEKLY'));
    const first = await importText(organizer, endless);
    organizer.clock.advance(28 * 86_400_000);
    expect(await importText(organizer, endless)).toMatchObject({ new: 4, unchanged: first.new - 4, changed: 0 });
    expect(allDrafts(organizer)).toHaveLength(first.new + 4);
  });
});

describe('our own export, imported where it came from', () => {
  test('changes nothing, whatever the drafts were made of', async () => {
    const organizer = await openOrganizer();
    await importCalendar(organizer, [
      'ID,Title,Start,Venue',
      '1,Jazz,2027-06-01 20:00,Bar',
      '2,Film,2027-06-02 20:00,Hall',
    ]);
    organizer.drafts.save(null, readyFields({ title: 'By hand', allDay: true, startLocal: '2027-06-03T00:00' }));
    await importText(organizer, calendar(...event('DTSTART:20270604T180000Z', 'RRULE:FREQ=DAILY;COUNT=2')));
    const before = allDrafts(organizer);
    const { text } = toIcs(before, NOW_MS);
    expect(await importText(organizer, text)).toMatchObject({ rows: 5, unchanged: 5 });
    expect(allDrafts(organizer).map((draft) => draft.fields)).toEqual(before.map((draft) => draft.fields));
  });

  test('does not become what the draft’s own file is compared with: local edits survive that file', async () => {
    const organizer = await openOrganizer();
    const season = ['ID,Title,Start', '1,Jazz,2027-06-01 20:00'];
    await importCalendar(organizer, season);
    const [draft] = allDrafts(organizer);
    organizer.drafts.save(draft?.id ?? '', { ...draft?.fields, title: 'My title' } as never);
    await importText(organizer, toIcs(allDrafts(organizer), NOW_MS).text);
    expect((await importCalendar(organizer, season)).counts).toMatchObject({ unchanged: 1 });
    expect(allDrafts(organizer)[0]?.fields.title).toBe('My title');
  });
});
