import { allowsDay, DAY_MS, dayOf, weekdayOfMs, weekStartOf } from './days.ts';
import type { Rule } from './rule.ts';

/** What expanding may still cost: 1 for a day or time that is looked at, more for a date that is made. At 0 everything stops where it is. */
export type Budget = { left: number };

/** A date that is made costs about as much as this many days that are only looked at. */
const DATE_COST = 20;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * The times of a rule from `startMs` to `lastMs`, in order, COUNT and UNTIL aside. All are wall clocks counted as if
 * they were UTC. It always ends: `lastMs` bounds the periods, and the budget what is looked at, so that a rule that
 * never comes true (30 February) or comes true each minute cannot hold up an import.
 */
export function* expandRule(given: Rule, startMs: number, lastMs: number, budget: Budget): Generator<number, void> {
  const rule = completed(given, startMs);
  for (const { fromMs, times } of periods(rule, startMs, budget)) {
    // Not `fromMs > lastMs`: a period beyond what a date can hold is NaN, and has to end it too.
    if (!(fromMs <= lastMs)) return;
    for (const time of atPositions(times(), rule.bySetPos)) {
      if (time > lastMs) break;
      if (time < startMs) continue;
      budget.left -= DATE_COST;
      yield time;
    }
    if (budget.left <= 0) return;
  }
}

/** The rule with what it leaves to its start: "information missing from the rule is taken from DTSTART" (§3.3.10). */
function completed(rule: Rule, startMs: number): Rule {
  const start = new Date(startMs);
  const full = { ...rule };
  const lacksDay = rule.byDay.length === 0 && rule.byMonthDay.length === 0 && rule.byYearDay.length === 0;
  const day = [start.getUTCDate()];
  const weekday = [{ weekday: weekdayOfMs(startMs), nth: 0 }];
  if (rule.frequency === 'YEARLY' && lacksDay) {
    if (rule.byWeekNo.length > 0) full.byDay = weekday;
    else {
      full.byMonthDay = day;
      if (rule.byMonth.length === 0) full.byMonth = [start.getUTCMonth() + 1];
    }
  }
  if (rule.frequency === 'MONTHLY' && lacksDay) full.byMonthDay = day;
  if (rule.frequency === 'WEEKLY' && lacksDay) full.byDay = weekday;
  const ofTime = rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY';
  if (!ofTime && rule.byHour.length === 0) full.byHour = [start.getUTCHours()];
  if (rule.frequency !== 'MINUTELY' && rule.byMinute.length === 0) full.byMinute = [start.getUTCMinutes()];
  return full;
}

type Period = { fromMs: number; times: () => number[] };

function periods(rule: Rule, startMs: number, budget: Budget): Generator<Period, never> {
  return rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY'
    ? periodsOfADay(rule, startMs, budget)
    : periodsOfDays(rule, startMs, budget);
}

/** Years, months, weeks and days: the days that the rule allows, each with its hours and minutes. */
function* periodsOfDays(rule: Rule, startMs: number, budget: Budget): Generator<Period, never> {
  const clocks = rule.byHour.flatMap((hour) => rule.byMinute.map((minute) => hour * HOUR_MS + minute * MINUTE_MS));
  const startDay = startMs - modulo(startMs, DAY_MS);
  const start = new Date(startDay);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  for (let step = 0; ; step += rule.interval) {
    const spans: [from: number, to: number][] = [];
    if (rule.frequency === 'YEARLY') {
      // Only its own months are walked through, because the rules of zones begin in 1601.
      const months = rule.byMonth.length > 0 ? rule.byMonth : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
      for (const each of months) spans.push([dayOf(year + step, each - 1, 1), dayOf(year + step, each, 1)]);
    } else if (rule.frequency === 'MONTHLY')
      spans.push([dayOf(year, month + step, 1), dayOf(year, month + step + 1, 1)]);
    else if (rule.frequency === 'WEEKLY') {
      const week = weekStartOf(startDay, rule.weekStart) + step * 7 * DAY_MS;
      spans.push([week, week + 7 * DAY_MS]);
    } else spans.push([startDay + step * DAY_MS, startDay + (step + 1) * DAY_MS]);
    budget.left -= 1;
    yield { fromMs: spans[0]?.[0] ?? Number.NaN, times: () => timesOf(rule, spans, clocks, budget) };
  }
}

function timesOf(rule: Rule, spans: [number, number][], clocks: number[], budget: Budget): number[] {
  const times: number[] = [];
  for (const [from, to] of spans) {
    for (let day = from; day < to; day += DAY_MS) {
      budget.left -= 1;
      if (!allowsDay(rule, day)) continue;
      budget.left -= clocks.length;
      for (const clock of clocks) times.push(day + clock);
    }
  }
  return times;
}

/** Hours and minutes. A day that the rule does not allow is passed over at once. */
function* periodsOfADay(rule: Rule, startMs: number, budget: Budget): Generator<Period, never> {
  const unit = rule.frequency === 'HOURLY' ? HOUR_MS : MINUTE_MS;
  const stepMs = unit * rule.interval;
  let fromMs = startMs - modulo(startMs, unit);
  let allowedDay = Number.NaN;
  for (;;) {
    budget.left -= 1;
    const day = fromMs - modulo(fromMs, DAY_MS);
    if (day !== allowedDay && !allowsDay(rule, day)) {
      yield { fromMs, times: () => [] };
      fromMs += Math.ceil((day + DAY_MS - fromMs) / stepMs) * stepMs;
      continue;
    }
    allowedDay = day;
    const at = fromMs;
    yield { fromMs: at, times: () => timesWithin(rule, at) };
    fromMs += stepMs;
  }
}

function timesWithin(rule: Rule, fromMs: number): number[] {
  const at = new Date(fromMs);
  if (rule.byHour.length > 0 && !rule.byHour.includes(at.getUTCHours())) return [];
  if (rule.frequency === 'HOURLY') return rule.byMinute.map((minute) => fromMs + minute * MINUTE_MS);
  return rule.byMinute.length > 0 && !rule.byMinute.includes(at.getUTCMinutes()) ? [] : [fromMs];
}

/** BYSETPOS: the nth of the period, counted from its end when it is negative. */
function atPositions(times: number[], positions: readonly number[]): number[] {
  if (positions.length === 0) return times;
  const chosen = positions.flatMap((position) => times.at(position > 0 ? position - 1 : position) ?? []);
  return [...new Set(chosen)].sort((a, b) => a - b);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
