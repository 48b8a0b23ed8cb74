import { expect, test } from 'vitest';
import { isTooLarge } from './message-size.ts';

const limits = { units: 100, nodes: 20 };

test.each([
  ['a short text', 'x'.repeat(100), false],
  ['a long text', 'x'.repeat(101), true],
  ['texts that are long together', ['x'.repeat(60), 'y'.repeat(60)], true],
  ['long keys', { ['k'.repeat(101)]: 1 }, true],
  ['few values', Array.from({ length: 19 }, () => 0), false],
  ['many values', Array.from({ length: 21 }, () => 0), true],
  ['a large buffer', new Uint8Array(101), true],
  ['a large map', new Map(Array.from({ length: 20 }, (_, index) => [index, index])), true],
  ['nothing', undefined, false],
])('%s', (_name, message, expected) => {
  expect(isTooLarge(message, limits)).toBe(expected);
});

test('depth does no harm', () => {
  let deep: unknown = 'end';
  for (let level = 0; level < 200_000; level += 1) deep = [deep];
  expect(isTooLarge(deep)).toBe(false);
});

test('a circle comes to an end', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  expect(isTooLarge(circle)).toBe(true);
});
