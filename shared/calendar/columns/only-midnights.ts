import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';

const CLOCK = /\d:\d\d/;
const MIDNIGHT = /[T ](?:0?0:00(?::00(?:\.0+)?)?|23:59(?::\d\d(?:\.\d+)?)?)$/;

/** Midnights for each other clock, from which on a midnight means nothing. */
const LEAST_RATIO = 20;
/** Real clocks after which a column needs no further look. */
const ENOUGH = 1_000;

/** Finds out whether the clocks of columns are, but for a few, the first or the last minute of the day. */
export class OnlyMidnights {
  private readonly indexes: number[];
  private midnights = 0;
  private others = 0;

  constructor(columns: ColumnLookup, ...roles: ('start' | 'startDate' | 'end' | 'endDate')[]) {
    this.indexes = roles.flatMap((role) => columns.of(role));
  }

  /** Takes one row into account. */
  add(cells: readonly string[]): void {
    if (this.others > ENOUGH && this.others > this.midnights) return;
    for (const index of this.indexes) {
      const cell = cleanCell(cells[index]);
      if (!CLOCK.test(cell)) continue;
      if (MIDNIGHT.test(cell)) this.midnights += 1;
      else this.others += 1;
    }
  }

  get answer(): boolean {
    return this.midnights > 0 && this.midnights >= this.others * LEAST_RATIO;
  }
}

const LAST_MINUTE = 1_439;

/** True for the minutes since midnight that such a column writes for “no time”. */
export function isDayEdge(minutes: number): boolean {
  return minutes === 0 || minutes === LAST_MINUTE;
}
