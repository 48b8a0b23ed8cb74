import type { DraftView } from '#shared/contract/views.ts';
import { rowAt } from '../../stores/paged-query.ts';
import type { RowActions } from '../../stores/use-row-keys.ts';
import { draftsQuery, openDraft, useDrafts } from './drafts-store.ts';
import { removeDrafts } from './remove-drafts.ts';
import { clearSelection, extendSelection, selectAll, toggleRow } from './selection.ts';

/** What the keyboard does in the list of drafts. */
export const draftKeys: RowActions = {
  cursor: () => useDrafts.getState().cursor,
  move: (index) => useDrafts.setState({ cursor: index, anchor: index }),
  extend: (index) => void extendSelection(index),
  toggle: (index) => withDraft(index, (draft) => toggleRow(index, draft.id)),
  open: (index) => withDraft(index, (draft) => openDraft(draft.id, true)),
  remove: (index) =>
    withDraft(index, (draft) => {
      const { selection } = useDrafts.getState();
      void removeDrafts(selection.size > 0 ? [...selection] : [draft.id]);
    }),
  selectAll: () => void selectAll(),
  clear() {
    const had = useDrafts.getState().selection.size > 0;
    if (had) clearSelection();
    return had;
  },
};

function withDraft(index: number, act: (draft: DraftView) => void): void {
  const draft = rowAt(draftsQuery.store.getState().pages, index);
  if (draft !== null) act(draft);
}
