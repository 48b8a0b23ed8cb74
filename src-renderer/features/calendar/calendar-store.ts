import { create } from 'zustand';
import type { DraftsView } from '#shared/contract/calendar-views.ts';
import { addDays } from '#shared/time/days.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery, onWorkspaceChanged } from '../../stores/live-query.ts';
import { weekInfo } from '../../texts/format-days.ts';
import { addMonths, startOfWeek, todayOf, weekFrom, weeksOfMonth } from './dates.ts';

/** The ways to look at the drafts, each with the key that switches to it. */
export const draftViews = { month: 'm', week: 'w', agenda: 'a', list: 'l' } as const satisfies Record<
  DraftsView['view'],
  string
>;
export type DraftsViewName = DraftsView['view'];
export type CalendarViewName = Exclude<DraftsViewName, 'list'>;

type CalendarState = {
  view: DraftsViewName;
  /** The day that the keyboard is on; the month and the week are those around it. */
  date: string;
  /** Only the drafts of this channel; null for all. */
  channelId: number | null;
  /** How many days the agenda has read so far; it reads on as one scrolls. */
  agendaDays: number;
  /** What gets the keyboard when the next picture is drawn. */
  focusNext: { kind: 'day' } | { kind: 'event'; id: string } | null;
};

const AGENDA_START_DAYS = 28;
/** As many as one answer may have. */
const AGENDA_MOST_DAYS = 400;

/** What the calendar shows. View and day are kept for the next start, by the main process. */
export const useCalendar = create<CalendarState>(() => ({
  view: 'list',
  date: todayOf(new Date()),
  channelId: null,
  agendaDays: AGENDA_START_DAYS,
  focusNext: null,
}));
onWorkspaceChanged(() => useCalendar.setState({ channelId: null, agendaDays: AGENDA_START_DAYS, focusNext: null }));

/** Looks at the drafts as before the last end of the app. */
export function restoreView(kept: DraftsView | null): void {
  if (kept !== null) useCalendar.setState(kept);
}

useCalendar.subscribe(({ view, date }, before) => {
  if (view !== before.view || date !== before.date) void call('keepDraftsView', { view, date });
});

/** The drafts of the days on the screen. A change of status is a change of drafts too, so one topic is enough. */
export const calendarQuery = createLiveQuery({
  topics: ['drafts'],
  run: (input: Parameters<typeof call<'listCalendar'>>[1]) => call('listCalendar', input),
});

export function showView(view: DraftsViewName): void {
  useCalendar.setState({ view, agendaDays: AGENDA_START_DAYS });
}

/** Goes to a day. `focus` takes the keyboard there too. */
export function goToDate(date: string, focus = false): void {
  useCalendar.setState({ date, agendaDays: AGENDA_START_DAYS, ...(focus && { focusNext: { kind: 'day' } }) });
}

/** The keyboard came to a day, by a click or otherwise. In the month, days of the months around it do not turn the page. */
export function stepOnto(day: string): void {
  const { view, date } = useCalendar.getState();
  if (day === date || (view === 'month' && day.slice(0, 7) !== date.slice(0, 7))) return;
  useCalendar.setState({ date: day });
}

/** One page on or back: a month, or a week. */
export function turnPage(steps: 1 | -1, focus = false): void {
  const { view, date } = useCalendar.getState();
  goToDate(view === 'week' ? addDays(date, steps * 7) : addMonths(date, steps), focus);
}

/** Lets the agenda read further: twice as far each time, so that an empty season is crossed in a few steps. */
export function readFurther(): void {
  const { agendaDays } = useCalendar.getState();
  if (agendaDays < AGENDA_MOST_DAYS) {
    useCalendar.setState({ agendaDays: Math.min(AGENDA_MOST_DAYS, agendaDays * 2) });
  }
}

/** First and last day to read for a view, and how many drafts of a day it could show. */
export function rangeOf(
  view: CalendarViewName,
  date: string,
  agendaDays: number,
): { from: string; to: string; perDay: number } {
  if (view === 'month') {
    const days = weeksOfMonth(date, weekInfo.firstDay).flat();
    return { from: days[0] ?? date, to: days.at(-1) ?? date, perDay: 16 };
  }
  if (view === 'week') {
    const days = weekFrom(startOfWeek(date, weekInfo.firstDay));
    // A night of the day before reaches into the first one.
    return { from: addDays(days[0] ?? date, -1), to: days[6] ?? date, perDay: 60 };
  }
  return { from: date, to: addDays(date, agendaDays - 1), perDay: 300 };
}
