import type { CSSProperties } from 'react';
import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { useChannelName } from '../../../stores/catalog.ts';
import { t } from '../../../texts/index.ts';
import { openDraft, useDrafts } from '../../drafts/drafts-store.ts';
import { useChannelColour } from '../channel-colour.ts';
import { timesOf, useEventWords } from '../EventButton.tsx';

type Props = { item: CalendarItem; ongoing: boolean; style: CSSProperties; current: boolean; onFocus: () => void };

/** One draft of the agenda in one line. */
export function AgendaDraft({ item, ongoing, style, current, onFocus }: Props) {
  const colour = useChannelColour()(item.channelId);
  const channel = useChannelName(item.channelId);
  const words = useEventWords(item);
  const isOpen = useDrafts((state) => state.editor?.id === item.id);
  return (
    <button
      type="button"
      className="agenda-row agenda-draft"
      style={style}
      tabIndex={current ? 0 : -1}
      aria-label={words}
      aria-current={isOpen || undefined}
      title={words}
      data-event={item.id}
      data-colour={colour}
      onFocus={onFocus}
      onClick={(event) => openDraft(item.id, event.detail === 0)}
    >
      <span className="agenda-edge" aria-hidden="true" />
      <span className="agenda-time numeric">{ongoing ? t.calendar.until(item.lastDay) : timesOf(item)}</span>
      <bdi className="agenda-title">{item.title.trim() || t.untitled}</bdi>
      <bdi className="agenda-where">{item.locationName}</bdi>
      <bdi className="agenda-channel">{channel ?? t.calendar.noChannel}</bdi>
      <StatusBadge status={item.status} />
    </button>
  );
}
