import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { t } from '../../texts/index.ts';
import { useDrafts } from '../drafts/drafts-store.ts';
import { AgendaView } from './agenda/AgendaView.tsx';
import './Calendar.css';
import { CalendarHeader } from './CalendarHeader.tsx';
import { type CalendarViewName, calendarQuery, rangeOf, useCalendar } from './calendar-store.ts';
import { EmptyHint } from './EmptyHint.tsx';
import { MonthView } from './month/MonthView.tsx';
import { listenForNudges } from './nudge.ts';
import { useTimes, withTimes } from './times.ts';
import { useToday } from './use-today.ts';
import { WeekView } from './week/WeekView.tsx';

/** The drafts on their days. */
export function Calendar({ view }: { view: CalendarViewName }) {
  const { search, status, importId } = useDrafts();
  const { date, channelId, agendaDays } = useCalendar();
  const range = rangeOf(view, date, agendaDays);
  const { value, error } = useLiveQuery(calendarQuery, { ...range, search, status, importId, channelId });
  const times = useTimes((state) => state.shown);
  const days = useMemo(() => (value === null ? null : withTimes(value, times)), [value, times]);
  const today = useToday();
  const body = useFocusKeeper();
  useEffect(listenForNudges, []);

  return (
    <div className="calendar" ref={body}>
      <CalendarHeader view={view} today={today} />
      {days === null && error !== null && <ErrorState error={error} onRetry={calendarQuery.refetch} />}
      {days === null && error === null && <Loading />}
      {days !== null && value !== null && (
        <>
          {days.items.length === 0 && <EmptyHint view={view} nearest={value.nearest} />}
          {view === 'month' && <MonthView days={days} date={date} today={today} />}
          {view === 'week' && <WeekView days={days} date={date} today={today} />}
          {view === 'agenda' && <AgendaView days={days} date={date} today={today} />}
          <p className="visually-hidden">{view === 'agenda' ? t.calendar.agendaKeys : t.calendar.keys}</p>
        </>
      )}
    </div>
  );
}

/** Takes the keyboard to the day or draft that was asked for, and back to the draft whose editor was closed. */
function useFocusKeeper() {
  const body = useRef<HTMLDivElement>(null);
  const openId = useDrafts((state) => state.editor?.id ?? null);
  const hasEditor = useDrafts((state) => state.editor !== null);
  const lastOpen = useRef<string | null>(null);
  if (openId !== null) lastOpen.current = openId;

  useLayoutEffect(() => {
    const { focusNext, date } = useCalendar.getState();
    if (focusNext === null) return;
    const wanted =
      focusNext.kind === 'event'
        ? body.current?.querySelector<HTMLElement>(`[data-event="${CSS.escape(focusNext.id)}"]`)
        : body.current?.querySelector<HTMLElement>(`button[data-day="${date}"]`);
    if (!wanted) return;
    // A draft that is being moved goes on needing it after the next answer.
    if (focusNext.kind === 'day' || document.activeElement === wanted) useCalendar.setState({ focusNext: null });
    wanted.focus();
  });

  const hadEditor = useRef(hasEditor);
  useEffect(() => {
    const wasClosed = hadEditor.current && !hasEditor;
    hadEditor.current = hasEditor;
    if (!wasClosed || (document.activeElement !== document.body && document.activeElement !== null)) return;
    const { date } = useCalendar.getState();
    const back =
      (lastOpen.current &&
        body.current?.querySelector<HTMLElement>(`[data-event="${CSS.escape(lastOpen.current)}"]`)) ||
      body.current?.querySelector<HTMLElement>(`button[data-day="${date}"]`);
    back?.focus();
  }, [hasEditor]);
  return body;
}
