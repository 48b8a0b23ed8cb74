import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';

/** Rows beyond the edge of the screen that are drawn already. */
const AHEAD = 8;

/**
 * A list of which only the rows on the screen are drawn.
 * @param heightPx what a row is likely to take before it is measured
 * @param see told which rows are needed, both ends included
 */
export function useVirtualRows(total: number, heightPx: number, see: (from: number, to: number) => void) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: AHEAD,
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `see` belongs to a query that lives as long as the window
  useEffect(() => see(Math.max(0, first - AHEAD), Math.min(total - 1, last + AHEAD)), [first, last, total]);
  /** The browser's own End stops where rows were thought to be lower than they are. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || (event.key !== 'End' && event.key !== 'Home') || total === 0) return;
    event.preventDefault();
    if (event.key === 'End') virtual.scrollToIndex(total - 1, { align: 'end' });
    else virtual.scrollToIndex(0);
  };
  return { scroller, virtual, onKeyDown };
}
