import { describe, expect, test } from 'vitest';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { lastDayOf } from '#shared/drafts/last-day.ts';
import { weekFrom } from '../dates.ts';
import { isAllDayLike, layoutDay } from './day-columns.ts';
import { layoutWeek } from './month-lanes.ts';

function item(title: string, startLocal: string, endLocal: string | null = null, allDay = false): CalendarItem {
  return {
    id: title,
    title,
    locationName: '',
    startLocal,
    endLocal,
    lastDay: lastDayOf({ startLocal, endLocal, allDay }),
    allDay,
    timeZone: 'Europe/Berlin',
    channelId: null,
    status: 'ready',
  };
}

describe('a week of the month', () => {
  const dates = weekFrom('2027-03-15');
  const countsOf = (items: CalendarItem[]) =>
    new Map(
      dates.map((date) => [
        date,
        items.filter((one) => one.startLocal.slice(0, 10) <= date && one.lastDay >= date).length,
      ]),
    );
  const layout = (items: CalendarItem[], lanes = 3) => layoutWeek(items, dates, lanes, countsOf(items));

  test('draws what lasts for days first and straight, and cuts it at the edges', () => {
    const { bars, more } = layout([
      item('tour', '2027-03-12T10:00', '2027-03-16T20:00'),
      item('club', '2027-03-16T23:00', '2027-03-17T05:00'),
      item('fair', '2027-03-19T10:00', '2027-03-23T20:00'),
      item('matinee', '2027-03-16T11:00'),
    ]);
    expect(bars.map(({ item: { title }, column, span, lane }) => [title, column, span, lane])).toEqual([
      ['tour', 0, 2, 0],
      ['fair', 4, 3, 0],
      ['matinee', 1, 1, 1],
      ['club', 1, 1, 2],
    ]);
    expect(bars.map(({ fromBefore, goesOn }) => [fromBefore, goesOn])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect(more).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('says how many found no line, also of those that were not loaded', () => {
    const items = ['10', '11', '12', '13'].map((hour) => item(hour, `2027-03-15T${hour}:00`));
    expect(layout(items)).toMatchObject({ more: [2, 0, 0, 0, 0, 0, 0] });
    expect(layout(items.slice(0, 3)).more).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(layoutWeek(items.slice(0, 3), dates, 3, new Map([['2027-03-15', 90]])).more[0]).toBe(88);
  });

  test('counts a long one that is hidden on each of its days', () => {
    const long = ['a', 'b', 'c', 'd'].map((title) => item(title, '2027-03-15T10:00', '2027-03-17T20:00'));
    const { bars, more } = layout(long);
    expect(bars).toHaveLength(2);
    expect(more).toEqual([2, 2, 2, 0, 0, 0, 0]);
  });

  test('every draft of a day is drawn or counted, whatever there is', () => {
    const items = Array.from({ length: 60 }, (_, i) =>
      item(
        String(i),
        `2027-03-${14 + (i % 8)}T${10 + (i % 9)}:00`,
        i % 5 === 0 ? `2027-03-${16 + (i % 8)}T20:00` : null,
      ),
    );
    const counts = countsOf(items);
    const { bars, more } = layout(items, 4);
    dates.forEach((date, day) => {
      const drawn = bars.filter(({ column, span }) => day >= column && day < column + span);
      expect(drawn.length + (more[day] ?? 0)).toBe(counts.get(date));
      expect(new Set(drawn.map(({ lane }) => lane)).size).toBe(drawn.length);
      expect(drawn.length + Math.sign(more[day] ?? 0)).toBeLessThanOrEqual(4);
    });
  });
});

describe('the hours of a day', () => {
  const blocksOf = (items: CalendarItem[], date = '2027-03-16') =>
    layoutDay(items, date).blocks.map((block) => [
      block.item.title,
      block.startMinute,
      block.endMinute,
      `${block.column}/${block.columns}`,
    ]);

  test('set what overlaps side by side, and only that', () => {
    expect(
      blocksOf([
        item('matinee', '2027-03-16T11:00', '2027-03-16T13:00'),
        item('jazz', '2027-03-16T20:00', '2027-03-16T22:00'),
        item('talk', '2027-03-16T21:00', '2027-03-16T22:30'),
        item('late', '2027-03-16T22:00', '2027-03-16T23:00'),
      ]),
    ).toEqual([
      ['matinee', 660, 780, '0/1'],
      ['jazz', 1200, 1320, '0/2'],
      ['talk', 1260, 1350, '1/2'],
      ['late', 1320, 1380, '0/2'],
    ]);
  });

  test('carry a night over midnight', () => {
    const club = item('club', '2027-03-16T23:00', '2027-03-17T04:00');
    expect(layoutDay([club], '2027-03-16').blocks).toMatchObject([
      { startMinute: 1380, endMinute: 1440, goesOn: true },
    ]);
    expect(layoutDay([club], '2027-03-17').blocks).toMatchObject([
      { startMinute: 0, endMinute: 240, fromBefore: true },
    ]);
    expect(layoutDay([club], '2027-03-18').blocks).toEqual([]);
  });

  test('leave room for a short one and for one at the end of the day', () => {
    expect(blocksOf([item('short', '2027-03-16T20:00', '2027-03-16T20:05')])).toEqual([['short', 1200, 1230, '0/1']]);
    expect(blocksOf([item('late', '2027-03-16T23:50')])).toEqual([['late', 1410, 1440, '0/1']]);
    expect(blocksOf([item('late', '2027-03-15T23:50')])).toEqual([]);
  });

  test('leave days to the line above them', () => {
    const days = item('fair', '2027-03-16T10:00', '2027-03-17T10:00');
    expect([isAllDayLike(days), isAllDayLike(item('all', '2027-03-16T00:00', null, true))]).toEqual([true, true]);
    expect(blocksOf([days])).toEqual([]);
  });

  test('count what finds no room', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => item(title, '2027-03-16T20:00', '2027-03-16T22:00'));
    const { blocks, hidden } = layoutDay(items, '2027-03-16');
    expect([blocks.length, hidden, blocks[0]?.columns]).toEqual([4, 2, 4]);
  });
});
