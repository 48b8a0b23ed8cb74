import { useMemo } from 'react';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { formatTimeShort } from '../../../texts/format-days.ts';
import { t } from '../../../texts/index.ts';
import { dateOf } from '../dates.ts';
import { placeAt } from '../drag.ts';
import { EventButton } from '../EventButton.tsx';
import { type Block, layoutDay } from '../layout/day-columns.ts';
import { startOnDay } from '../start-on-day.ts';
import { NowLine } from './NowLine.tsx';

type Props = { day: string; items: readonly CalendarItem[]; date: string; isToday: boolean };

/** One day's hours. A click among them starts a draft at that time; the keyboard has the button with the day's name. */
export function DayHours({ day, items, date, isToday }: Props) {
  const { blocks } = useMemo(() => layoutDay(items, day), [items, day]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as said above
    // biome-ignore lint/a11y/useKeyWithClickEvents: as said above
    <div
      className="week-column"
      data-day={day}
      data-hours=""
      onClick={({ clientX, clientY }) => startOnDay(day, placeAt(clientX, clientY)?.minutes ?? null)}
    >
      {blocks.map((block) => (
        <HourBlock key={block.item.id} block={block} day={day} current={dateOf(block.item.startLocal) === date} />
      ))}
      {isToday && <NowLine />}
    </div>
  );
}

/** Lines of a title that leave room for the shape of the status below them; an hour is 42 px high (WeekView.css). */
function titleLines(minutes: number): number {
  return Math.max(1, Math.min(3, Math.floor(((minutes / 60) * 42 - 22) / 15)));
}

function HourBlock({ block, day, current }: { block: Block; day: string; current: boolean }) {
  const { item, startMinute, endMinute, column, columns, fromBefore, goesOn } = block;
  const minutes = endMinute - startMinute;
  const style = {
    top: `${(startMinute / 1_440) * 100}%`,
    height: `${(minutes / 1_440) * 100}%`,
    insetInlineStart: `calc(${(column / columns) * 100}% + 2px)`,
    width: `calc(${100 / columns}% - 4px)`,
  };
  return (
    <EventButton
      item={item}
      className="week-event"
      day={day}
      style={style}
      // The part after midnight is the same draft once more.
      current={current && !fromBefore}
      fromBefore={fromBefore}
      goesOn={goesOn}
      resizable={!goesOn}
    >
      <span
        className="week-event-words"
        data-short={minutes < 50 || undefined}
        data-narrow={columns > 1 && minutes >= 50 ? titleLines(minutes) : undefined}
      >
        <bdi className="event-title">{item.title.trim() || t.untitled}</bdi>
        <span className="event-time numeric">
          {formatTimeShort(item.startLocal)}
          {item.endLocal !== null && ` – ${formatTimeShort(item.endLocal)}`}
        </span>
        {minutes >= 90 && <span className="week-event-note">{t.status[item.status]}</span>}
        {minutes >= 120 && item.locationName !== '' && <bdi className="week-event-note">{item.locationName}</bdi>}
      </span>
    </EventButton>
  );
}
