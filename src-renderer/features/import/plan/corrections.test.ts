import { expect, test } from 'vitest';
import { rowsAwaited, rowsThatSay, withCellInRows, withCorrection } from './corrections.ts';

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

test('a cell is written anew in all unreadable rows that say the same, and in no other', () => {
  const rows = [
    { row: 3, reason: null, cells: ['Film', 'tba'] },
    { row: 5, reason: null, cells: ['Opera', ' tba '] },
    { row: 7, reason: null, cells: ['Dance', 'soon'] },
    { row: 9, reason: null, cells: ['Short'] },
  ];
  const same = rowsThatSay(rows, 3, 1, 'tba');
  expect(same.map(({ row }) => row)).toEqual([5]);
  expect(rowsThatSay(rows, 3, 1, '').map(({ row }) => row)).toEqual([9]);
  const earlier = { corrections: [{ row: 5, cells: [{ index: 0, value: 'Oper' }] }] };
  expect(withCellInRows(earlier, [...same, ...rows.slice(3)], 1, '20:00').corrections).toEqual([
    {
      row: 5,
      cells: [
        { index: 0, value: 'Oper' },
        { index: 1, value: '20:00' },
      ],
    },
    { row: 9, cells: [{ index: 1, value: '20:00' }] },
  ]);
});

test('a row waits for the next plan from the moment it is put right', () => {
  const first = withCorrection({}, 3, ['a'], ['b']);
  const second = withCorrection(first, 4, ['a'], ['b']);
  expect([...rowsAwaited(second, first)]).toEqual([4]);
  expect([...rowsAwaited(second, second)]).toEqual([]);
});
