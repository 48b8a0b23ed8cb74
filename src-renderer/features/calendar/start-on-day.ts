import { startDraftWith } from '../drafts/drafts-store.ts';
import { localOf } from './dates.ts';
import { isEndOfDrag } from './drag.ts';

/** When a day without a time is clicked: most of what a venue has begins in the evening. The end is left to a person. */
const EVENING_MINUTES = 20 * 60;
/** Among hours a click means the half hour that it lies in. */
const CLICK_MINUTES = 30;

/** Opens the editor for a new draft on a day. */
export function startOnDay(date: string, minutes: number | null = null): void {
  if (isEndOfDrag()) return;
  const at = minutes === null ? EVENING_MINUTES : Math.floor(minutes / CLICK_MINUTES) * CLICK_MINUTES;
  startDraftWith({ startLocal: localOf(date, at) });
}
