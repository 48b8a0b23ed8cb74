import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';

const CLOCK = /\d:\d\d/;
const MIDNIGHT = /[T ](?:0?0:00(?::00(?:\.0+)?)?|23:59(?::\d\d(?:\.\d+)?)?)$/;

/** Finds out whether columns have clocks, and all of them are the first or the last minute of the day. */
export class OnlyMidnights {
  private readonly indexes: number[];
  private seen = false;
  private others = false;

  constructor(columns: ColumnLookup, ...roles: ('start' | 'startDate' | 'end' | 'endDate')[]) {
    this.indexes = roles.flatMap((role) => columns.of(role));
  }

  /** Takes one row into account. */
  add(cells: readonly string[]): void {
    if (this.others) return;
    for (const index of this.indexes) {
      const cell = cleanCell(cells[index]);
      if (!CLOCK.test(cell)) continue;
      if (!MIDNIGHT.test(cell)) this.others = true;
      this.seen = true;
    }
  }

  get answer(): boolean {
    return this.seen && !this.others;
  }
}
