import type { ClockRange } from '../times/clock-range.ts';
import type { WrittenDate } from './date-moment.ts';
import type { SingleDate } from './date-reading.ts';

export type Item = WrittenDate & {
  /** `May 3, 5 and 7`: the days that follow are in the same month. Else they are in that of the next item. */
  monthFirst: boolean;
  clocks: ClockRange[];
};

export function fillMonths(items: Item[]): void {
  for (let index = items.length - 2; index >= 0; index -= 1) {
    const [item, next] = [items[index], items[index + 1]];
    const heldBefore = items.slice(0, index).findLast((each) => each.month !== null)?.monthFirst === true;
    if (item !== undefined && !heldBefore) item.month ??= next?.month ?? null;
  }
  for (const [index, item] of items.entries()) item.month ??= items[index - 1]?.month ?? null;
}

export function fillYears(items: Item[]): void {
  for (let index = items.length - 2; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined) item.year ??= items[index + 1]?.year ?? null;
  }
  for (const [index, item] of items.entries()) item.year ??= items[index - 1]?.year ?? null;
}

export function asDates({ year, month, day, weekdays }: Item, clocks: readonly ClockRange[]): SingleDate[] {
  if (month === null || day === null) return [];
  const start = { year, month, day, weekdays };
  const times = clocks.length === 0 ? [{ start: null, end: null }] : clocks;
  return times.map((time) => ({
    kind: 'date',
    start,
    startTime: time.start,
    end: null,
    endTime: time.end,
    offsetMinutes: null,
    note: null,
  }));
}

export function goForward(items: readonly Item[]): boolean {
  const value = ({ year, month, day }: Item) => (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0);
  return items.every((item, index) => {
    const next = items[index + 1];
    return item.month !== null && (next === undefined || value(item) < value(next));
  });
}
