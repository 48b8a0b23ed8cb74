import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { dateOf } from '../dates.ts';
import type { ShownDays } from '../times.ts';

export type AgendaRow =
  | { kind: 'day'; key: string; date: string; count: number }
  | { kind: 'draft'; key: string; item: CalendarItem; index: number; ongoing: boolean }
  | { kind: 'unread'; key: string; count: number };

/**
 * The days from one on, each with the drafts that begin on it. What began before stands once, on the first day, for as
 * long as it goes on: an exhibition of three months is not ninety rows.
 */
export function agendaRows({ items, counts }: ShownDays, from: string): AgendaRow[] {
  const byDay = new Map<string, CalendarItem[]>();
  for (const item of items) {
    if (item.lastDay < from) continue;
    const begins = dateOf(item.startLocal);
    const date = begins < from ? from : begins;
    const day = byDay.get(date) ?? [];
    day.push(item);
    byDay.set(date, day);
  }
  const rows: AgendaRow[] = [];
  let index = 0;
  for (const date of [...byDay.keys()].sort()) {
    const drafts = byDay.get(date) ?? [];
    const goingOn = items.filter(
      (item) => date > from && dateOf(item.startLocal) < date && item.lastDay >= date,
    ).length;
    rows.push({ kind: 'day', key: date, date, count: drafts.length });
    for (const item of drafts) {
      rows.push({ kind: 'draft', key: item.id, item, index, ongoing: dateOf(item.startLocal) < date });
      index += 1;
    }
    const unread = (counts.get(date) ?? 0) - drafts.length - goingOn;
    if (unread > 0) rows.push({ kind: 'unread', key: `${date}-unread`, count: unread });
  }
  return rows;
}
