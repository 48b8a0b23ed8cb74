import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatMonth, formatWeekday, weekInfo } from '../../../texts/format-days.ts';
import { onCalendarKey } from '../calendar-keys.ts';
import { weeksOfMonth } from '../dates.ts';
import type { ShownDays } from '../times.ts';
import './MonthView.css';
import { MonthWeek } from './MonthWeek.tsx';

/** Heights in px that MonthView.css uses too. */
const DAY_NUMBER = 28;
const LANE = 23;

/** A month as its weeks, each as high as the window allows. */
export function MonthView({ days, date, today }: { days: ShownDays; date: string; today: string }) {
  const month = date.slice(0, 7);
  const weeks = useMemo(() => weeksOfMonth(`${month}-01`, weekInfo.firstDay), [month]);
  const grid = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    setHeight(element.clientHeight);
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const lanes = Math.max(1, Math.floor((height / weeks.length - DAY_NUMBER - 3) / LANE));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the days and drafts in it
    <div className="month" onKeyDown={(event) => onCalendarKey(event, 'month')}>
      <div className="month-weekdays" aria-hidden="true">
        {weeks[0]?.map((day) => (
          <span key={day}>{formatWeekday(day)}</span>
        ))}
      </div>
      <section className="month-grid" aria-label={formatMonth(date)} ref={grid}>
        {weeks.map((dates) => (
          <MonthWeek key={dates[0]} dates={dates} month={month} days={days} date={date} today={today} lanes={lanes} />
        ))}
      </section>
    </div>
  );
}
