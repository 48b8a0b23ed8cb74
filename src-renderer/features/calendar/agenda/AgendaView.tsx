import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatDay } from '../../../texts/format-days.ts';
import { t } from '../../../texts/index.ts';
import { onMoveKey } from '../calendar-keys.ts';
import { readFurther, useCalendar } from '../calendar-store.ts';
import type { ShownDays } from '../times.ts';
import './AgendaView.css';
import { AgendaDraft } from './AgendaDraft.tsx';
import { agendaRows } from './agenda-rows.ts';

/** Heights in px that AgendaView.css uses too. */
const HEIGHTS = { day: 44, draft: 40, unread: 36 } as const;

/** What comes after a day, day by day. One draft is in the tab order; the arrow keys move it. */
export function AgendaView({ days, date, today }: { days: ShownDays; date: string; today: string }) {
  const rows = useMemo(() => agendaRows(days, date), [days, date]);
  const drafts = useMemo(
    () => rows.flatMap((row, at) => (row.kind === 'draft' ? [{ at, id: row.item.id }] : [])),
    [rows],
  );
  const [cursorId, setCursorId] = useState<string | null>(null);
  const cursor = Math.max(
    0,
    drafts.findIndex(({ id }) => id === cursorId),
  );
  const cursorRow = drafts[cursor]?.at ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'draft'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    // The row with the focus stays in the page while it is scrolled away, or the keyboard would lose its place.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), cursorRow])].sort((a, b) => a - b),
      [cursorRow],
    ),
  });
  const isNearEnd = (virtual.range?.endIndex ?? 0) >= rows.length - 8;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when more was read, which may be nothing
  useEffect(() => {
    if (isNearEnd) readFurther();
  }, [isNearEnd, days]);

  function focusDraft(index: number) {
    const wanted = drafts[index];
    if (wanted === undefined) return;
    setCursorId(wanted.id);
    virtual.scrollToIndex(wanted.at);
    useCalendar.setState({ focusNext: { kind: 'event', id: wanted.id } });
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey) return;
    const id = drafts[cursor]?.id;
    if (event.altKey) return id === undefined ? undefined : onMoveKey(event, id, 'agenda');
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / HEIGHTS.draft) - 2);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -cursor, End: drafts.length };
    const step = steps[event.key as keyof typeof steps];
    if (step === undefined) return;
    event.preventDefault();
    focusDraft(Math.min(drafts.length - 1, Math.max(0, cursor + step)));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the drafts in it
    <div className="agenda" ref={scroller} onKeyDown={onKeyDown}>
      <div className="agenda-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { transform: `translateY(${start}px)` };
          if (row.kind === 'day') {
            return (
              <h3
                key={key}
                className="agenda-row agenda-day"
                style={style}
                data-today={row.date === today || undefined}
              >
                {formatDay(row.date)}
                {row.date === today && <span className="agenda-today">{t.calendar.today}</span>}
              </h3>
            );
          }
          if (row.kind === 'unread') {
            return (
              <p key={key} className="agenda-row agenda-unread" style={style}>
                {t.calendar.tooMany(row.count)}
              </p>
            );
          }
          return (
            <AgendaDraft
              key={key}
              item={row.item}
              ongoing={row.ongoing}
              style={style}
              current={row.index === cursor}
              onFocus={() => setCursorId(row.item.id)}
            />
          );
        })}
      </div>
    </div>
  );
}
