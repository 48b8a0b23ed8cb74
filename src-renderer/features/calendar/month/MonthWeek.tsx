import { Fragment, useMemo } from 'react';
import { formatDayNumber, weekInfo } from '../../../texts/format-days.ts';
import { t } from '../../../texts/index.ts';
import { goToDate, showView, stepOnto } from '../calendar-store.ts';
import { dateOf, weekdayOf } from '../dates.ts';
import { EventButton } from '../EventButton.tsx';
import { layoutWeek } from '../layout/month-lanes.ts';
import { startOnDay } from '../start-on-day.ts';
import type { ShownDays } from '../times.ts';

type Props = {
  dates: string[];
  month: string;
  days: ShownDays;
  /** The day that the keyboard is on. */
  date: string;
  today: string;
  lanes: number;
};

/** Seven days: each a button for a new draft, with its drafts above it. In the page, drafts follow their first day. */
export function MonthWeek({ dates, month, days, date, today, lanes }: Props) {
  const { bars, more } = useMemo(() => layoutWeek(days.items, dates, lanes, days.counts), [days, dates, lanes]);
  return (
    <div className="month-week" style={{ gridTemplateRows: `28px repeat(${lanes}, 23px) 1fr` }}>
      {dates.map((day, column) => (
        <Fragment key={day}>
          <button
            type="button"
            className="month-day"
            style={{ gridColumn: column + 1 }}
            tabIndex={day === date ? 0 : -1}
            aria-label={t.calendar.dayLabel(day, days.counts.get(day) ?? 0)}
            aria-current={day === today ? 'date' : undefined}
            data-day={day}
            data-outside={!day.startsWith(month) || undefined}
            data-weekend={weekInfo.weekend.includes(weekdayOf(day)) || undefined}
            onFocus={() => stepOnto(day)}
            onClick={() => startOnDay(day)}
          >
            <span className="month-number numeric">{formatDayNumber(day)}</span>
          </button>
          {bars
            .filter((bar) => bar.column === column)
            .map(({ item, span, lane, fromBefore, goesOn }) => (
              <EventButton
                key={item.id}
                item={item}
                className="month-event"
                day={day}
                style={{ gridColumn: `${column + 1} / span ${span}`, gridRow: lane + 2 }}
                current={dateOf(item.startLocal) <= date && date <= item.lastDay}
                fromBefore={fromBefore}
                goesOn={goesOn}
              />
            ))}
          {(more[column] ?? 0) > 0 && (
            <button
              type="button"
              className="month-more numeric"
              style={{ gridColumn: column + 1, gridRow: lanes + 1 }}
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
