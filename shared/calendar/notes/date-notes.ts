import { share } from '../columns/profile.ts';
import { rolesByName } from '../headers/role-by-name.ts';
import type { RowIssue } from '../types.ts';
import { type FileFacts, note } from './file-facts.ts';

const ORDER_NAMES = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year/month/day' };

export function dateOrderNotes(facts: FileFacts): RowIssue[] {
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

export function yearNote(facts: FileFacts): RowIssue[] {
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
export function unusedDates(facts: FileFacts): RowIssue[] {
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

export function zNote(facts: FileFacts): RowIssue[] {
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
