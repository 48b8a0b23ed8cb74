import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { CheckBox } from '../../components/CheckBox.tsx';
import { rowAt } from '../../stores/paged-query.ts';
import { useKeptFocus, useRowKeys } from '../../stores/use-row-keys.ts';
import { t } from '../../texts/index.ts';
import { TrashRow } from './TrashRow.tsx';
import { selectAllTrashed, trashKeys } from './trash-keys.ts';
import { clearTrashSelection, trashQuery, useTrash } from './trash-store.ts';

const ROW_HEIGHT = 54;

/** The rows on the screen, of as many as there are. One row is in the tab order; the arrow keys move it. */
export function TrashList({ total }: { total: number }) {
  const pages = useStore(trashQuery.store, (state) => state.pages);
  const selection = useTrash((state) => state.selection);
  const cursor = Math.min(
    useTrash((state) => state.cursor),
    total - 1,
  );
  const list = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // The row with the focus stays in the page while it is scrolled away, or the keyboard would lose its place.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), cursor])].sort((a, b) => a - b),
      [cursor],
    ),
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => trashQuery.see(Math.max(0, first - 8), Math.min(total - 1, last + 8)), [first, last, total]);
  const { onKeyDown, focusRow } = useRowKeys({
    ...trashKeys,
    total,
    page: Math.max(1, last - first),
    reveal: (index) => virtual.scrollToIndex(index),
  });

  return (
    <div
      ref={list}
      className="trash-list"
      role="grid"
      aria-label={t.trash.list}
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      onKeyDown={onKeyDown}
      {...useKeptFocus(list)}
    >
      <div role="rowgroup">
        <div className="trash-grid trash-head" role="row" aria-rowindex={1}>
          <span role="columnheader" aria-label={t.trash.columns.select}>
            <CheckBox
              label={t.trash.selectAll}
              checked={selection.size >= total}
              indeterminate={selection.size > 0 && selection.size < total}
              onChange={() => (selection.size > 0 ? clearTrashSelection() : void selectAllTrashed())}
            />
          </span>
          <span role="columnheader">{t.trash.columns.title}</span>
          <span role="columnheader">{t.trash.columns.when}</span>
          <span role="columnheader">{t.trash.columns.deleted}</span>
          <span role="columnheader">{t.trash.columns.from}</span>
          <span role="columnheader" aria-label={t.trash.columns.actions} />
        </div>
      </div>
      <div className="trash-scroller" ref={scroller} role="rowgroup">
        <div className="trash-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((row) => {
            const trashed = rowAt(pages, row.index);
            return (
              <TrashRow
                key={row.index}
                index={row.index}
                top={row.start}
                trashed={trashed}
                selected={trashed !== null && selection.has(trashed.draft.id)}
                current={row.index === cursor}
                focusRow={focusRow}
              />
            );
          })}
        </div>
      </div>
      <p className="visually-hidden">{t.trash.keys}</p>
    </div>
  );
}
