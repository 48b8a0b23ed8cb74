import { expect, test } from 'vitest';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { agendaRows } from './agenda-rows.ts';

const item = (id: string, first: string, lastDay = first) =>
  ({ id, startLocal: `${first}T20:00`, lastDay }) as CalendarItem;

test('days have what begins on them, and the first day what goes on', () => {
  const items = [item('show', '2027-03-01', '2027-03-20'), item('jazz', '2027-03-12'), item('rock', '2027-03-14')];
  const counts = new Map([
    ['2027-03-10', 1],
    ['2027-03-12', 2],
    ['2027-03-14', 5],
  ]);
  const rows = agendaRows({ items, counts }, '2027-03-10');
  expect(
    rows.map((row) => (row.kind === 'draft' ? [row.index, row.item.id, row.ongoing] : [row.kind, row.count])),
  ).toEqual([
    ['day', 1],
    [0, 'show', true],
    ['day', 1],
    [1, 'jazz', false],
    ['day', 1],
    [2, 'rock', false],
    // Five on that day: one is here, one goes on, three were not read.
    ['unread', 3],
  ]);
});

test('what is over is not there', () => {
  expect(agendaRows({ items: [item('old', '2027-03-01')], counts: new Map() }, '2027-03-10')).toEqual([]);
});
