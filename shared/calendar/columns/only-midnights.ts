import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';

const CLOCK = /\d:\d\d/;
const MIDNIGHT = /[T ](?:0?0:00(?::00(?:\.0+)?)?|23:59(?::\d\d(?:\.\d+)?)?)$/;

/** True when a column has clocks, and all of them are the first or the last minute of the day. */
export function hasOnlyMidnights(
  body: readonly (readonly string[])[],
  columns: ColumnLookup,
  ...roles: ('start' | 'startDate' | 'end' | 'endDate')[]
): boolean {
  const indexes = roles.flatMap((role) => columns.of(role));
  let seen = false;
  for (const cells of body) {
    for (const index of indexes) {
      const cell = cleanCell(cells[index]);
      if (!CLOCK.test(cell)) continue;
      if (!MIDNIGHT.test(cell)) return false;
      seen = true;
    }
  }
  return seen;
}
