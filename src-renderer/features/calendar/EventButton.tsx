import type { CSSProperties, ReactNode } from 'react';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { StatusGlyph } from '../../components/StatusBadge.tsx';
import { useChannelName } from '../../stores/catalog.ts';
import { stateQuery } from '../../stores/workspace.ts';
import { zoneAbbreviation } from '../../texts/format.ts';
import { formatDay, formatTimeShort } from '../../texts/format-days.ts';
import { t } from '../../texts/index.ts';
import { openDraft, useDrafts } from '../drafts/drafts-store.ts';
import { stepOnto } from './calendar-store.ts';
import { useChannelColour } from './channel-colour.ts';
import { dateOf } from './dates.ts';
import { type DragMode, isEndOfDrag, startDrag } from './drag.ts';
import './EventButton.css';
import { useTimes } from './times.ts';

type Props = {
  item: CalendarItem;
  className: string;
  style?: CSSProperties;
  /** The day that it is drawn on, or the first one. */
  day: string;
  /** In the tab order: it stands on the day that the keyboard is on. */
  current: boolean;
  fromBefore?: boolean;
  goesOn?: boolean;
  /** Its lower edge can be dragged. */
  resizable?: boolean;
  children?: ReactNode;
};

/** A draft in month or week: its channel by colour, its status by shape, everything in its name and tooltip. */
export function EventButton({ item, className, style, day, current, fromBefore, goesOn, resizable, children }: Props) {
  const colour = useChannelColour()(item.channelId);
  const words = useEventWords(item);
  const isOpen = useDrafts((state) => state.editor?.id === item.id);
  const isHeld = useTimes((state) => state.shown.get(item.id)?.state === 'held');
  const drag = (mode: DragMode) => (event: React.PointerEvent) => startDrag(event, item, mode);
  return (
    <button
      type="button"
      className={`event ${className}`}
      style={style}
      tabIndex={current ? 0 : -1}
      aria-label={words}
      aria-current={isOpen || undefined}
      title={words}
      data-event={item.id}
      data-colour={colour}
      data-status={item.status}
      data-held={isHeld || undefined}
      data-from-before={fromBefore || undefined}
      data-goes-on={goesOn || undefined}
      onFocus={() => current || stepOnto(day)}
      onPointerDown={drag('move')}
      onClick={(event) => {
        event.stopPropagation();
        // A press on the keyboard goes into the editor; a click leaves the keyboard where it is.
        if (!isEndOfDrag()) openDraft(item.id, event.detail === 0);
      }}
    >
      <StatusGlyph status={item.status} size={13} />
      {children ?? <EventLine item={item} />}
      {resizable && <span className="event-end" title={t.calendar.resize} onPointerDown={drag('end')} />}
    </button>
  );
}

/** Time and title in one line; for what lasts for days the time of its beginning says little. */
function EventLine({ item }: { item: CalendarItem }) {
  return (
    <>
      {!item.allDay && item.lastDay === dateOf(item.startLocal) && (
        <span className="event-time numeric">{formatTimeShort(item.startLocal)}</span>
      )}
      <bdi className="event-title">{item.title.trim() || t.untitled}</bdi>
    </>
  );
}

/** Everything about a draft in one sentence: for its name and its tooltip. */
export function useEventWords(item: CalendarItem): string {
  const channel = useChannelName(item.channelId);
  const elsewhere = item.timeZone !== null && item.timeZone !== stateQuery.store.getState().value?.defaultTimeZone;
  return [
    item.title.trim() || t.untitled,
    formatDay(dateOf(item.startLocal)),
    timesOf(item) + (elsewhere ? ` ${zoneAbbreviation(item.timeZone ?? '', item.startLocal)}` : ''),
    item.locationName,
    channel ?? t.calendar.noChannel,
    t.status[item.status],
  ]
    .filter((word) => word !== '')
    .join(', ');
}

/** “8 PM – 11 PM”, with the last day where that is another one. */
export function timesOf({ startLocal, endLocal, allDay, lastDay }: CalendarItem): string {
  const first = dateOf(startLocal);
  const until = lastDay > first ? t.calendar.until(lastDay) : null;
  if (allDay) return [t.calendar.allDay, until].filter(Boolean).join(' ');
  if (endLocal === null) return formatTimeShort(startLocal);
  if (until !== null) return `${formatTimeShort(startLocal)} ${until}, ${formatTimeShort(endLocal)}`;
  return `${formatTimeShort(startLocal)} – ${formatTimeShort(endLocal)}`;
}
