import { foldText } from '../text/fold.ts';
import { tokenise } from '../text/lexer.ts';
import type { DateOrder, FileReading } from '../types.ts';
import { fullYear, isRealDate, weekdayOf } from './arithmetic.ts';
import { readWeekdayCell, weekdaysOf } from './weekday-names.ts';

export type DateOrderDecision = {
  order: DateOrder;
  reason: FileReading['dateOrderReason'];
  /** How many dates can only be day/month, and only month/day. Both above zero: the file contradicts itself. */
  onlyDayFirst: number;
  onlyMonthFirst: number;
};

/** What the file says about itself besides its dates. */
export type OrderHints = { given: DateOrder | undefined; languages: readonly string[]; timeZone: string };

const TRIPLE = /(?<!\d)(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/g;

/** Regions whose zones write the month first. Canada and Mexico share some of the names, but not these. */
const MONTH_FIRST_ZONES =
  /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Sitka|Nome|Indiana|Kentucky|North_Dakota)|Pacific\/Honolulu|Asia\/Manila)/;

/** Left-to-right marks, which some browsers put between the numbers of a date. */
const INVISIBLE = /\p{Cf}/u;

/**
 * Decides once for all dates of the file. A date above 12 tells; then weekdays that fit one order only; then the
 * shape; then the language of the headers. When none of them tells, the person is asked.
 */
export class DateOrderEvidence {
  private dayFirst = 0;
  private monthFirst = 0;
  private yearFirst = 0;
  private weekdayDayFirst = 0;
  private weekdayMonthFirst = 0;
  private dotted = 0;
  private open = 0;

  /** Takes one cell of a date column into account, with the cell of the weekday column beside it. */
  add(written: string, weekdayCell: string): void {
    const cell = INVISIBLE.test(written) ? foldText(written) : written;
    for (const [, a = '', mark = '', b = '', c = ''] of cell.matchAll(TRIPLE)) {
      const [first, second] = [Number(a), Number(b)];
      if (a.length > 2 || (first > 31 && second <= 12)) this.yearFirst += 1;
      else if (first > 12 && second <= 12) this.dayFirst += 1;
      else if (second > 12 && first <= 12) this.monthFirst += 1;
      else if (first <= 12 && second <= 12) {
        // With dots the day comes first everywhere: a weekday that does not fit is a slip, and no evidence.
        if (mark === '.') this.dotted += 1;
        else this.open += 1;
        if (mark !== '.' && first !== second)
          this.weighWeekday(cell, weekdayCell, fullYear(Number(c), c.length), first, second);
      }
    }
  }

  private weighWeekday(cell: string, weekdayCell: string, year: number, first: number, second: number): void {
    const named = weekdayCell === '' ? weekdaysIn(cell) : readWeekdayCell(weekdayCell);
    if (named === null) return;
    const fits = (month: number, day: number) =>
      isRealDate({ year, month, day }) && named.includes(weekdayOf({ year, month, day }));
    const [asDayFirst, asMonthFirst] = [fits(second, first), fits(first, second)];
    if (asDayFirst && !asMonthFirst) this.weekdayDayFirst += 1;
    if (asMonthFirst && !asDayFirst) this.weekdayMonthFirst += 1;
  }

  decide(hints: OrderHints): DateOrderDecision {
    const counts = { onlyDayFirst: this.dayFirst, onlyMonthFirst: this.monthFirst };
    if (hints.given !== undefined) return { order: hints.given, reason: 'given', ...counts };
    if (this.dayFirst !== this.monthFirst) {
      return { order: this.dayFirst > this.monthFirst ? 'dmy' : 'mdy', reason: 'by_values', ...counts };
    }
    if (this.weekdayDayFirst !== this.weekdayMonthFirst) {
      return { order: this.weekdayDayFirst > this.weekdayMonthFirst ? 'dmy' : 'mdy', reason: 'by_values', ...counts };
    }
    return { ...this.decideByShape(hints), ...counts };
  }

  private decideByShape({ languages, timeZone }: OrderHints): Pick<DateOrderDecision, 'order' | 'reason'> {
    if (this.dotted > 0) return { order: 'dmy', reason: 'by_shape' };
    const isUndecided = this.open > 0 || this.dayFirst > 0;
    if (!isUndecided) {
      if (this.yearFirst > 0) return { order: 'ymd', reason: 'by_shape' };
      return { order: MONTH_FIRST_ZONES.test(timeZone) ? 'mdy' : 'dmy', reason: 'by_shape' };
    }
    const foreign = languages.filter((language) => language !== 'en');
    if (foreign.length > 0 && !languages.includes('en')) return { order: 'dmy', reason: 'by_language' };
    return { order: MONTH_FIRST_ZONES.test(timeZone) ? 'mdy' : 'dmy', reason: 'ambiguous' };
  }
}

function weekdaysIn(cell: string): readonly number[] | null {
  if (!/\p{L}/u.test(cell)) return null;
  for (const token of tokenise(foldText(cell))) {
    const days = token.kind === 'word' ? weekdaysOf(token.text) : null;
    if (days !== null) return days;
  }
  return null;
}
