import { quoteCell } from '#shared/calendar/text/fold.ts';
import type { ReadingOptions, ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { datesOfSeries } from '../recurrence/dates.ts';
import type { Budget } from '../recurrence/expand.ts';
import { readSeries } from '../recurrence/series.ts';
import { isPast, windowOf } from '../recurrence/window.ts';
import { eventRow, issuesOf, type ReadEvent, skippedRow } from './event-rows.ts';
import { dateKey, idOfDate } from './ids.ts';

/** Dates of one series that are read, from today on: four shows a day for two years. */
const MOST_DATES = 3_000;
/** What one series may cost to expand (see Budget). A daily one reaches this after forty years. */
const SERIES_BUDGET = 300_000;
/** What a row costs beside the date that it is made of. */
const ROW_COST = 100;

/**
 * A row for each date of a series, and one for those that are over. `replaced` are the dates that events of their own
 * stand for. What is not read is said in `notes`.
 */
export function seriesRows(
  read: ReadEvent,
  replaced: ReadonlySet<string>,
  options: ReadingOptions,
  fileBudget: Budget,
  notes: RowIssue[],
): ReadRow[] {
  const { entry, row, times, texts } = read;
  const { startMs } = times;
  const series = readSeries(entry.component, times, entry.calendar.book, row);
  // A rule that cannot be followed leaves the one date that the event itself gives.
  if (series.rules.length === 0 && series.added.length === 0)
    return replaced.has(dateKey(startMs, startMs))
      ? [skippedRow(row.row, 'replaced', texts.fields.title)]
      : [eventRow(read, times, entry.uid === '' ? null : entry.uid)];
  const window = windowOf(times, options);
  const allowance = Math.max(1, Math.min(SERIES_BUDGET, fileBudget.left));
  const budget = { left: allowance };
  const { dates, goesOn, isIncomplete } = datesOfSeries(series, window.lastMs, budget);
  fileBudget.left -= allowance - budget.left + Math.min(dates.length, MOST_DATES) * ROW_COST;

  const name = quoteCell(texts.fields.title);
  const note = (code: string, message: string) =>
    notes.push({ row: row.row, column: 'RRULE', code, severity: 'warning', message });
  const unused = isIncomplete ? 0 : series.unusedExclusions(window.lastMs);
  if (unused > 0)
    note(
      'exdate_without_date',
      `${name}: ${unused === 1 ? 'an excluded date (EXDATE) is' : `${unused} excluded dates (EXDATE) are`} no date of this series, so nothing was taken out for ${unused === 1 ? 'it' : 'them'}. Check whether a date is cancelled.`,
    );

  const rows: ReadRow[] = [];
  let past = 0;
  let kept = 0;
  let lastRead = startMs;
  const open = replaced.size === 0 ? dates : dates.filter((ms) => !replaced.has(dateKey(ms, startMs)));
  for (const ms of open) {
    const date = { ...times, startMs: ms, length: series.lengths.get(ms) ?? times.length };
    if (isPast(date, window)) past += 1;
    else if (kept < MOST_DATES) {
      // What is to be said of the series itself is said once, with its first date.
      const ofDate = kept === 0 ? read : { ...read, row: issuesOf(row.row) };
      rows.push(eventRow(ofDate, date, entry.uid === '' ? null : idOfDate(entry.uid, dateKey(ms, startMs))));
      kept += 1;
      lastRead = ms;
    }
  }
  const title = texts.fields.title;
  if (past > 0) rows.unshift(skippedRow(row.row, 'past', `${title} (${dateCount(past)} before ${window.fromDay})`));
  if (rows.length === 0) {
    const reason = dates.length > 0 ? 'replaced' : goesOn ? 'later' : 'no_dates';
    rows.push(skippedRow(row.row, reason, title));
  }

  const lastDay = new Date(lastRead).toISOString().slice(0, 10);
  if (isIncomplete || open.length - past > kept)
    note(
      'too_many_dates',
      `${name} repeats too often: ${dateCount(kept)} up to ${lastDay} were read, and no more. Choose an earlier end of series, or split it in the calendar.`,
    );
  else if (goesOn)
    note(
      'series_goes_on',
      `${name} goes on after ${window.lastDay}; ${dateCount(kept)} up to then ${kept === 1 ? 'was' : 'were'} read. Choose a later end of series to read more.`,
    );
  if (past > 0)
    note(
      'series_past',
      `${name} has ${dateCount(past)} before ${window.fromDay}, which ${past === 1 ? 'was' : 'were'} left out.`,
    );
  return rows;
}

function dateCount(count: number): string {
  return count === 1 ? '1 date' : `${count} dates`;
}
