import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { addDays } from '#shared/time/days.ts';
import { dateOf, minutesBetween, minutesOf } from '../dates.ts';

const DAY_MINUTES = 1_440;
/** How long a draft without an end is drawn, and the least that any is: else nobody could read or hit it. */
const OPEN_END_MINUTES = 60;
const LEAST_MINUTES = 30;
/** Side by side in one day; what does not fit is counted. */
const MOST_COLUMNS = 4;

/** The part of a draft that lies on one day, in minutes from its midnight. */
export type Block = {
  item: CalendarItem;
  startMinute: number;
  endMinute: number;
  /** Which of how many columns of equal width. */
  column: number;
  columns: number;
  /** It began the day before, or goes on the day after. */
  fromBefore: boolean;
  goesOn: boolean;
};

/** True for what is drawn above the hours: days, not times, are what matters. */
export function isAllDayLike(item: CalendarItem): boolean {
  if (item.allDay) return true;
  return item.endLocal !== null && minutesBetween(item.startLocal, item.endLocal) >= DAY_MINUTES;
}

/** The blocks of one day among its hours, side by side where they overlap, and how many found no room. */
export function layoutDay(items: readonly CalendarItem[], date: string): { blocks: Block[]; hidden: number } {
  const blocks = items
    .filter((item) => !isAllDayLike(item))
    .flatMap((item) => blockOn(item, date))
    .sort((a, b) => a.startMinute - b.startMinute || b.endMinute - a.endMinute);
  let group: Block[] = [];
  let groupEnd = 0;
  const close = () => {
    const columns = Math.min(MOST_COLUMNS, 1 + Math.max(0, ...group.map(({ column }) => column)));
    for (const block of group) block.columns = columns;
    group = [];
  };
  for (const block of blocks) {
    if (block.startMinute >= groupEnd) close();
    const taken = new Set(group.filter((other) => other.endMinute > block.startMinute).map(({ column }) => column));
    while (taken.has(block.column)) block.column += 1;
    group.push(block);
    groupEnd = group.length === 1 ? block.endMinute : Math.max(groupEnd, block.endMinute);
  }
  close();
  const shown = blocks.filter(({ column }) => column < MOST_COLUMNS);
  return { blocks: shown, hidden: blocks.length - shown.length };
}

function blockOn(item: CalendarItem, date: string): Block[] {
  const start = dateOf(item.startLocal);
  const open = item.endLocal === null || item.endLocal <= item.startLocal;
  const length = open ? OPEN_END_MINUTES : minutesBetween(item.startLocal, item.endLocal ?? '');
  const begin = start === date ? minutesOf(item.startLocal) : minutesOf(item.startLocal) - DAY_MINUTES;
  if (start !== date && start !== addDays(date, -1)) return [];
  const end = begin + Math.max(length, start === date ? LEAST_MINUTES : 0);
  // An open end after midnight is a guess: it draws nothing on the next day.
  if (end <= 0 || (start !== date && open)) return [];
  const startMinute = Math.max(0, Math.min(begin, DAY_MINUTES - LEAST_MINUTES));
  const endMinute = Math.max(startMinute + LEAST_MINUTES, Math.min(end, DAY_MINUTES));
  return [
    { item, startMinute, endMinute, column: 0, columns: 1, fromBefore: begin < 0, goesOn: !open && end > DAY_MINUTES },
  ];
}
