import { create } from 'zustand';
import type { DeletedForGood, Trashed, WhichTrashed } from '#shared/contract/calls/trash.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { call } from '../../stores/bridge.ts';
import { onWorkspaceChanged } from '../../stores/live-query.ts';
import { createPagedQuery } from '../../stores/paged-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { showUndoable } from '../history/undo.ts';

type TrashView = {
  search: string;
  selection: ReadonlySet<string>;
  /** The row that the keyboard is on, and where a range began. */
  cursor: number;
  anchor: number;
  /** What is asked about before it is deleted for good, and what would become of it. */
  asked: { which: WhichTrashed; preview: DeletedForGood } | null;
};

const initial: TrashView = { search: '', selection: new Set(), cursor: 0, anchor: 0, asked: null };

/** What the trash shows and what is selected in it. */
export const useTrash = create<TrashView>(() => initial);
onWorkspaceChanged(() => useTrash.setState(initial));

/** The deleted drafts, read page by page. */
export const trashQuery = createPagedQuery<{ search: string }, Trashed, CallOutput<'listTrash'>>({
  topics: ['drafts', 'imports'],
  run: (filter, page) => call('listTrash', { ...filter, ...page }),
});

/** The selection belongs to what was shown before and ends. */
export function searchTrash(search: string): void {
  useTrash.setState({ search, selection: new Set(), cursor: 0, anchor: 0 });
}

export function clearTrashSelection(): void {
  useTrash.setState({ selection: new Set() });
}

/** Takes drafts back, and says so. */
export async function restore(ids: string[]): Promise<void> {
  const answer = await call('restoreDrafts', { ids });
  if (!answer.ok) return showError(answer.error);
  clearTrashSelection();
  await showUndoable(t.trash.restored(answer.value.done));
}

/** Takes back everything that the search shows. */
export async function restoreAll(): Promise<void> {
  const ids = await trashIds(0, Number.POSITIVE_INFINITY);
  if (ids !== null) await restore(ids);
}

/** Looks what would become of them, and asks. */
export async function askForGood(which: WhichTrashed): Promise<void> {
  const answer = await call('deleteForGood', { which, dryRun: true });
  if (answer.ok) useTrash.setState({ asked: { which, preview: answer.value } });
  else showError(answer.error);
}

export function stopAsking(): void {
  useTrash.setState({ asked: null });
}

/** Does what was asked about. */
export async function deleteForGood(which: WhichTrashed): Promise<void> {
  const answer = await call('deleteForGood', { which, dryRun: false });
  stopAsking();
  if (!answer.ok) return showError(answer.error);
  clearTrashSelection();
  showNote(t.trash.deleted(answer.value.deleted));
}

/** Most rows that one call may return (contract, `Page`). */
const MOST_PER_CALL = 1_000;

/** Ids of the rows `from` to `to`, also of those that were never read. Null when that failed. */
export async function trashIds(from: number, to: number): Promise<string[] | null> {
  const { search } = useTrash.getState();
  const ids: string[] = [];
  for (let offset = from; offset <= to; offset += MOST_PER_CALL) {
    const answer = await call('listTrash', { search, limit: Math.min(MOST_PER_CALL, to - offset + 1), offset });
    if (!answer.ok) {
      showError(answer.error);
      return null;
    }
    ids.push(...answer.value.items.map(({ draft }) => draft.id));
    if (offset + MOST_PER_CALL >= answer.value.total) break;
  }
  return ids;
}
