import { Fragment, useMemo } from 'react';
import { formatDayOfMonth, formatWeekday } from '../../../texts/format-days.ts';
import { t } from '../../../texts/index.ts';
import { goToDate, showView, stepOnto } from '../calendar-store.ts';
import { dateOf } from '../dates.ts';
import { EventButton } from '../EventButton.tsx';
import { isAllDayLike, layoutDay } from '../layout/day-columns.ts';
import { layoutWeek } from '../layout/month-lanes.ts';
import { startOnDay } from '../start-on-day.ts';
import type { ShownDays } from '../times.ts';

type Props = { dates: string[]; days: ShownDays; date: string; today: string };

/** Lines for what lasts for days: more would leave no room for the hours. */
const MOST_LANES = 4;

/** The days' names, each a button for a new draft, and below them what lasts for days. */
export function WeekHead({ dates, days, date, today }: Props) {
  const { bars, lanes, more } = useMemo(() => {
    const long = days.items.filter(isAllDayLike);
    const counts = new Map(
      dates.map((day) => [day, long.filter((item) => dateOf(item.startLocal) <= day && day <= item.lastDay).length]),
    );
    const layout = layoutWeek(long, dates, MOST_LANES, counts);
    const hidden = dates.map((day, column) => {
      // Loaded but without room among the hours, or not loaded at all.
      const loaded = days.items.filter((item) => dateOf(item.startLocal) <= day && day <= item.lastDay).length;
      const unread = Math.max(0, (days.counts.get(day) ?? 0) - loaded);
      return (layout.more[column] ?? 0) + layoutDay(days.items, day).hidden + unread;
    });
    return {
      bars: layout.bars,
      lanes: Math.max(0, ...layout.bars.map(({ lane }) => lane + 1)),
      more: hidden,
    };
  }, [dates, days]);

  return (
    <div className="week-head" style={{ gridTemplateRows: `40px repeat(${lanes}, 23px) 4px` }}>
      <span className="week-corner" aria-hidden="true">
        {lanes > 0 && t.calendar.allDay}
      </span>
      {dates.map((day, column) => (
        <Fragment key={day}>
          <button
            type="button"
            className="week-day"
            style={{ gridColumn: column + 2 }}
            tabIndex={day === date ? 0 : -1}
            aria-label={t.calendar.dayLabel(day, days.counts.get(day) ?? 0)}
            aria-current={day === today ? 'date' : undefined}
            data-day={day}
            onFocus={() => stepOnto(day)}
            onClick={() => startOnDay(day)}
          >
            <span>{formatWeekday(day)}</span>
            <span className="week-number numeric">{formatDayOfMonth(day)}</span>
          </button>
          {bars
            .filter((bar) => bar.column === column)
            .map(({ item, span, lane, fromBefore, goesOn }) => (
              <EventButton
                key={item.id}
                item={item}
                className="month-event"
                day={day}
                style={{ gridColumn: `${column + 2} / span ${span}`, gridRow: lane + 2 }}
                current={dateOf(item.startLocal) <= date && date <= item.lastDay}
                fromBefore={fromBefore}
                goesOn={goesOn}
              />
            ))}
          {(more[column] ?? 0) > 0 && (
            <button
              type="button"
              className="month-more week-more numeric"
              style={{ gridColumn: column + 2 }}
              tabIndex={day === date ? 0 : -1}
              aria-label={t.calendar.moreLabel(day, more[column] ?? 0)}
              onClick={() => {
                goToDate(day);
                showView('agenda');
              }}
            >
              {t.calendar.more(more[column] ?? 0)}
            </button>
          )}
        </Fragment>
      ))}
    </div>
  );
}
