import { expect, it } from 'vitest';
import { nextIndex } from './row-selection.ts';

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 8],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 0, 9],
  ['x', 5, null],
])('%s leads from %d to %s', (key, cursor, expected) => {
  expect(nextIndex(key, cursor, 10, 5)).toBe(expected);
});
