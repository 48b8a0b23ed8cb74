import { expect, it } from 'vitest';
import { countsFor } from './bulk-counts.ts';

const counts = { queued: 10, needsReview: 2, rejected: 3, asking: 4 };

it.each([
  [null, 5, 10],
  ['asking', 4, 4],
  ['needsReview', 2, 0],
  ['rejected', 3, 0],
  ['queued', 0, 10],
  ['sending', 0, 0],
  ['delivered', 0, 0],
  ['cancelled', 0, 0],
] as const)('shown %s: %d to try again, %d to cancel', (shown, retry, cancel) => {
  expect(countsFor(shown, counts)).toEqual({ retry, cancel });
});
