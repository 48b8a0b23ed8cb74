import { expect, test } from 'vitest';
import { isRecentFailure } from './official.ts';

const day = 24 * 60 * 60 * 1000;
const failure = { version: '45.4.1', failedAt: 1_000_000 };

test.each([
  ['just now', '45.4.1', 0, true],
  ['within a day', '45.4.1', day - 1, true],
  ['after a day', '45.4.1', day, false],
  ['for another version', '46.0.0', 0, false],
  ['when the clock was set back', '45.4.1', -1, false],
])('a failure counts %s', (_when, version, age, expected) => {
  expect(isRecentFailure(failure, version, failure.failedAt + age)).toBe(expected);
});
