import { rowAt } from '../../stores/paged-query.ts';
import { toggled } from '../../stores/row-selection.ts';
import type { RowActions } from '../../stores/use-row-keys.ts';
import { askForGood, clearTrashSelection, restore, trashIds, trashQuery, useTrash } from './trash-store.ts';

/** Puts one row in or takes it out, and begins the next range there. */
export function toggleTrashed(index: number, id: string): void {
  useTrash.setState((was) => ({ selection: toggled(was.selection, id), anchor: index, cursor: index }));
}

/** Adds every row between where the range began and `index`. */
export async function extendTrashed(index: number): Promise<void> {
  const { anchor } = useTrash.getState();
  useTrash.setState({ cursor: index });
  const ids = await trashIds(Math.min(anchor, index), Math.max(anchor, index));
  if (ids !== null) useTrash.setState((was) => ({ selection: new Set([...was.selection, ...ids]) }));
}

/** Selects everything that the search shows. */
export async function selectAllTrashed(): Promise<void> {
  const ids = await trashIds(0, Number.POSITIVE_INFINITY);
  if (ids !== null) useTrash.setState({ selection: new Set(ids) });
}

/** What the keyboard does in the trash: the selection, or the row it is on. */
export const trashKeys: RowActions = {
  cursor: () => useTrash.getState().cursor,
  move: (index) => useTrash.setState({ cursor: index, anchor: index }),
  extend: (index) => void extendTrashed(index),
  toggle: (index) => withRow(index, (id) => toggleTrashed(index, id)),
  open: (index) => withRow(index, (id) => void restore(chosen(id))),
  remove: (index) => withRow(index, (id) => void askForGood({ kind: 'drafts', ids: chosen(id) })),
  selectAll: () => void selectAllTrashed(),
  clear() {
    const had = useTrash.getState().selection.size > 0;
    if (had) clearTrashSelection();
    return had;
  },
};

function chosen(id: string): string[] {
  const { selection } = useTrash.getState();
  return selection.size > 0 ? [...selection] : [id];
}

function withRow(index: number, act: (id: string) => void): void {
  const row = rowAt(trashQuery.store.getState().pages, index);
  if (row !== null) act(row.draft.id);
}
