import type { ColumnRole } from '../types.ts';
import type { RowCells } from './row-cells.ts';

/**
 * A time as one text, where a sheet spreads it over columns: `7`, `30` and `PM` are `7:30 PM`; `8:00` and `PM` are
 * `8:00 PM`. '' when there is none: half a day alone is no time.
 */
export function clockText(
  row: RowCells,
  whole: ColumnRole & `${string}Time`,
  part: ColumnRole & `${string}Part`,
): string {
  const parts = row.all(part).map(({ cell }) => cell);
  const time = row.get(whole);
  const numbers = [time, ...parts.filter((cell) => /\d/.test(cell))].filter((cell) => cell !== '');
  const [hour, minute] = numbers;
  if (hour === undefined) return '';
  const words = parts.filter((cell) => !/\d/.test(cell) && !/\p{L}/u.test(hour));
  const isWhole = minute === undefined || !/^\d{1,2}$/.test(hour) || !/^\d{1,2}$/.test(minute);
  const clock = isWhole ? hour : `${hour}:${minute.padStart(2, '0')}`;
  return [clock, ...words].join(' ');
}
