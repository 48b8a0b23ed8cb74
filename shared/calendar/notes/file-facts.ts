import type { ColumnPlan } from '../columns/assign-roles.ts';
import type { ColumnProfile } from '../columns/profile.ts';
import type { ZTimes } from '../columns/z-times.ts';
import type { DateOrderDecision } from '../dates/date-order.ts';
import type { CarryPattern } from '../groups/carry-pattern.ts';
import type { FileYear } from '../headers/preamble-year.ts';
import type { ReadingOptions, RowIssue } from '../types.ts';

/** Rows below the header with fewer cells than it has. */
export type ShortRows = { first: number | null; count: number };

export type FileFacts = {
  plan: ColumnPlan;
  profiles: readonly ColumnProfile[];
  order: DateOrderDecision;
  /** The year or the season above the table. */
  titleYear: FileYear | null;
  /** Rows below the header that are not blank. */
  rowCount: number;
  short: ShortRows;
  width: number;
  /** Number of the first row of the file. */
  firstRow: number;
  headerRow: number | null;
  options: ReadingOptions;
  pattern: CarryPattern;
  zTimes: ZTimes | null;
};

export function note(
  { headerRow, firstRow }: FileFacts,
  column: string | null,
  code: string,
  message: string,
): RowIssue {
  return { row: headerRow ?? firstRow, column, code, severity: 'warning', message };
}
