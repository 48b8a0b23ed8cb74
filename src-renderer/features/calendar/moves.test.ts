import { expect, test } from 'vitest';
import { byDays, byMinutes, longerBy, untilTime } from './moves.ts';

const club = { startLocal: '2027-03-27T23:00', endLocal: '2027-03-28T04:00' };
const open = { startLocal: '2027-03-27T23:00', endLocal: null };

test('days leave the clock alone', () => {
  expect(byDays(club, 1)).toEqual({ startLocal: '2027-03-28T23:00', endLocal: '2027-03-29T04:00' });
  expect(byDays(open, -27)).toEqual({ startLocal: '2027-02-28T23:00', endLocal: null });
});

test('minutes run over midnight', () => {
  expect(byMinutes(club, 75)).toEqual({ startLocal: '2027-03-28T00:15', endLocal: '2027-03-28T05:15' });
  expect(byMinutes(open, 60)).toEqual({ startLocal: '2027-03-28T00:00', endLocal: null });
});

test('an end stays behind the start', () => {
  expect(untilTime(club, '2027-03-28T02:30').endLocal).toBe('2027-03-28T02:30');
  expect(untilTime(club, '2027-03-27T12:00').endLocal).toBe('2027-03-27T23:15');
  expect(longerBy(club, -600).endLocal).toBe('2027-03-27T23:15');
  expect(longerBy(open, 15).endLocal).toBe('2027-03-27T23:15');
  expect(longerBy({ ...club, endLocal: '2027-03-01T00:00' }, 30).endLocal).toBe('2027-03-27T23:30');
});
