import type { PointerEvent } from 'react';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { daysBetween } from '#shared/time/days.ts';
import { localOf, minutesBetween } from './dates.ts';
import { byDays, byMinutes, STEP_MINUTES, untilTime } from './moves.ts';
import { retime } from './retime.ts';
import { forgetTimes, showTimes, type Times } from './times.ts';

/** Further than a hand trembles in a click. */
const THRESHOLD_PX = 4;

/** Where the pointer is: a day, and minutes from its midnight when it is among the hours. */
type Place = { date: string; minutes: number | null };
export type DragMode = 'move' | 'end';

let justEnded = false;

/** True for the click that the browser makes of the end of a drag. */
export function isEndOfDrag(): boolean {
  return justEnded;
}

/**
 * Moves a draft with the pointer, or its end: by days where there are only days, by days and quarters of an hour among
 * hours. It is shown where it would land, and stored when the button is let go. Escape leaves everything as it was.
 */
export function startDrag(down: PointerEvent, item: CalendarItem, mode: DragMode): void {
  const grabbed = placeAt(down.clientX, down.clientY);
  if (down.button !== 0 || grabbed === null) return;
  down.stopPropagation();
  const { pointerId, clientX, clientY } = down;
  let times: Times | null = null;
  let isDragging = false;

  function onMove(event: globalThis.PointerEvent) {
    if (event.pointerId !== pointerId) return;
    if (!isDragging && Math.hypot(event.clientX - clientX, event.clientY - clientY) < THRESHOLD_PX) return;
    isDragging = true;
    document.documentElement.dataset.dragging = mode;
    const place = placeAt(event.clientX, event.clientY);
    if (grabbed === null || place === null) return;
    times = timesAt(item, mode, grabbed, place);
    showTimes(item, times, 'held');
  }
  function end() {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('blur', cancel);
    window.removeEventListener('keydown', onKeyDown, true);
    delete document.documentElement.dataset.dragging;
  }
  function onUp(event: globalThis.PointerEvent) {
    if (event.pointerId !== pointerId) return;
    end();
    if (!isDragging) return;
    justEnded = true;
    setTimeout(() => {
      justEnded = false;
    });
    if (times === null || (times.startLocal === item.startLocal && times.endLocal === item.endLocal)) {
      forgetTimes(item.id);
    } else void retime(item, times);
  }
  function cancel() {
    end();
    forgetTimes(item.id);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('blur', cancel);
  window.addEventListener('keydown', onKeyDown, true);
}

function timesAt(item: CalendarItem, mode: DragMode, grabbed: Place, place: Place): Times {
  const days = daysBetween(grabbed.date, place.date);
  if (grabbed.minutes === null || place.minutes === null) return byDays(item, mode === 'move' ? days : 0);
  if (mode === 'end') {
    const snapped = Math.round(place.minutes / STEP_MINUTES) * STEP_MINUTES;
    return untilTime(item, localOf(place.date, snapped));
  }
  const minutes = minutesBetween(localOf(grabbed.date, grabbed.minutes), localOf(place.date, place.minutes));
  return byMinutes(item, Math.round(minutes / STEP_MINUTES) * STEP_MINUTES);
}

/** What day, and among hours what time, lies under a point of the window. */
export function placeAt(x: number, y: number): Place | null {
  const day = document
    .elementsFromPoint(x, y)
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset.day !== undefined);
  if (day?.dataset.day === undefined) return null;
  if (day.dataset.hours === undefined) return { date: day.dataset.day, minutes: null };
  const { top, height } = day.getBoundingClientRect();
  return { date: day.dataset.day, minutes: Math.floor(((y - top) / height) * 1_440) };
}
