import { expect, test } from 'vitest';
import { addDays, daysBetween } from './days.ts';

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-03-28', -28, '2027-02-28'],
  ['2027-03-14', 0, '2027-03-14'],
])('%s and %i days is %s, and back', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
  expect(daysBetween(from, to)).toBe(days);
});
