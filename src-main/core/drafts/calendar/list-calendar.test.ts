import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarQuery } from '#shared/contract/calendar-views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { lastDayOf } from '#shared/drafts/last-day.ts';
import { addDays } from '#shared/time/days.ts';
import { openOrganizer, publishAll, readyFields, type TestOrganizer } from '../../testing/organizers.ts';

const read = (organizer: TestOrganizer, from: string, to = from, more: Partial<CalendarQuery> = {}) =>
  organizer.drafts.calendar({
    from,
    to,
    search: '',
    status: null,
    importId: null,
    channelId: null,
    perDay: 50,
    ...more,
  });
const titles = (...args: Parameters<typeof read>) => read(...args).items.map(({ title }) => title);
const add = (organizer: TestOrganizer, title: string, startLocal: string | null, more: Partial<DraftFields> = {}) =>
  organizer.drafts.save(null, readyFields({ title, startLocal, ...more }));

describe('the days of a calendar', () => {
  test('hold what begins on them, goes on over them or ends on them', async () => {
    const organizer = await openOrganizer();
    add(organizer, 'until midnight', '2026-07-10T20:00', { endLocal: '2026-07-11T00:00' });
    add(organizer, 'open end', '2026-07-10T21:00');
    add(organizer, 'wrong end', '2026-07-10T22:00', { endLocal: '2026-07-09T22:00' });
    add(organizer, 'festival', '2026-07-09T00:00', { endLocal: '2026-07-11T23:59', allDay: true });
    add(organizer, 'last day', '2026-07-10T00:00', { endLocal: '2026-07-11T00:00', allDay: true });
    add(organizer, 'exhibition', '2026-01-01T10:00', { endLocal: '2026-12-31T18:00' });
    add(organizer, 'no date', null);
    expect(titles(organizer, '2026-07-08')).toEqual(['exhibition']);
    expect(titles(organizer, '2026-07-09')).toEqual(['exhibition', 'festival']);
    expect(titles(organizer, '2026-07-10')).toEqual([
      'exhibition',
      'festival',
      'last day',
      'until midnight',
      'open end',
      'wrong end',
    ]);
    expect(titles(organizer, '2026-07-11')).toEqual(['exhibition', 'festival', 'last day']);
    expect(read(organizer, '2026-07-09', '2026-07-12').days).toEqual([
      { date: '2026-07-09', count: 2 },
      { date: '2026-07-10', count: 6 },
      { date: '2026-07-11', count: 3 },
      { date: '2026-07-12', count: 1 },
    ]);
  });

  test.each([
    // A night belongs to the day that it begins on, until six in the morning.
    ['2026-07-10T23:00', '2026-07-11T06:00', '2026-07-10'],
    ['2026-07-10T23:00', '2026-07-11T06:01', '2026-07-11'],
    ['2026-07-10T18:00', '2026-07-12T02:00', '2026-07-11'],
    ['2026-07-31T23:00', '2026-08-01T04:00', '2026-07-31'],
    // What begins in the small hours stands on its own day.
    ['2026-07-11T01:00', '2026-07-11T05:00', '2026-07-11'],
  ])('from %s to %s stand on days until %s', async (startLocal, endLocal, lastDay) => {
    const organizer = await openOrganizer();
    add(organizer, 'night', startLocal, { endLocal });
    expect(read(organizer, '2026-07-01', '2026-08-31').items).toMatchObject([{ lastDay }]);
    expect(titles(organizer, lastDay)).toEqual(['night']);
    expect(titles(organizer, addDays(lastDay, 1))).toEqual([]);
  });

  test('without a draft name the nearest dates that have one, under the same filters', async () => {
    const organizer = await openOrganizer();
    const nearest = (more: Partial<CalendarQuery> = {}) => read(organizer, '2026-07-01', '2026-07-31', more).nearest;
    expect(nearest()).toEqual({ before: null, after: null });
    add(organizer, 'no date', null);
    add(organizer, 'spring', '2026-04-02T20:00');
    add(organizer, 'spring too', '2026-03-02T20:00');
    add(organizer, 'autumn', '2026-08-01T00:00', { channelId: 102 });
    expect(nearest()).toEqual({ before: '2026-04-02', after: '2026-08-01' });
    expect(nearest({ channelId: 101 })).toEqual({ before: '2026-04-02', after: null });
    expect(nearest({ search: 'too' })).toEqual({ before: '2026-03-02', after: null });
    add(organizer, 'summer', '2026-07-31T23:59');
    expect(nearest()).toEqual({ before: null, after: null });
  });

  test('give no more of a title than a window shows', async () => {
    const organizer = await openOrganizer();
    add(organizer, 'x'.repeat(5_000), '2026-07-10T20:00', { locationName: 'y'.repeat(5_000) });
    const [item] = read(organizer, '2026-07-10').items;
    expect([item?.title.length, item?.locationName.length]).toEqual([200, 200]);
  });

  test.each([5, 6, 7, 8, 9, 30])('hold once what began %i days before', async (length) => {
    const organizer = await openOrganizer();
    const startLocal = new Date(Date.UTC(2026, 6, 31 - length, 20)).toISOString().slice(0, 16);
    add(organizer, 'long', startLocal, { endLocal: '2026-07-31T12:00' });
    expect(titles(organizer, '2026-07-31')).toEqual(['long']);
    expect(titles(organizer, '2026-07-01', '2026-07-31')).toEqual(['long']);
    expect(titles(organizer, '2026-08-01')).toEqual([]);
  });

  test('are those of the wall clock on the nights that the clocks change', async () => {
    const organizer = await openOrganizer();
    for (const [title, day, next] of [
      ['forward', '2026-03-08', '2026-03-09'],
      ['back', '2026-11-01', '2026-11-02'],
    ] as const) {
      add(organizer, title, `${day}T23:30`, { endLocal: `${next}T00:30` });
      add(organizer, `${title} at one`, `${day}T01:30`, { endLocal: `${day}T03:30`, startFold: 'later' });
      expect(titles(organizer, day)).toEqual([`${title} at one`, title]);
      expect(titles(organizer, next)).toEqual([]);
    }
  });

  test('give a bounded number of drafts and count them all', async () => {
    const organizer = await openOrganizer();
    for (let hour = 10; hour < 20; hour += 1) add(organizer, `at ${hour}`, `2026-07-10T${hour}:00`);
    const { items, days } = read(organizer, '2026-07-01', '2026-07-31', { perDay: 3 });
    expect(items.map(({ title }) => title)).toEqual(['at 10', 'at 11', 'at 12']);
    expect(days).toEqual([{ date: '2026-07-10', count: 10 }]);
  });

  test('follow search, channel, trash and edits, and say status and zone', async () => {
    const organizer = await openOrganizer();
    const { id } = add(organizer, 'Café Jazz', '2026-07-10T20:00', {
      endLocal: '2026-07-10T22:00',
      locationName: 'The Lantern Room',
    });
    const other = add(organizer, 'Rock', '2026-07-10T21:00', { channelId: 102, placeId: null });
    expect(titles(organizer, '2026-07-10', '2026-07-10', { search: 'cafe' })).toEqual(['Café Jazz']);
    expect(read(organizer, '2026-07-10', '2026-07-10', { channelId: 102 }).items).toMatchObject([
      { id: other.id, status: 'incomplete', channelId: 102 },
    ]);
    expect(titles(organizer, '2026-07-10', '2026-07-10', { status: 'incomplete' })).toEqual(['Rock']);
    expect(titles(organizer, '2026-07-10', '2026-07-10', { status: 'ready' })).toEqual(['Café Jazz']);
    expect(titles(organizer, '2026-07-10', '2026-07-10', { importId: 'another' })).toEqual([]);
    expect(read(organizer, '2026-07-10').items[0]).toEqual({
      id,
      title: 'Café Jazz',
      locationName: 'The Lantern Room',
      startLocal: '2026-07-10T20:00',
      endLocal: '2026-07-10T22:00',
      lastDay: '2026-07-10',
      allDay: false,
      timeZone: 'America/New_York',
      channelId: 101,
      status: 'ready',
    });
    publishAll(organizer);
    expect(titles(organizer, '2026-07-10', '2026-07-10', { status: 'queued' })).toEqual(['Café Jazz']);
    expect(titles(organizer, '2026-07-10', '2026-07-10', { status: 'ready' })).toEqual([]);
    organizer.drafts.save(id, readyFields({ startLocal: '2026-08-01T20:00' }));
    organizer.drafts.remove([other.id]);
    expect(titles(organizer, '2026-07-10')).toEqual([]);
    expect(titles(organizer, '2026-08-01')).toEqual(['Rooftop Jazz Night']);
  });

  test('rule: the window works out the last day as the database does', async () => {
    const organizer = await openOrganizer();
    const minute = fc.integer({ min: 0, max: 12 * 24 * 60 }).map(toLocal);
    const times = fc.record({ startLocal: minute, endLocal: fc.option(minute), allDay: fc.boolean() });
    fc.assert(
      fc.property(times, (drawn) => {
        const { id } = organizer.drafts.save(null, readyFields(drawn));
        const [item] = read(organizer, '2026-07-01', '2026-07-31').items;
        expect(item?.lastDay).toBe(lastDayOf(drawn));
        organizer.drafts.remove([id]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The local time so many minutes into July. */
function toLocal(minutes: number): string {
  return new Date(Date.UTC(2026, 6, 1) + minutes * 60_000).toISOString().slice(0, 16);
}
