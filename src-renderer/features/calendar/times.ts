import { create } from 'zustand';
import type { CalendarDays, CalendarItem } from '#shared/contract/calendar-views.ts';
import { lastDayOf } from '#shared/drafts/last-day.ts';
import { addDays } from '#shared/time/days.ts';
import { onWorkspaceChanged } from '../../stores/live-query.ts';
import { calendarQuery } from './calendar-store.ts';
import { dateOf } from './dates.ts';

export type Times = { startLocal: string; endLocal: string | null };

/**
 * Times that are shown before the core has stored them: while something is dragged, and until the answer that knows of
 * it is here. Nothing else is ever shown that is not stored.
 */
type Shown = Times & { state: 'held' | 'saving' | 'stored'; answers: number };
export const useTimes = create<{ shown: ReadonlyMap<string, Shown> }>(() => ({ shown: new Map() }));
onWorkspaceChanged(() => useTimes.setState({ shown: new Map() }));

/** Shows a draft at these times. */
export function showTimes(id: string, times: Times, state: Shown['state']): void {
  useTimes.setState(({ shown }) => ({ shown: new Map(shown).set(id, { ...times, state, answers: 0 }) }));
}

/** Shows a draft as it is stored. */
export function forgetTimes(id: string): void {
  useTimes.setState(({ shown }) => {
    const left = new Map(shown);
    left.delete(id);
    return { shown: left };
  });
}

// An answer that was under way when something was stored may still be the old one; the one after it is not.
calendarQuery.store.subscribe(({ value }, before) => {
  if (value === before.value || value === null) return;
  const left = new Map<string, Shown>();
  for (const [id, entry] of useTimes.getState().shown) {
    const item = value.items.find((one) => one.id === id);
    const isThere = item?.startLocal === entry.startLocal && item.endLocal === entry.endLocal;
    const isOver = entry.state === 'stored' && (item === undefined || isThere || entry.answers > 0);
    if (!isOver) left.set(id, entry.state === 'stored' ? { ...entry, answers: entry.answers + 1 } : entry);
  }
  useTimes.setState({ shown: left });
});

export type ShownDays = { items: CalendarItem[]; counts: ReadonlyMap<string, number> };

/** The answer of the core with the times that are shown instead, and each day's number to match. */
export function withTimes(days: CalendarDays, shown: ReadonlyMap<string, Times>): ShownDays {
  const counts = new Map(days.days.map(({ date, count }) => [date, count]));
  if (shown.size === 0) return { items: days.items, counts };
  const items = days.items.map((item) => {
    const times = shown.get(item.id);
    if (times === undefined) return item;
    const { startLocal, endLocal } = times;
    const moved = { ...item, startLocal, endLocal, lastDay: lastDayOf({ startLocal, endLocal, allDay: item.allDay }) };
    addOn(counts, item, -1);
    addOn(counts, moved, 1);
    return moved;
  });
  return { items: items.sort((a, b) => (a.startLocal < b.startLocal ? -1 : 1)), counts };
}

function addOn(counts: Map<string, number>, item: CalendarItem, by: number): void {
  for (let date = dateOf(item.startLocal); date <= item.lastDay; date = addDays(date, 1)) {
    counts.set(date, Math.max(0, (counts.get(date) ?? 0) + by));
  }
}
