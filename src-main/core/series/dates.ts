import { fromWallMs, localToWallMs } from '#shared/calendar/dates/arithmetic.ts';
import { MOST_DATES, type RepeatDate, type RepeatPattern } from '#shared/drafts/repeat.ts';
import { clockStateAt } from '#shared/time/clock-changes.ts';
import { datesOfSeries } from '../imports/ics/recurrence/dates.ts';
import { DAY_MS, weekdayOfMs } from '../imports/ics/recurrence/days.ts';
import type { Rule } from '../imports/ics/recurrence/rule.ts';

/** Rules are followed this far at most. */
const MOST_YEARS = 10;

/** Far more than any pattern of `RepeatPattern` costs (`Budget`). */
const BUDGET = 1_000_000;

/**
 * The dates of a pattern, in order, the first one included: what an iCalendar rule (RFC 5545 §3.3.10) of the same
 * meaning gives. A month that does not have the day has no date. At most `MOST_DATES`.
 * @param startLocal first date, on the wall clock of the draft's zone
 * @param timeZone for what the clocks do; null says nothing about that
 */
export function datesOfPattern(startLocal: string, timeZone: string | null, pattern: RepeatPattern): RepeatDate[] {
  const startMs = localToWallMs(startLocal);
  const { end } = pattern;
  const farthest = startMs + MOST_YEARS * 366 * DAY_MS;
  const lastMs = end.kind === 'until' ? Math.min(farthest, localToWallMs(`${end.date}T23:59`)) : farthest;
  const rule = toRule(startMs, pattern);
  const plan = { startMs, rules: [{ rule, untilMs: null }], exRules: [], added: [], isExcluded: () => false };
  const { dates } = datesOfSeries(plan, Math.max(startMs, lastMs), { left: BUDGET });
  const skipped = new Set(pattern.skip);
  return dates.slice(0, MOST_DATES).map((ms) => {
    const local = fromWallMs(ms);
    return {
      startLocal: local,
      clock: timeZone === null ? null : CLOCKS[clockStateAt(ms, timeZone)],
      skipped: ms !== startMs && skipped.has(local.slice(0, 10)),
    };
  });
}

const CLOCKS = { normal: null, gap: 'gap', overlap: 'twice' } as const;

function toRule(startMs: number, { every, end }: RepeatPattern): Rule {
  const rule: Rule = {
    frequency: FREQUENCIES[every.unit],
    interval: every.interval,
    count: end.kind === 'count' ? end.count : null,
    until: null,
    byMonth: [],
    byWeekNo: [],
    byYearDay: [],
    byMonthDay: [],
    byDay: [],
    byHour: [],
    byMinute: [],
    bySetPos: [],
    weekStart: 1,
  };
  if (every.unit === 'week') rule.byDay = every.weekdays.map((weekday) => ({ weekday, nth: 0 }));
  if (every.unit === 'month' && every.on !== 'date') {
    const nth = every.on === 'lastWeekday' ? -1 : Math.ceil(new Date(startMs).getUTCDate() / 7);
    rule.byDay = [{ weekday: weekdayOfMs(startMs), nth }];
  }
  return rule;
}

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const;
