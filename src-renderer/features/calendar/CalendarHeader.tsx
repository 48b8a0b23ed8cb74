import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { isRealDate } from '#shared/calendar/dates/arithmetic.ts';
import { addDays } from '#shared/time/days.ts';
import { useBareKey } from '../../app/shortcuts.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import '../../components/Field.css';
import { formatDate, formatDayRange, formatMonth, weekInfo } from '../../texts/format-days.ts';
import { t } from '../../texts/index.ts';
import { ChannelFilter } from './ChannelFilter.tsx';
import { type CalendarViewName, goToDate, turnPage, useCalendar } from './calendar-store.ts';
import { startOfWeek } from './dates.ts';

/** Where one is, the ways to other days, and which colour is which channel. */
export function CalendarHeader({ view, today }: { view: CalendarViewName; today: string }) {
  const date = useCalendar((state) => state.date);
  const jump = useRef<HTMLInputElement>(null);
  useBareKey('t', () => goToDate(today, true));
  useBareKey('g', () => jump.current?.focus());
  return (
    <div className="calendar-header">
      <h2 className="calendar-title" aria-live="polite">
        {titleOf(view, date)}
      </h2>
      <div className="calendar-turn">
        <IconButton icon={ChevronLeft} label={t.calendar.previous[view]} onClick={() => turnPage(-1)} />
        <Button size="sm" title={t.calendar.todayKey} onClick={() => goToDate(today)}>
          {t.calendar.today}
        </Button>
        <IconButton icon={ChevronRight} label={t.calendar.next[view]} onClick={() => turnPage(1)} />
      </div>
      <input
        ref={jump}
        type="date"
        className="input calendar-jump numeric"
        aria-label={t.calendar.jump}
        title={t.calendar.jumpKey}
        value={date}
        // Half-typed years are dates too, of antiquity.
        onChange={({ target }) => isCalendarDate(target.value) && goToDate(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // The day gets the keyboard; this very press would be its second.
          event.preventDefault();
          goToDate(date, true);
        }}
      />
      <span className="view-header-space" />
      <ChannelFilter />
    </div>
  );
}

function titleOf(view: CalendarViewName, date: string): string {
  if (view === 'month') return formatMonth(date);
  if (view === 'agenda') return t.calendar.from(formatDate(date));
  const first = startOfWeek(date, weekInfo.firstDay);
  return formatDayRange(first, addDays(first, 6));
}

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return isRealDate({ year, month, day });
}
