import type { DateReading } from '../dates/date-reading.ts';
import type { ColumnLookup } from '../rows/row-cells.ts';
import { isBlankRow } from '../rows/skipped-rows.ts';
import { CellsByRole } from './cells-by-role.ts';
import { countGroups, type GroupCounts } from './group-counts.ts';
import { dateRoles, headingDate, isDateOnlyRow, isEmptyRow, placeRoles } from './row-shape.ts';

/** What the rows of a file show about what they owe to the rows above them. */
export type CarryPattern = {
  /** Rows without a date belong to the date above. */
  date: boolean;
  /** The month or the year stands only in the first row of its group. */
  dateParts: boolean;
  /** Rows without a venue belong to the venue above. */
  place: boolean;
  /** A row that holds nothing but a date is a heading for the rows below. */
  dateHeadings: boolean;
  /** An empty row ends a group. */
  blankEnds: boolean;
};

type Rows = readonly (readonly string[])[];
type ReadDate = (cell: string) => DateReading;

/**
 * Decides, in one look at the rows in their order, whether blank cells mean “as above”. A sheet that fills down does
 * not repeat a value in the next row; where values are repeated, a blank one is missing. Times that go on within a
 * group, and start anew with the next, tell the rest.
 */
export function findCarryPattern(body: Rows, columns: ColumnLookup, readDate: ReadDate): CarryPattern {
  const date = datesFillDown(body, columns);
  return {
    date,
    dateParts: partsFillDown(body, columns),
    place:
      columns.has(...placeRoles) && (date ? placesFollowDates(body, columns) : placesFillDown(body, columns, readDate)),
    dateHeadings: hasDateHeadings(body, columns, readDate),
    blankEnds: blankRowsEndGroups(body, columns),
  };
}

function datesFillDown(body: Rows, columns: ColumnLookup): boolean {
  if (!columns.has(...dateRoles)) return false;
  const counts = countGroups(body, columns, dateRoles, null);
  if (!columns.has('startTime')) return areGroups(counts, 0.3);
  // An event whose date is not known yet has no time either; the second show of a day has one.
  return areGroups(counts, 0.2) && counts.timed >= counts.followers * 0.6 && counts.ascending >= counts.timed * 0.8;
}

/** A venue may be blank because it is the house's own: only times that start anew under each venue prove a group. */
function placesFillDown(body: Rows, columns: ColumnLookup, readDate: ReadDate): boolean {
  const counts = countGroups(body, columns, placeRoles, readDate);
  const areSorted = counts.timed > 0 && counts.ascending >= counts.timed * 0.9;
  return areGroups(counts, 0.3) && areSorted && counts.resets >= (counts.groups - 1) * 0.6;
}

function areGroups(
  { rows, groups, repeats, followers, groupsWithFollowers }: GroupCounts,
  leastShare: number,
): boolean {
  return groups >= 2 && groupsWithFollowers >= 2 && repeats * 10 <= followers && followers >= rows * leastShare;
}

/** Rows with a day but no month or year, where those have columns of their own. */
function partsFillDown(body: Rows, columns: ColumnLookup): boolean {
  if (!columns.has('year', 'month') || !columns.has('day', 'start', 'startDate')) return false;
  const read = new CellsByRole(columns);
  const dated = body.filter((cells) => read.first(cells, ['day', 'start', 'startDate']) !== '');
  const keys = dated.map((cells) => read.all(cells, ['year', 'month']));
  const followers = keys.filter((key) => key === '').length;
  const repeats = keys.filter((key, index) => key !== '' && key === keys[index - 1]).length;
  return keys[0] !== undefined && keys[0] !== '' && followers >= 2 && repeats * 10 <= followers;
}

/** Where dates fill down too, a venue may only be taken over when every date names its venue anew. */
function placesFollowDates(body: Rows, columns: ColumnLookup): boolean {
  const read = new CellsByRole(columns);
  const events = body.filter((cells) => read.first(cells, ['title']) !== '');
  const followers = events.filter((cells) => read.all(cells, dateRoles) === '');
  const dated = events.filter((cells) => read.all(cells, dateRoles) !== '');
  const without = (rows: Rows) => rows.filter((cells) => read.first(cells, placeRoles) === '').length;
  return without(dated) === 0 && without(followers) >= followers.length * 0.5;
}

/** At least one row that is only a date stands above a row without one, and that is the rule. */
function hasDateHeadings(body: Rows, columns: ColumnLookup, readDate: ReadDate): boolean {
  const read = new CellsByRole(columns);
  let heads = 0;
  let strays = 0;
  let isWaiting = false;
  for (const cells of body) {
    if (isBlankRow(cells)) continue;
    if (headingDate(cells, columns, readDate) !== null || isDateOnlyRow(cells, columns)) {
      if (isWaiting) strays += 1;
      isWaiting = true;
      continue;
    }
    if (isWaiting) {
      const lacksDate = read.all(cells, dateRoles) === '' && read.first(cells, ['title', 'startTime']) !== '';
      if (lacksDate) heads += 1;
      else strays += 1;
    }
    isWaiting = false;
  }
  return heads > 0 && heads >= strays * 2;
}

/** Empty rows end groups unless groups mostly begin without one: then they are only space. */
function blankRowsEndGroups(body: Rows, columns: ColumnLookup): boolean {
  const read = new CellsByRole(columns);
  let withBlank = 0;
  let without = 0;
  let isAfterBlank = true;
  for (const cells of body) {
    const isEmpty = isEmptyRow(cells);
    if (!isEmpty && read.all(cells, dateRoles) !== '') {
      if (isAfterBlank) withBlank += 1;
      else without += 1;
    }
    isAfterBlank = isEmpty;
  }
  return withBlank > without;
}
