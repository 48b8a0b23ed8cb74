import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { CheckBox } from '../../components/CheckBox.tsx';
import { rowAt } from '../../stores/paged-query.ts';
import { toggled } from '../../stores/row-selection.ts';
import { useKeptFocus, useRowKeys } from '../../stores/use-row-keys.ts';
import { t } from '../../texts/index.ts';
import { outboxKeys } from './list-keys.ts';
import { OperationRow } from './OperationRow.tsx';
import './OperationList.css';
import { outboxQuery, useOutbox } from './outbox-store.ts';
import { clearSelection, selectAll } from './selection.ts';

/** The entries on the screen. Rows are as tall as what they have to say; one is in the tab order. */
export function OperationList({ total }: { total: number }) {
  const pages = useStore(outboxQuery.store, (state) => state.pages);
  const selection = useOutbox((view) => view.selection);
  const cursor = Math.min(
    useOutbox((view) => view.cursor),
    total - 1,
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggleDetails = useCallback((id: string) => setOpen((was) => toggled(was, id)), []);
  const grid = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus(grid);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
    // The row with the focus stays in the page while it is scrolled away, or the keyboard would lose its place.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), cursor])].sort((a, b) => a - b),
      [cursor],
    ),
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => outboxQuery.see(Math.max(0, first - 8), Math.min(total - 1, last + 8)), [first, last, total]);
  const { onKeyDown, focusRow } = useRowKeys({
    ...useMemo(() => outboxKeys(toggleDetails), [toggleDetails]),
    total,
    page: Math.max(1, last - first),
    reveal: (index) => virtual.scrollToIndex(index),
  });

  return (
    <div
      className="operation-list"
      role="grid"
      aria-label={t.outbox.list}
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      onKeyDown={onKeyDown}
      ref={grid}
      {...keptFocus}
    >
      <div role="rowgroup">
        <div className="operation-grid operation-head" role="row" aria-rowindex={1}>
          <span role="columnheader" aria-label={t.outbox.columns.select}>
            <CheckBox
              label={t.outbox.bulk.selectAll}
              checked={selection.size >= total}
              indeterminate={selection.size > 0 && selection.size < total}
              onChange={() => (selection.size > 0 ? clearSelection() : void selectAll())}
            />
          </span>
          <span role="columnheader">{t.outbox.columns.state}</span>
          <span role="columnheader">{t.outbox.columns.event}</span>
          <span role="columnheader" aria-label={t.outbox.columns.actions} />
        </div>
      </div>
      <div className="operation-scroller" ref={scroller} role="rowgroup">
        <div className="operation-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const operation = rowAt(pages, item.index);
            return (
              <OperationRow
                key={item.index}
                index={item.index}
                top={item.start}
                operation={operation}
                selected={operation !== null && selection.has(operation.id)}
                open={operation !== null && open.has(operation.id)}
                current={item.index === cursor}
                measure={virtual.measureElement}
                focusRow={focusRow}
                onToggle={toggleDetails}
              />
            );
          })}
        </div>
      </div>
      <p className="visually-hidden">{t.outbox.keys}</p>
    </div>
  );
}
