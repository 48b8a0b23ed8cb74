import { type KeyboardEvent, useCallback, useRef } from 'react';
import { rowAt } from '../../stores/paged-query.ts';
import { nextIndex } from '../../stores/row-selection.ts';
import { draftsQuery, openDraft, useDrafts } from './drafts-store.ts';
import { removeDrafts } from './remove-drafts.ts';
import { clearSelection, extendSelection, selectAll, toggleRow } from './selection.ts';

/** The keyboard of the list: moving, selecting, opening, deleting. */
export function useListKeys({ total, page, reveal }: { total: number; page: number; reveal: (index: number) => void }) {
  // The row to be focused may not be in the page yet: it takes the focus when it appears.
  const wanted = useRef<number | null>(null);

  const focusRow = useCallback((index: number, element: HTMLElement | null) => {
    if (element === null || wanted.current !== index) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const { cursor: stored, selection } = useDrafts.getState();
    const cursor = Math.min(stored, total - 1);
    const draft = rowAt(draftsQuery.store.getState().pages, cursor);
    const command = event.ctrlKey || event.metaKey;
    const target = nextIndex(event.key, cursor, total, page);

    if (target !== null && !command && !event.altKey) {
      event.preventDefault();
      wanted.current = target;
      if (event.shiftKey) void extendSelection(target);
      else useDrafts.setState({ cursor: target, anchor: target });
      reveal(target);
    } else if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      void selectAll();
    } else if (event.key === 'Escape' && selection.size > 0) {
      event.preventDefault();
      clearSelection();
    } else if (draft !== null && isRow(event.target) && !command) {
      onRowKey(event, draft.id, cursor, selection);
    }
  }

  return { onKeyDown, focusRow };
}

function onRowKey(event: KeyboardEvent, id: string, index: number, selection: ReadonlySet<string>) {
  if (event.key === ' ') {
    event.preventDefault();
    if (event.shiftKey) void extendSelection(index);
    else toggleRow(index, id);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    openDraft(id, true);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    void removeDrafts(selection.size > 0 ? [...selection] : [id]);
  }
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'row';
}
