import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { CheckBox } from '../../components/CheckBox.tsx';
import { rowAt } from '../../stores/paged-query.ts';
import { useRowKeys } from '../../stores/use-row-keys.ts';
import { t } from '../../texts/index.ts';
import { DraftRow } from './DraftRow.tsx';
import './DraftList.css';
import { draftsQuery, useDrafts } from './drafts-store.ts';
import { draftKeys } from './list-keys.ts';
import { clearSelection, selectAll } from './selection.ts';

const ROW_HEIGHT = 54;

/** The rows on the screen, of as many as there are. One row is in the tab order; the arrow keys move it. */
export function DraftList({ total }: { total: number }) {
  const pages = useStore(draftsQuery.store, (state) => state.pages);
  const selection = useDrafts((state) => state.selection);
  const openId = useDrafts((state) => state.editor?.id ?? null);
  const cursor = Math.min(
    useDrafts((state) => state.cursor),
    total - 1,
  );
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
  const rows = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => draftsQuery.see(Math.max(0, first - 8), Math.min(total - 1, last + 8)), [first, last, total]);

  const { onKeyDown, focusRow } = useRowKeys({
    ...draftKeys,
    total,
    page: Math.max(1, last - first),
    reveal: (index) => virtual.scrollToIndex(index),
  });

  return (
    <div
      className="draft-list"
      role="grid"
      aria-label={t.drafts.list}
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <div className="draft-grid draft-head" role="row" aria-rowindex={1}>
          <span role="columnheader" aria-label={t.drafts.columns.select}>
            <CheckBox
              label={t.drafts.selectAll}
              checked={selection.size >= total}
              indeterminate={selection.size > 0 && selection.size < total}
              onChange={() => (selection.size > 0 ? clearSelection() : void selectAll())}
            />
          </span>
          <span role="columnheader">{t.drafts.columns.title}</span>
          <span role="columnheader">{t.drafts.columns.when}</span>
          <span role="columnheader" className="draft-where">
            {t.drafts.columns.where}
          </span>
          <span role="columnheader" className="draft-channel">
            {t.drafts.columns.channel}
          </span>
          <span role="columnheader">{t.drafts.columns.status}</span>
        </div>
      </div>
      <div className="draft-scroller" ref={scroller} role="rowgroup">
        <div className="draft-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {rows.map((row) => {
            const draft = rowAt(pages, row.index);
            return (
              <DraftRow
                key={row.index}
                index={row.index}
                top={row.start}
                draft={draft}
                selected={draft !== null && selection.has(draft.id)}
                open={draft !== null && draft.id === openId}
                current={row.index === cursor}
                focusRow={focusRow}
              />
            );
          })}
        </div>
      </div>
      <p className="visually-hidden">{t.drafts.keys}</p>
    </div>
  );
}
