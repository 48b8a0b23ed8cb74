import type { OperationView } from '#shared/contract/outbox-views.ts';
import { rowAt } from '../../stores/paged-query.ts';
import type { RowActions } from '../../stores/use-row-keys.ts';
import { cancelEntries } from './actions.ts';
import { outboxQuery, useOutbox } from './outbox-store.ts';
import { clearSelection, extendSelection, selectAll, toggleEntry } from './selection.ts';

/** What the keyboard does in the outbox. `toggleDetails` gets the id of an entry. */
export function outboxKeys(toggleDetails: (id: string) => void): RowActions {
  return {
    cursor: () => useOutbox.getState().cursor,
    move: (index) => useOutbox.setState({ cursor: index, anchor: index }),
    extend: (index) => void extendSelection(index),
    toggle: (index) => withEntry(index, (entry) => toggleEntry(index, entry)),
    open: (index) => withEntry(index, (entry) => toggleDetails(entry.id)),
    remove: (index) =>
      withEntry(index, (entry) => {
        const { selection } = useOutbox.getState();
        void cancelEntries(selection.size > 0 ? [...selection.values()] : [entry]);
      }),
    selectAll: () => void selectAll(),
    clear() {
      const had = useOutbox.getState().selection.size > 0;
      if (had) clearSelection();
      return had;
    },
  };
}

function withEntry(index: number, act: (entry: OperationView) => void): void {
  const entry = rowAt(outboxQuery.store.getState().pages, index);
  if (entry !== null) act(entry);
}
