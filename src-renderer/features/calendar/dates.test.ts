import { describe, expect, test } from 'vitest';
import { weekInfoOf } from '../../texts/format-days.ts';
import { addMinutes, addMonths, localOf, minutesBetween, startOfWeek, weekdayOf, weeksOfMonth } from './dates.ts';

test.each([
  ['2027-03-14', 1, '2027-03-08'],
  ['2027-03-14', 7, '2027-03-14'],
  ['2027-03-14', 6, '2027-03-13'],
  ['2027-03-15', 1, '2027-03-15'],
  ['2027-01-01', 1, '2026-12-28'],
])('the week of %s that begins with weekday %i begins on %s', (date, firstDay, start) => {
  expect(startOfWeek(date, firstDay)).toBe(start);
  expect(weekdayOf(start)).toBe(firstDay);
});

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2027-12-05', 1, '2028-01-05'],
  ['2027-01-05', -1, '2026-12-05'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2027-03-14', -26, '2025-01-14'],
])('%s and %i months is %s', (date, months, result) => {
  expect(addMonths(date, months)).toBe(result);
});

describe('the weeks of a month', () => {
  test('are as many as it touches', () => {
    // February 2027 begins on a Monday and has 28 days.
    expect(weeksOfMonth('2027-02-10', 1)).toHaveLength(4);
    expect(weeksOfMonth('2027-02-10', 7)).toHaveLength(5);
    expect(weeksOfMonth('2027-05-31', 1)).toHaveLength(6);
  });
  test('hold every day of it once', () => {
    const days = weeksOfMonth('2027-05-01', 7).flat();
    expect(new Set(days).size).toBe(days.length);
    expect(days.filter((day) => day.startsWith('2027-05'))).toHaveLength(31);
  });
});

test('times run over midnight and are those of the wall clock', () => {
  expect(localOf('2027-03-14', 1_470)).toBe('2027-03-15T00:30');
  // The clocks change in that night in many places; a wall clock knows nothing of it.
  expect(addMinutes('2027-03-28T01:30', 120)).toBe('2027-03-28T03:30');
  expect(minutesBetween('2027-03-14T23:00', '2027-03-15T04:00')).toBe(300);
});

test('a week begins where the locale says', () => {
  expect(weekInfoOf('en-US').firstDay).toBe(7);
  expect(weekInfoOf('en-GB').firstDay).toBe(1);
  expect(weekInfoOf('de').firstDay).toBe(1);
});
