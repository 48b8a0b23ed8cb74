import { expect, test } from 'vitest';
import { type DraftField, type DraftFields, emptyDraftFields } from '../drafts/draft.ts';
import { publishProblems, summariseProblems } from './readiness.ts';

const ready: DraftFields = {
  ...emptyDraftFields(),
  title: 'Rooftop Jazz Night',
  startLocal: '2026-06-12T20:00',
  timeZone: 'Europe/Berlin',
  channelId: 101,
  classifications: ['music'],
  placeId: 'place-berlin',
};

const problemsWith = (change: Partial<DraftFields>) =>
  publishProblems({ ...ready, ...change }).map(({ field, code }) => `${field}: ${code}`);

test('a draft with the six required fields is ready', () => {
  expect(publishProblems(ready)).toEqual([]);
  expect(summariseProblems([])).toBe('');
});

test.each<[DraftField, Partial<DraftFields>]>([
  ['title', { title: '  ' }],
  ['startLocal', { startLocal: null }],
  ['timeZone', { timeZone: null }],
  ['channelId', { channelId: null }],
  ['classifications', { classifications: [] }],
  ['placeId', { placeId: null }],
  ['placeId', { placeId: ' ' }],
])('without %s it is not', (field, change) => {
  expect(problemsWith(change)).toEqual([`${field}: missing`]);
});

test('an empty draft lacks all six, and one line says so', () => {
  const problems = publishProblems(emptyDraftFields());
  expect(problems).toHaveLength(6);
  expect(summariseProblems(problems)).toBe('Missing: Title, Start, Time zone, Channel, Classifications, Place');
});

test('times must exist, in a zone that exists', () => {
  expect(problemsWith({ startLocal: '2026-03-29T02:30' })).toEqual(['startLocal: gap']);
  expect(problemsWith({ endLocal: '2027-03-28T02:30' })).toEqual(['endLocal: gap']);
  expect(problemsWith({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone: unknown_zone']);
});

test('the end must not come before the start, in true time', () => {
  expect(problemsWith({ endLocal: '2026-06-12T20:00' })).toEqual([]);
  expect(problemsWith({ endLocal: '2026-06-12T19:59' })).toEqual(['endLocal: end_before_start']);
  // 02:40 to 02:10 in the night that the clocks go back lasts half an hour.
  expect(problemsWith({ startLocal: '2026-10-25T02:40', endLocal: '2026-10-25T02:10' })).toEqual([]);
  const later = { startLocal: '2026-10-25T02:40', endLocal: '2026-10-25T02:10', startFold: 'later' } as const;
  expect(problemsWith(later)).toEqual(['endLocal: end_before_start']);
});

test('what is kept but never sent does not matter', () => {
  expect(problemsWith({ description: '', capacity: null, endLocal: null, offers: [] })).toEqual([]);
});
