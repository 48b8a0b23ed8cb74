import { expect, it } from 'vitest';
import { whyTheyAsk } from './late.ts';

const rows = (begun: number, waited: number) => [
  ...Array.from({ length: begun }, () => ({ asks: 'begun' as const })),
  ...Array.from({ length: waited }, () => ({ asks: 'waited' as const })),
];

it.each([
  [1, 0, 'It has begun since you queued it.'],
  [2, 0, 'They have begun since you queued them.'],
  [0, 1, 'It has waited for more than a day.'],
  [0, 5, 'They have waited for more than a day.'],
  [1, 2, '1 has begun since you queued it, 2 have waited for more than a day.'],
])('%d begun and %d waited: %s', (begun, waited, words) => {
  expect(whyTheyAsk(begun + waited, rows(begun, waited))).toBe(words);
});

it('names no numbers when not all of them were read', () => {
  expect(whyTheyAsk(1_200, rows(1_000, 0))).not.toMatch(/\d/);
});
