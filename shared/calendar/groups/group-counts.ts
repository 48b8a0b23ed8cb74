import type { DateReading } from '../dates/date-reading.ts';
import type { ColumnLookup } from '../rows/row-cells.ts';
import { isBlankRow, isHeadingRow } from '../rows/skipped-rows.ts';
import { readTimeCell } from '../times/time-cell.ts';
import type { ColumnRole } from '../types.ts';
import { CellsByRole } from './cells-by-role.ts';

/** How rows with a value, and rows without it, follow one another. */
export type GroupCounts = {
  rows: number;
  /** Rows with the value, and how many of them only repeat it. */
  groups: number;
  repeats: number;
  /** Rows without the value below one that has it, and how many groups have such rows. */
  followers: number;
  groupsWithFollowers: number;
  /** Followers with a time, and those whose time goes on from the row above. */
  timed: number;
  ascending: number;
  /** Groups that begin earlier than the one before ended. */
  resets: number;
};

const EARLY_MORNING = 5 * 60;
const DAY_MINUTES = 1_440;

/** Counts the groups that one value makes in the rows of a file, in their order. */
export function countGroups(
  body: readonly (readonly string[])[],
  columns: ColumnLookup,
  roles: readonly ColumnRole[],
  readDate: ((cell: string) => DateReading) | null,
): GroupCounts {
  const counts = {
    rows: 0,
    groups: 0,
    repeats: 0,
    followers: 0,
    groupsWithFollowers: 0,
    timed: 0,
    ascending: 0,
    resets: 0,
  };
  const read = new CellsByRole(columns);
  let above: string | null = null;
  let last: number | null = null;
  let hasFollower = false;
  for (const cells of body) {
    if (isBlankRow(cells)) continue;
    const key = read.all(cells, roles);
    const moment = momentOf(cells, read, readDate);
    if (key === '' && isHeadingRow(cells, columns)) {
      above = null;
      continue;
    }
    if (key === '' && read.first(cells, ['title']) === '' && moment === null) continue;
    counts.rows += 1;
    if (key !== '') {
      if (key === above) counts.repeats += 1;
      if (last !== null && moment !== null && moment < last) counts.resets += 1;
      counts.groups += 1;
      above = key;
      hasFollower = false;
      last = moment;
    } else if (above !== null) {
      counts.followers += 1;
      if (!hasFollower) counts.groupsWithFollowers += 1;
      hasFollower = true;
      if (moment === null) continue;
      counts.timed += 1;
      if (last === null || moment >= last || (readDate === null && moment < EARLY_MORNING)) counts.ascending += 1;
      last = moment;
    }
  }
  return counts;
}

/** Minutes that only serve to compare: of the day, or of a calendar when dates count too. */
function momentOf(
  cells: readonly string[],
  read: CellsByRole,
  readDate: ((cell: string) => DateReading) | null,
): number | null {
  const cell = read.first(cells, ['startTime']);
  const time = cell === '' ? null : readTimeCell(cell);
  const minutes = time?.kind === 'time' ? time.start : time?.kind === 'slots' ? (time.slots[0]?.start ?? null) : null;
  if (readDate === null) return minutes;
  const dateCell = read.first(cells, ['start', 'startDate']);
  const date = dateCell === '' ? null : readDate(dateCell);
  if (date?.kind !== 'date') return null;
  const { year, month, day } = date.start;
  return (((year ?? 0) * 12 + month) * 31 + day) * DAY_MINUTES + (minutes ?? date.startTime ?? 0);
}
