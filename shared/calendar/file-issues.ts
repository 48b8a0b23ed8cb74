import type { ColumnPlan } from './columns/assign-roles.ts';
import { type ColumnProfile, share } from './columns/profile.ts';
import type { ZTimes } from './columns/z-times.ts';
import type { DateOrderDecision } from './dates/date-order.ts';
import type { CarryPattern } from './groups/carry-pattern.ts';
import type { FileYear } from './headers/preamble-year.ts';
import { rolesByName } from './headers/role-by-name.ts';
import type { ReadingOptions, RowIssue } from './types.ts';

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

/** Notes about the file as a whole: what a person should know before they confirm an import. */
export function describeFile(facts: FileFacts): RowIssue[] {
  return [
    ...unknownMappingNames(facts),
    ...dateOrderNotes(facts),
    ...yearNote(facts),
    ...unusedDates(facts),
    ...shortRows(facts),
    ...placeNote(facts),
    ...carryNotes(facts),
    ...priceNote(facts),
    ...zNote(facts),
  ];
}

function note({ headerRow, firstRow }: FileFacts, column: string | null, code: string, message: string): RowIssue {
  return { row: headerRow ?? firstRow, column, code, severity: 'warning', message };
}

function unknownMappingNames(facts: FileFacts): RowIssue[] {
  return facts.plan.unknownNames.map((name) =>
    note(
      facts,
      name,
      'unknown_column',
      `The mapping names a column “${name}” that the file does not have. Check its spelling.`,
    ),
  );
}

const ORDER_NAMES = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year/month/day' };

function dateOrderNotes(facts: FileFacts): RowIssue[] {
  const { order } = facts;
  const column = facts.plan.columns.find(({ role }) => role === 'start' || role === 'startDate')?.header ?? null;
  if (order.onlyDayFirst > 0 && order.onlyMonthFirst > 0) {
    return [
      note(
        facts,
        column,
        'mixed_date_order',
        `${order.onlyDayFirst} dates can only be day/month and ${order.onlyMonthFirst} only month/day. All were read as ${ORDER_NAMES[order.order]}; those that do not fit are refused.`,
      ),
    ];
  }
  if (order.reason !== 'ambiguous') return [];
  return [
    note(
      facts,
      column,
      'ambiguous_date_order',
      `No date tells whether the day or the month comes first. They were read as ${ORDER_NAMES[order.order]}; choose the date order if that is wrong.`,
    ),
  ];
}

function yearNote(facts: FileFacts): RowIssue[] {
  if (facts.titleYear === null || facts.options.year !== undefined) return [];
  const usesIt =
    facts.rowCount > 0 &&
    facts.plan.columns.some(({ role }) => role === 'start' || role === 'startDate' || role === 'day');
  if (!usesIt) return [];
  const { first, isSeason } = facts.titleYear;
  const message = isSeason
    ? `Dates without a year belong to the season ${first}/${(first + 1) % 100} above the table: from August on they take ${first}, up to June ${first + 1}.`
    : `Dates without a year take ${first}, the year above the table.`;
  return [note(facts, null, 'year_from_title', message)];
}

/** A second column of dates may be a second day that would be lost without a word. */
function unusedDates(facts: FileFacts): RowIssue[] {
  return facts.plan.columns
    .filter(({ index, role, header }) => {
      const profile = facts.profiles[index];
      const isKnownOther = rolesByName(header).some((match) => match.role === 'ignore');
      return role === 'ignore' && !isKnownOther && profile !== undefined && share(profile, 'date', 'dateTime') >= 0.6;
    })
    .map(({ header }) =>
      note(
        facts,
        header,
        'unused_dates',
        `The column “${header}” holds dates too, and was not used. Map it if it is the end, or make rows of further days.`,
      ),
    );
}

/** Programs drop blank cells at the end of a row, so short rows are normal; but a person may wonder. */
function shortRows(facts: FileFacts): RowIssue[] {
  const { first, count } = facts.short;
  if (first === null) return [];
  const message = `${count} of the rows have fewer cells than the header; the missing cells count as empty. The first is row ${first}.`;
  return [{ ...note(facts, null, 'short_rows', message), row: first }];
}

function placeNote(facts: FileFacts): RowIssue[] {
  const city = facts.plan.columns.find(({ role }) => role === 'placeName');
  const hasPlaceId = facts.plan.columns.some(({ role }) => role === 'placeId');
  const { placeId } = facts.options;
  if (city === undefined || hasPlaceId || placeId === undefined) return [];
  return [
    note(
      facts,
      city.header,
      'one_place_for_all',
      `The column “${city.header}” names places, but all rows get the place id “${placeId}”. Map a column of place ids if they differ.`,
    ),
  ];
}

/** Rows then mean more than their own cells, so a person should look at a few of them. */
function carryNotes(facts: FileFacts): RowIssue[] {
  const { pattern } = facts;
  const filled = [
    ...(pattern.date ? ['date'] : []),
    ...(pattern.dateParts ? ['month or year'] : []),
    ...(pattern.place ? ['venue'] : []),
  ];
  return [
    ...(filled.length === 0
      ? []
      : [
          note(
            facts,
            null,
            'fills_down',
            `This sheet writes the ${filled.join(' and the ')} only in the first row of a group. Rows without one take it from the row above.`,
          ),
        ]),
    ...(pattern.dateHeadings
      ? [note(facts, null, 'dates_in_headings', 'Rows without a date take it from the heading above them.')]
      : []),
  ];
}

/** The platform documents no price: it can only be shown in the name of a ticket link. */
function priceNote(facts: FileFacts): RowIssue[] {
  const price = facts.plan.columns.find(
    ({ role, index }) => role === 'price' && (facts.profiles[index]?.filled ?? 0) > 0,
  );
  if (price === undefined) return [];
  return [
    note(
      facts,
      price.header,
      'price_without_link',
      `Prices (“${price.header}”) are shown in the name of a ticket link. Rows without a link are published without their price.`,
    ),
  ];
}

function zNote(facts: FileFacts): RowIssue[] {
  const { zTimes, plan } = facts;
  if (zTimes === null) return [];
  const column = plan.columns.find(({ role }) => role === 'start')?.header ?? null;
  const { asWritten, inZone, timeZone } = zTimes;
  return [
    note(
      facts,
      column,
      'z_may_be_local',
      `Times that end in Z are UTC, so most of these events would start at night: ${asWritten} is ${inZone} in ${timeZone}. If the program wrote local times, remove the Z in the file; if not, check the time zone.`,
    ),
  ];
}
