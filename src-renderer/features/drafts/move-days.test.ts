import { expect, test } from 'vitest';
import { parseDays } from './move-days.ts';

test.each([
  ['7', 7],
  [' +14 ', 14],
  ['-3', -3],
  ['−3', -3],
  ['0', null],
  ['', null],
  ['1.5', null],
  ['36601', null],
  ['a week', null],
  [',7', null],
])('%j days are %j', (text, days) => {
  expect(parseDays(text)).toBe(days);
});
