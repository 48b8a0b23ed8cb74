import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { dateOf } from '../dates.ts';

/** One draft within one week of the month: where it begins, how many days it covers, which line it is on. */
export type Bar = {
  item: CalendarItem;
  /** 0 to 6. */
  column: number;
  span: number;
  lane: number;
  /** It began before this week, or goes on after it. */
  fromBefore: boolean;
  goesOn: boolean;
};

export type WeekLayout = { bars: Bar[] /** For each day, how many drafts are not shown. */; more: number[] };

/**
 * Puts the drafts of a week on lines, those of several days first, so that they stay straight. A day with more than
 * there are lines for keeps its last line free for their number.
 * @param counts how many drafts each date has, loaded or not
 */
export function layoutWeek(
  items: readonly CalendarItem[],
  dates: readonly string[],
  lanes: number,
  counts: ReadonlyMap<string, number>,
): WeekLayout {
  const bars = placeBars(items, dates);
  const loaded = dates.map((_, day) => bars.filter((bar) => covers(bar, day)));
  const total = dates.map((date, day) => Math.max(counts.get(date) ?? 0, loaded[day]?.length ?? 0));
  const crowded = dates.map(
    (_, day) => (total[day] ?? 0) > (loaded[day]?.length ?? 0) || (loaded[day] ?? []).some((bar) => bar.lane >= lanes),
  );
  const shown = bars.filter((bar) => {
    if (bar.lane >= lanes) return false;
    return bar.lane < lanes - 1 || !crowded.some((isCrowded, day) => isCrowded && covers(bar, day));
  });
  const more = dates.map((_, day) => (total[day] ?? 0) - shown.filter((bar) => covers(bar, day)).length);
  return { bars: shown, more };
}

function placeBars(items: readonly CalendarItem[], dates: readonly string[]): Bar[] {
  const first = dates[0] ?? '';
  const last = dates.at(-1) ?? '';
  const bars = items
    .filter((item) => dateOf(item.startLocal) <= last && item.lastDay >= first)
    .map((item) => {
      const start = dateOf(item.startLocal);
      const column = Math.max(0, dates.indexOf(start));
      const end = item.lastDay > last ? dates.length - 1 : dates.indexOf(item.lastDay);
      return {
        item,
        column,
        span: end - column + 1,
        lane: 0,
        fromBefore: start < first,
        goesOn: item.lastDay > last,
      };
    });
  bars.sort(
    (a, b) =>
      Number(isLong(b)) - Number(isLong(a)) ||
      (isLong(a) && (a.column - b.column || b.span - a.span)) ||
      (a.item.startLocal < b.item.startLocal ? -1 : Number(a.item.startLocal > b.item.startLocal)),
  );
  const taken: boolean[][] = [];
  for (const bar of bars) {
    while (isTaken(taken[bar.lane], bar)) bar.lane += 1;
    taken[bar.lane] ??= [];
    const line = taken[bar.lane] ?? [];
    for (let day = bar.column; day < bar.column + bar.span; day += 1) line[day] = true;
  }
  return bars;
}

/** What spans days, or is marked so, is drawn above what happens at a time. */
function isLong(bar: Bar): boolean {
  return bar.span > 1 || bar.fromBefore || bar.goesOn || bar.item.allDay;
}

function isTaken(line: boolean[] | undefined, { column, span }: Bar): boolean {
  for (let day = column; day < column + span; day += 1) if (line?.[day]) return true;
  return false;
}

function covers({ column, span }: Bar, day: number): boolean {
  return day >= column && day < column + span;
}
