import { type Budget, expandRule } from './expand.ts';
import type { Rule } from './rule.ts';

/** A rule with its UNTIL on the clock of its series. */
export type SeriesRule = { rule: Rule; untilMs: number | null };

/** What makes a series, all on one clock, counted in ms as if it were UTC. */
export type SeriesPlan = {
  startMs: number;
  rules: SeriesRule[];
  exRules: SeriesRule[];
  /** RDATE. */
  added: number[];
  /** EXDATE: takes out the dates for which it is true. */
  isExcluded: (ms: number) => boolean;
};

export type SeriesDates = {
  /** In order, each once. */
  dates: number[];
  /** True when a rule goes on after `lastMs`. */
  goesOn: boolean;
  /** True when the budget was used up, so that dates may be missing. */
  isIncomplete: boolean;
};

/**
 * The dates of a series up to `lastMs` (RFC 5545 §3.8.5.3): its start, the rules, what is added, without what is
 * excluded. The start always belongs to it and counts for COUNT, also where the rule itself would not give it.
 */
export function datesOfSeries(plan: SeriesPlan, lastMs: number, budget: Budget): SeriesDates {
  const dates = new Set<number>([plan.startMs, ...plan.added].filter((ms) => ms <= lastMs));
  let goesOn = plan.startMs > lastMs || plan.added.some((ms) => ms > lastMs);
  for (const each of plan.rules) {
    const { found, isCut } = datesOfRule(each, plan.startMs, lastMs, budget);
    for (const ms of found) dates.add(ms);
    goesOn ||= isCut;
  }
  for (const each of plan.exRules)
    for (const ms of datesOfRule(each, plan.startMs, lastMs, budget).found) dates.delete(ms);
  const kept = [...dates].filter((ms) => !plan.isExcluded(ms)).sort((a, b) => a - b);
  return { dates: kept, goesOn, isIncomplete: budget.left <= 0 };
}

function datesOfRule({ rule, untilMs }: SeriesRule, startMs: number, lastMs: number, budget: Budget) {
  const found: number[] = [];
  const count = rule.count ?? Number.POSITIVE_INFINITY;
  const end = Math.min(lastMs, untilMs ?? Number.POSITIVE_INFINITY);
  let given = 0;
  for (const ms of expandRule(rule, startMs, end, budget)) {
    if (given === 0 && ms !== startMs) given = 1;
    if (given >= count) break;
    given += 1;
    found.push(ms);
  }
  return { found, isCut: given < count && (untilMs === null || untilMs > lastMs) };
}
