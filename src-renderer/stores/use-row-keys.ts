import { type KeyboardEvent, useCallback, useRef } from 'react';
import { nextIndex } from './row-selection.ts';

/** What the keyboard can do in a list whose rows are read page by page. */
export type RowActions = {
  cursor: () => number;
  move: (index: number) => void;
  extend: (index: number) => void;
  toggle: (index: number) => void;
  open: (index: number) => void;
  remove: (index: number) => void;
  selectAll: () => void;
  /** Ends the selection. False when there was none, so that Esc is left to others. */
  clear: () => boolean;
};

type Options = RowActions & { total: number; page: number; reveal: (index: number) => void };

/** The keyboard of a list: moving, selecting, opening, removing. */
export function useRowKeys(options: Options) {
  // The row to be focused may not be in the page yet: it takes the focus when it appears.
  const wanted = useRef<number | null>(null);

  const focusRow = useCallback((index: number, element: HTMLElement | null) => {
    if (element === null || wanted.current !== index) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const { total, page, reveal, move, extend, selectAll, clear } = options;
    const cursor = Math.min(options.cursor(), total - 1);
    const command = event.ctrlKey || event.metaKey;
    const target = nextIndex(event.key, cursor, total, page);
    if (target !== null && !command && !event.altKey) {
      event.preventDefault();
      wanted.current = target;
      if (event.shiftKey) extend(target);
      else move(target);
      reveal(target);
    } else if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selectAll();
    } else if (event.key === 'Escape') {
      if (clear()) event.preventDefault();
    } else if (isRow(event.target) && !command) {
      onRowKey(event, cursor, options);
    }
  }

  return { onKeyDown, focusRow };
}

function onRowKey(event: KeyboardEvent, index: number, { extend, toggle, open, remove }: Options) {
  if (event.key === ' ') {
    event.preventDefault();
    if (event.shiftKey) extend(index);
    else toggle(index);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    open(index);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    remove(index);
  }
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'row';
}
