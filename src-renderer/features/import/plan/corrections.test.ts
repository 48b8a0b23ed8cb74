import { expect, test } from 'vitest';
import { withCorrection } from './corrections.ts';

test('only what was written anew counts, row by row, and earlier cells of a row stay', () => {
  const first = withCorrection({ year: 2027 }, 3, ['a', 'b'], ['a', 'B', 'new']);
  expect(first).toEqual({
    year: 2027,
    corrections: [
      {
        row: 3,
        cells: [
          { index: 1, value: 'B' },
          { index: 2, value: 'new' },
        ],
      },
    ],
  });
  const second = withCorrection(first, 3, ['a', 'B', 'new'], ['A', 'B', 'new']);
  expect(second.corrections).toEqual([
    {
      row: 3,
      cells: [
        { index: 0, value: 'A' },
        { index: 1, value: 'B' },
        { index: 2, value: 'new' },
      ],
    },
  ]);
  const other = withCorrection(second, 9, ['x'], ['y']);
  expect(other.corrections?.map(({ row }) => row)).toEqual([3, 9]);
  expect(withCorrection({}, 1, ['same'], ['same'])).toEqual({ corrections: [] });
});
