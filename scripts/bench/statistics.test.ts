import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, ratioPerRound, rotated } from './statistics.ts';

describe('the median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('has as many values below as above, and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const before = [...values];
        const middle = median(values);
        expect(values).toEqual(before);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  test('of nothing does not exist', () => {
    expect(() => median([])).toThrow('median of nothing');
  });
});

describe('a ratio', () => {
  test('is taken round by round, so a slow moment of the machine falls out', () => {
    // The second round was ten times slower for both.
    expect(ratioPerRound([20, 200, 22], [10, 100, 10])).toEqual({ median: 2, range: [2, 2.2] });
  });

  test('needs a usable baseline for each round', () => {
    expect(() => ratioPerRound([1, 2], [1])).toThrow('Each round');
    expect(() => ratioPerRound([1], [0])).toThrow('no usable baseline');
  });
});

test('each candidate is first once, and none is lost', () => {
  const rounds = [0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''));
  expect(rounds).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(rotated([], 2)).toEqual([]);
});
