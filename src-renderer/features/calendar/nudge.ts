import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { calendarQuery, useCalendar } from './calendar-store.ts';
import { dateOf } from './dates.ts';
import { retime } from './retime.ts';
import { showTimes, type Times, useTimes, withTimes } from './times.ts';

/**
 * Moving by keyboard: while Alt is held, each arrow shows the next place; letting it go stores it, as one step to take
 * back. Whatever else takes the keyboard away stores it too.
 */
let held: { item: CalendarItem; times: Times } | null = null;

/** Shows a draft at other times until Alt is let go. */
export function nudge(item: CalendarItem, move: (times: Times) => Times): void {
  if (held !== null && held.item.id !== item.id) store();
  const times = move(held?.times ?? item);
  held = { item: held?.item ?? item, times };
  showTimes(held.item, times, 'held');
  const { view, date } = useCalendar.getState();
  const day = dateOf(times.startLocal);
  // The agenda begins where it began, unless the draft would leave it.
  useCalendar.setState({
    date: view === 'agenda' && day > date ? date : day,
    focusNext: { kind: 'event', id: item.id },
  });
}

function store(): void {
  if (held === null) return;
  const { item, times } = held;
  held = null;
  void retime(item, times);
}

/** Listens for the end of a move by keyboard. Returns the function that ends it, which stores what is held. */
export function listenForNudges(): () => void {
  const onKeyUp = (event: KeyboardEvent) => event.key === 'Alt' && store();
  window.addEventListener('keyup', onKeyUp);
  window.addEventListener('pointerdown', store, true);
  window.addEventListener('blur', store);
  window.addEventListener('pagehide', store);
  return () => {
    window.removeEventListener('keyup', onKeyUp);
    window.removeEventListener('pointerdown', store, true);
    window.removeEventListener('blur', store);
    window.removeEventListener('pagehide', store);
    store();
  };
}

/** A draft of the calendar as it is shown now. */
export function shownItem(id: string): CalendarItem | undefined {
  const { value } = calendarQuery.store.getState();
  if (value === null) return undefined;
  return withTimes(value, useTimes.getState().shown).items.find((item) => item.id === id);
}
