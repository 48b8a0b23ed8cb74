import type { KeyboardEvent } from 'react';
import { addDays } from '#shared/time/days.ts';
import { weekInfo } from '../../texts/format-days.ts';
import { removeDrafts } from '../drafts/remove-drafts.ts';
import { type CalendarViewName, goToDate, turnPage, useCalendar } from './calendar-store.ts';
import { startOfWeek } from './dates.ts';
import { byDays, byMinutes, longerBy, STEP_MINUTES } from './moves.ts';
import { nudge, shownItem } from './nudge.ts';

const dayKeys: Record<string, (date: string) => void> = {
  ArrowLeft: (date) => goToDate(addDays(date, -1), true),
  ArrowRight: (date) => goToDate(addDays(date, 1), true),
  ArrowUp: (date) => goToDate(addDays(date, -7), true),
  ArrowDown: (date) => goToDate(addDays(date, 7), true),
  Home: (date) => goToDate(startOfWeek(date, weekInfo.firstDay), true),
  End: (date) => goToDate(addDays(startOfWeek(date, weekInfo.firstDay), 6), true),
  PageUp: () => turnPage(-1, true),
  PageDown: () => turnPage(1, true),
};

/**
 * The keys of month and week. One day is in the tab order, then its drafts. Arrows go from day to day, and up and down
 * among the drafts of a day; with Alt they move the draft; with Alt and Shift, its end.
 */
export function onCalendarKey(event: KeyboardEvent<HTMLElement>, view: CalendarViewName): void {
  if (event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  const { date } = useCalendar.getState();
  const draft = event.target.closest<HTMLElement>('[data-event]');
  const id = draft?.dataset.event;
  if (id === undefined) {
    const run = event.target.closest('[data-day]') === null || event.altKey ? undefined : dayKeys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    return run(date);
  }
  if (event.altKey) return onMoveKey(event, id, view);
  const siblings = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-event][tabindex="0"]')];
  const at = draft === null ? -1 : siblings.indexOf(draft);
  switch (event.key) {
    case 'ArrowDown':
      siblings[at + 1]?.focus();
      break;
    case 'ArrowUp':
      if (at > 0) siblings[at - 1]?.focus();
      else useCalendar.setState({ focusNext: { kind: 'day' } });
      break;
    case 'ArrowLeft':
      goToDate(addDays(date, -1), true);
      break;
    case 'ArrowRight':
      goToDate(addDays(date, 1), true);
      break;
    case 'Escape':
      useCalendar.setState({ focusNext: { kind: 'day' } });
      break;
    case 'Delete':
      useCalendar.setState({ focusNext: { kind: 'day' } });
      void removeDrafts([id]);
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** Alt and an arrow on a draft. */
export function onMoveKey(event: KeyboardEvent<HTMLElement>, id: string, view: CalendarViewName): void {
  const item = shownItem(id);
  if (item === undefined) return;
  const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const right = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const sideways = document.documentElement.dir === 'rtl' ? -right : right;
  if (down === 0 && sideways === 0) return;
  event.preventDefault();
  const amongHours = view === 'week' && !item.allDay;
  nudge(item, (times) => {
    if (event.shiftKey && amongHours && down !== 0) return longerBy(times, down * STEP_MINUTES);
    if (sideways !== 0) return byDays(times, sideways);
    return amongHours ? byMinutes(times, down * STEP_MINUTES) : byDays(times, down * 7);
  });
}
