import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { rowAt } from '../../stores/paged-query.ts';
import { t } from '../../texts/index.ts';
import { OperationRow } from './OperationRow.tsx';
import { outboxQuery } from './outbox-store.ts';

/** The entries on the screen. Rows are as tall as what they have to say. */
export function OperationList({ total }: { total: number }) {
  const pages = useStore(outboxQuery.store, (state) => state.pages);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => outboxQuery.see(Math.max(0, first - 8), Math.min(total - 1, last + 8)), [first, last, total]);

  function toggle(id: string) {
    setOpen((was) => {
      const next = new Set(was);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  return (
    <div className="operation-scroller" ref={scroller}>
      <ul className="operation-list" aria-label={t.outbox.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const operation = rowAt(pages, item.index);
          return (
            <li
              key={item.index}
              ref={virtual.measureElement}
              data-index={item.index}
              className="operation"
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {operation !== null && (
                <OperationRow
                  operation={operation}
                  open={open.has(operation.id)}
                  onToggle={() => toggle(operation.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
