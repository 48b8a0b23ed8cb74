import { expect, test } from 'vitest';
import type { RepeatPattern } from '#shared/drafts/repeat.ts';
import { datesOfPattern } from './dates.ts';

const start = '2027-01-05T20:00'; // a Tuesday
const count = (n: number) => ({ kind: 'count' as const, count: n });
const until = (date: string) => ({ kind: 'until' as const, date });

function days(every: RepeatPattern['every'], end: RepeatPattern['end'], from = start, skip: string[] = []): string {
  return datesOfPattern(from, 'America/New_York', { every, end, skip })
    .filter(({ skipped }) => !skipped)
    .map(({ startLocal }) => startLocal.slice(5, 10))
    .join(' ');
}

test.each<[string, RepeatPattern['every'], RepeatPattern['end'], string, string]>([
  ['each day', { unit: 'day', interval: 1 }, count(3), start, '01-05 01-06 01-07'],
  [
    'each third day, until a day that counts',
    { unit: 'day', interval: 3 },
    until('2027-01-11'),
    start,
    '01-05 01-08 01-11',
  ],
  ['each week', { unit: 'week', interval: 1, weekdays: [2] }, count(3), start, '01-05 01-12 01-19'],
  ['two weekdays', { unit: 'week', interval: 1, weekdays: [4, 2] }, count(4), start, '01-05 01-07 01-12 01-14'],
  [
    'weekdays without the first: it belongs all the same',
    { unit: 'week', interval: 1, weekdays: [5] },
    count(3),
    start,
    '01-05 01-08 01-15',
  ],
  ['each other week', { unit: 'week', interval: 2, weekdays: [2] }, count(3), start, '01-05 01-19 02-02'],
  ['a date of the month', { unit: 'month', interval: 1, on: 'date' }, count(3), start, '01-05 02-05 03-05'],
  [
    'a date that not each month has',
    { unit: 'month', interval: 1, on: 'date' },
    count(3),
    '2027-01-31T20:00',
    '01-31 03-31 05-31',
  ],
  ['the first Tuesday', { unit: 'month', interval: 1, on: 'weekday' }, count(3), start, '01-05 02-02 03-02'],
  [
    'the fifth Friday, where there is one',
    { unit: 'month', interval: 1, on: 'weekday' },
    count(3),
    '2027-01-29T20:00',
    '01-29 04-30 07-30',
  ],
  [
    'the last Tuesday',
    { unit: 'month', interval: 1, on: 'lastWeekday' },
    count(3),
    '2027-01-26T20:00',
    '01-26 02-23 03-30',
  ],
])('%s', (_name, every, end, from, expected) => {
  expect(days(every, end, from)).toBe(expected);
});

test('days that are left out count, and the first one stays', () => {
  const every = { unit: 'week', interval: 1, weekdays: [2] } as const;
  expect(days({ ...every, weekdays: [2] }, count(4), start, ['2027-01-05', '2027-01-19'])).toBe('01-05 01-12 01-26');
});

test('what the clocks do at a date is said', () => {
  const every: RepeatPattern['every'] = { unit: 'day', interval: 1 };
  const clocks = (from: string, timeZone: string | null) =>
    datesOfPattern(from, timeZone, { every, end: count(2), skip: [] }).map(({ clock }) => clock);
  expect(clocks('2027-03-13T02:30', 'America/New_York')).toEqual([null, 'gap']);
  expect(clocks('2027-11-06T01:30', 'America/New_York')).toEqual([null, 'twice']);
  expect(clocks('2027-03-13T02:30', null)).toEqual([null, null]);
});

test('an end before the start leaves the one date, and nothing goes on for ever', () => {
  expect(days({ unit: 'day', interval: 1 }, until('2020-01-01'))).toBe('01-05');
  const endless = datesOfPattern(start, null, {
    every: { unit: 'day', interval: 1 },
    end: until('9999-12-31'),
    skip: [],
  });
  expect(endless).toHaveLength(500);
});
