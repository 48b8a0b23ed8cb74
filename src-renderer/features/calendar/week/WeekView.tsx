import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { formatDayRange, formatHour, weekInfo } from '../../../texts/format-days.ts';
import { t } from '../../../texts/index.ts';
import { onCalendarKey } from '../calendar-keys.ts';
import { dateOf, minutesOf, startOfWeek, weekFrom } from '../dates.ts';
import { isAllDayLike } from '../layout/day-columns.ts';
import type { ShownDays } from '../times.ts';
import { DayHours } from './DayHours.tsx';
import { WeekHead } from './WeekHead.tsx';
import './WeekView.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** The latest hour that may be at the top when a week is opened: an evening and its night are then in sight. */
const LATEST_TOP_HOUR = 11;

/** The hour that a week is opened at: most of what it has begins after it. One matinee must not hide the evenings. */
function topHourOf(items: readonly CalendarItem[]): number {
  const starts = items.filter((item) => !isAllDayLike(item)).map((item) => minutesOf(item.startLocal));
  const early = starts.sort((a, b) => a - b)[Math.floor(starts.length / 4)] ?? 24 * 60;
  return Math.min(LATEST_TOP_HOUR, Math.max(0, Math.floor(early / 60) - 1));
}

/** Seven days with their hours; what lasts for days stands above them. */
export function WeekView({ days, date, today }: { days: ShownDays; date: string; today: string }) {
  const start = startOfWeek(date, weekInfo.firstDay);
  const dates = useMemo(() => weekFrom(start), [start]);
  const scroller = useRef<HTMLDivElement>(null);
  const topHour = topHourOf(days.items.filter((item) => dates.includes(dateOf(item.startLocal))));
  const opened = useRef<string | null>(null);
  useLayoutEffect(() => {
    // Once for each week: afterwards the place is the person's.
    if (scroller.current === null || opened.current === start) return;
    opened.current = start;
    scroller.current.scrollTop = (topHour / 24) * scroller.current.scrollHeight;
  }, [start, topHour]);
  // A draft that is moved by keyboard stays in sight.
  useEffect(() => document.querySelector('.week [data-held]')?.scrollIntoView({ block: 'nearest' }));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the days and drafts in it
    <div className="week" onKeyDown={(event) => onCalendarKey(event, 'week')}>
      <WeekHead dates={dates} days={days} date={date} today={today} />
      <div className="week-scroller" ref={scroller}>
        <section className="week-hours" aria-label={formatDayRange(dates[0] ?? date, dates[6] ?? date)}>
          <div className="week-scale" aria-hidden="true">
            {HOURS.slice(1).map((hour) => (
              <span key={hour} className="numeric" style={{ top: `${(hour / 24) * 100}%` }}>
                {formatHour(hour)}
              </span>
            ))}
          </div>
          {dates.map((day) => (
            <DayHours key={day} day={day} items={days.items} date={date} isToday={day === today} />
          ))}
        </section>
      </div>
      <p className="visually-hidden">{t.calendar.empty.words.week}</p>
    </div>
  );
}
