import type { RowCells } from '#shared/calendar/rows/row-cells.ts';
import { quoteCell } from '#shared/calendar/text/fold.ts';
import { every, first } from '../events/properties.ts';
import type { Component } from '../text/components.ts';
import type { ContentLine } from '../text/content-line.ts';
import { readIcsDuration } from '../times/duration.ts';
import { type EventClock, type EventLength, type EventTimes, onClock } from '../times/event-times.ts';
import { readIcsTime } from '../times/ics-time.ts';
import type { ZoneBook } from '../times/zone-book.ts';
import type { SeriesPlan, SeriesRule } from './dates.ts';
import { DAY_MS } from './days.ts';
import { readRule } from './rule.ts';

/** A series as its event describes it, with what an added period says about its own length. */
export type Series = SeriesPlan & {
  lengths: Map<number, EventLength>;
  /** Excluded dates that are known by now to be none of the series: asked for after its dates were made. */
  unusedExclusions: (lastMs: number) => number;
};

/** True when an event happens more than once, or says so. */
export function isSeries(event: Component): boolean {
  return first(event, 'RRULE', 'RDATE') !== undefined;
}

/** Reads what makes an event a series. A rule or a date that cannot be read is left out with a warning. */
export function readSeries(event: Component, times: EventTimes, book: ZoneBook, row: RowCells): Series {
  const { clock, startMs } = times;
  const lengths = new Map<number, EventLength>();
  const added: number[] = [];
  for (const line of every(event, 'RDATE')) {
    for (const text of line.value.split(',').filter((each) => each.trim() !== '')) {
      const found = readAdded(text, line, times, book);
      if (found === null) row.warn('RDATE', 'unreadable_date', leftOut(text, 'RDATE'));
      else {
        added.push(found.ms);
        if (found.length !== null) lengths.set(found.ms, found.length);
      }
    }
  }
  const rules = (name: 'RRULE' | 'EXRULE') => readRules(event, name, clock, book, row);
  return {
    startMs,
    rules: rules('RRULE'),
    exRules: rules('EXRULE'),
    added,
    lengths,
    ...readExclusions(event, times, book, row),
  };
}

/** A date, a date and time (on a whole date: the time of the series), or a period with its own length. */
function readAdded(
  text: string,
  line: ContentLine,
  { clock, startMs }: EventTimes,
  book: ZoneBook,
): { ms: number; length: EventLength | null } | null {
  const [from = '', until] = text.split('/');
  const time = readIcsTime(from, line);
  if (time === null) return null;
  const atTheTime = time.form === 'date' && clock.form !== 'date' ? modulo(startMs, DAY_MS) : 0;
  const ms = onClock(time, clock, book, line.line) + atTheTime;
  if (until === undefined) return { ms, length: null };
  const duration = readIcsDuration(until);
  if (duration !== null) return { ms, length: { kind: 'exact', ...duration } };
  const end = readIcsTime(until, line);
  const lasts = end === null ? 0 : onClock(end, clock, book, line.line) - ms;
  return lasts > 0 ? { ms, length: { kind: 'wall', ms: lasts } } : null;
}

function readRules(
  event: Component,
  name: 'RRULE' | 'EXRULE',
  clock: EventClock,
  book: ZoneBook,
  row: RowCells,
): SeriesRule[] {
  return every(event, name).flatMap((line): SeriesRule[] => {
    const rule = readRule(line);
    if (rule === null) {
      row.warn(
        name,
        'unreadable_rule',
        `${quoteCell(line.value)} is a repetition that cannot be followed here, so the dates it would give are missing. Enter them in the calendar as events of their own.`,
      );
      return [];
    }
    if (rule.until === null) return [{ rule, untilMs: null }];
    // A day means all of it, whatever the time of the series.
    const wholeDay = rule.until.form === 'date' && clock.form !== 'date' ? DAY_MS - 1 : 0;
    return [{ rule, untilMs: onClock(rule.until, clock, book, line.line) + wholeDay }];
  });
}

function readExclusions(event: Component, { clock }: EventTimes, book: ZoneBook, row: RowCells) {
  const moments = new Set<number>();
  const days = new Set<number>();
  const used = new Set<number>();
  for (const line of every(event, 'EXDATE')) {
    for (const text of line.value.split(',').filter((each) => each.trim() !== '')) {
      const time = readIcsTime(text, line);
      if (time === null) row.warn('EXDATE', 'unreadable_date', leftOut(text, 'EXDATE'));
      else (time.form === 'date' ? days : moments).add(onClock(time, clock, book, line.line));
    }
  }
  return {
    isExcluded: (ms: number) => {
      const day = ms - modulo(ms, DAY_MS);
      if (moments.has(ms)) used.add(ms);
      if (days.has(day)) used.add(day);
      return moments.has(ms) || days.has(day);
    },
    unusedExclusions: (lastMs: number) => [...moments, ...days].filter((ms) => ms <= lastMs && !used.has(ms)).length,
  };
}

function leftOut(text: string, name: string): string {
  return `${quoteCell(text)} in ${name} is no date that can be read, so it was left out.`;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
