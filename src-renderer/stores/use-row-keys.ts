import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
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
    // A menu of a row lies elsewhere in the page, but React tells its keys here as well.
    if (event.defaultPrevented || !isInside(event)) return;
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

function isInside({ currentTarget, target }: KeyboardEvent): boolean {
  return target instanceof Node && currentTarget.contains(target);
}

/**
 * Keeps the keyboard in the list: when the button that was pressed is gone (its entry moved on), the row that takes its
 * place has the focus, not the page.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>) {
  const inside = useRef(false);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
  });
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || !list.current?.contains(target)) inside.current = false;
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [list]);
  return {
    onFocus: () => {
      inside.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // To nothing: the button was removed, or another window came to the front. Neither is leaving the list.
      if (relatedTarget !== null) inside.current = list.current?.contains(relatedTarget) ?? false;
    },
  };
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'row';
}
