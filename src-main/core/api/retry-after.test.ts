import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_RETRY_AFTER_MS, parseHttpDate, parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 5, 12, 10);
const forms = ['Fri, 12 Jun 2026 10:00:30 GMT', 'Friday, 12-Jun-26 10:00:30 GMT', 'Fri Jun 12 10:00:30 2026'];

test.each(forms)('the date %s is half a minute away', (date) => {
  expect(parseHttpDate(date)).toBe(NOW + 30_000);
  expect(parseRetryAfter(date, null, NOW)).toBe(30_000);
});

test('a day of the month with one digit is padded with a space in the oldest form', () => {
  expect(parseHttpDate('Sun Nov  6 08:49:37 1994')).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
});

test('seconds are seconds, and zero is now', () => {
  expect(parseRetryAfter('120', null, NOW)).toBe(120_000);
  expect(parseRetryAfter(' 0 ', null, NOW)).toBe(0);
});

test('a date is measured on the server’s clock when the answer shows it', () => {
  const wrongLaptop = NOW + 86_400_000;
  expect(parseRetryAfter(forms[0] ?? '', 'Fri, 12 Jun 2026 10:00:10 GMT', wrongLaptop)).toBe(20_000);
  expect(parseRetryAfter(forms[0] ?? '', 'no date', NOW)).toBe(30_000);
});

test('a date in the past is now', () => {
  expect(parseRetryAfter('Fri, 12 Jun 2026 09:00:00 GMT', null, NOW)).toBe(0);
});

test.each([
  null,
  '',
  '  ',
  '-5',
  '1.5',
  '1e3',
  '0x10',
  'soon',
  'Infinity',
  '12 Jun 2026',
  '2026-06-12T10:00:30Z',
  'Fri, 12 Jun 2026 10:00:30',
  'Fri, 12 Jun 2026 10:00:30 CET',
  'Fri, 12 Jun 2026 99:00:30 GMT',
  '30, 60',
])('%o is no time, so that the caller backs off by itself', (value) => {
  expect(parseRetryAfter(value, null, NOW)).toBeNull();
});

test('no answer holds a lane for more than a day at once', () => {
  expect(parseRetryAfter('99999999999999999999', null, NOW)).toBe(LONGEST_RETRY_AFTER_MS);
  expect(parseRetryAfter('Fri, 12 Jun 2099 10:00:30 GMT', null, NOW)).toBe(LONGEST_RETRY_AFTER_MS);
});

test('rule: whatever a server writes, the wait is null or between nothing and a day', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, date) => {
      const ms = parseRetryAfter(value, date, NOW);
      expect(ms === null || (ms >= 0 && ms <= LONGEST_RETRY_AFTER_MS)).toBe(true);
    }),
  );
});
