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
type Shown = { item: CalendarItem; state: 'held' | 'saving' | 'stored'; answers: number };
export const useTimes = create<{ shown: ReadonlyMap<string, Shown> }>(() => ({ shown: new Map() }));
onWorkspaceChanged(() => useTimes.setState({ shown: new Map() }));

/** Shows a draft at these times, on whatever page that is. */
export function showTimes(item: CalendarItem, { startLocal, endLocal }: Times, state: Shown['state']): void {
  const lastDay = lastDayOf({ startLocal, endLocal, allDay: item.allDay });
  const moved = { ...item, startLocal, endLocal, lastDay };
  useTimes.setState(({ shown }) => ({ shown: new Map(shown).set(item.id, { item: moved, state, answers: 0 }) }));
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
    const answered = value.items.find((one) => one.id === id);
    const isThere = answered?.startLocal === entry.item.startLocal && answered.endLocal === entry.item.endLocal;
    const isOver = entry.state === 'stored' && (isThere || entry.answers > 0);
    if (!isOver) left.set(id, entry.state === 'stored' ? { ...entry, answers: entry.answers + 1 } : entry);
  }
  useTimes.setState({ shown: left });
});

export type ShownDays = { items: CalendarItem[]; counts: ReadonlyMap<string, number> };

/**
 * The answer of the core with the times that are shown instead, and each day's number to match. A draft that is moved
 * to a page where it is not stored yet is on that page too.
 */
export function withTimes(days: CalendarDays, shown: ReadonlyMap<string, { item: CalendarItem }>): ShownDays {
  const counts = new Map(days.days.map(({ date, count }) => [date, count]));
  if (shown.size === 0) return { items: days.items, counts };
  const items: CalendarItem[] = [];
  for (const item of days.items) {
    if (shown.has(item.id)) addOn(counts, item, -1);
    else items.push(item);
  }
  for (const { item } of shown.values()) {
    addOn(counts, item, 1);
    items.push(item);
  }
  return { items: items.sort((a, b) => (a.startLocal < b.startLocal ? -1 : 1)), counts };
}

function addOn(counts: Map<string, number>, item: CalendarItem, by: number): void {
  for (let date = dateOf(item.startLocal); date <= item.lastDay; date = addDays(date, 1)) {
    counts.set(date, Math.max(0, (counts.get(date) ?? 0) + by));
  }
}
