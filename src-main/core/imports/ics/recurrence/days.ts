import { daysInMonth } from '#shared/calendar/dates/arithmetic.ts';
import type { Rule } from './rule.ts';

export const DAY_MS = 86_400_000;

type DayFacts = { year: number; month: number; day: number; weekday: number; dayOfYear: number; daysInYear: number };

/** Monday = 1 … Sunday = 7 of a day counted in ms as if it were UTC. */
export function weekdayOfMs(ms: number): number {
  return new Date(ms).getUTCDay() || 7;
}

/** Midnight of the first day of the week that the day is in. */
export function weekStartOf(dayMs: number, weekStart: number): number {
  return dayMs - ((weekdayOfMs(dayMs) - weekStart + 7) % 7) * DAY_MS;
}

/** Midnight of a day, counted in ms as if it were UTC; months run from 0 and may be beyond 11. */
export function dayOf(year: number, month0: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month0, day);
  return date.getTime();
}

/** True when a day is one that all of the rule's BY… parts for days allow (RFC 5545 §3.3.10, table on page 44). */
export function allowsDay(rule: Rule, dayMs: number): boolean {
  const facts = factsOf(dayMs);
  const { byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  if (byMonth.length > 0 && !byMonth.includes(facts.month)) return false;
  if (byMonthDay.length > 0) {
    const fromEnd = facts.day - daysInMonth(facts.year, facts.month) - 1;
    if (!byMonthDay.includes(facts.day) && !byMonthDay.includes(fromEnd)) return false;
  }
  if (byYearDay.length > 0) {
    const fromEnd = facts.dayOfYear - facts.daysInYear - 1;
    if (!byYearDay.includes(facts.dayOfYear) && !byYearDay.includes(fromEnd)) return false;
  }
  if (byWeekNo.length > 0 && !allowsWeek(rule, dayMs)) return false;
  return rule.byDay.length === 0 || allowsWeekday(rule, facts);
}

function factsOf(dayMs: number): DayFacts {
  const date = new Date(dayMs);
  const year = date.getUTCFullYear();
  const yearStart = dayOf(year, 0, 1);
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
    dayOfYear: (dayMs - yearStart) / DAY_MS + 1,
    daysInYear: (dayOf(year + 1, 0, 1) - yearStart) / DAY_MS,
  };
}

/** `2MO` is the second Monday of the month, or of the year in a yearly rule without months; elsewhere each Monday. */
function allowsWeekday(rule: Rule, facts: DayFacts): boolean {
  const ofYear = rule.frequency === 'YEARLY' && rule.byMonth.length === 0;
  const counts = (rule.frequency === 'YEARLY' || rule.frequency === 'MONTHLY') && rule.byWeekNo.length === 0;
  const place = ofYear ? facts.dayOfYear : facts.day;
  const length = ofYear ? facts.daysInYear : daysInMonth(facts.year, facts.month);
  const fromStart = Math.floor((place - 1) / 7) + 1;
  const fromEnd = -(Math.floor((length - place) / 7) + 1);
  return rule.byDay.some(
    ({ weekday, nth }) => weekday === facts.weekday && (nth === 0 || !counts || nth === fromStart || nth === fromEnd),
  );
}

/** Week 1 is the first with four days in the year (ISO 8601), with weeks that begin on the rule's WKST. */
function allowsWeek({ byWeekNo, weekStart }: Rule, dayMs: number): boolean {
  const week = weekStartOf(dayMs, weekStart);
  const year = new Date(week + 3 * DAY_MS).getUTCFullYear();
  const first = weekStartOf(dayOf(year, 0, 4), weekStart);
  const number = (week - first) / (7 * DAY_MS) + 1;
  const inYear = (weekStartOf(dayOf(year + 1, 0, 4), weekStart) - first) / (7 * DAY_MS);
  return byWeekNo.includes(number) || byWeekNo.includes(number - inYear - 1);
}
