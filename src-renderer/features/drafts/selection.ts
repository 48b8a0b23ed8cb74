import { readDraftIds } from '../../stores/draft-ids.ts';
import { loadedRows, toggled } from '../../stores/row-selection.ts';
import { showError } from '../../stores/toasts.ts';
import { draftsQuery, useDrafts } from './drafts-store.ts';

/** Puts one row in or takes it out, and begins the next range there. */
export function toggleRow(index: number, id: string): void {
  useDrafts.setState((was) => ({ selection: toggled(was.selection, id), anchor: index, cursor: index }));
}

/** Adds every row between where the range began and `index`. */
export async function extendSelection(index: number): Promise<void> {
  const { anchor } = useDrafts.getState();
  useDrafts.setState({ cursor: index });
  const ids = await idsBetween(Math.min(anchor, index), Math.max(anchor, index));
  if (ids !== null) useDrafts.setState((was) => ({ selection: new Set([...was.selection, ...ids]) }));
}

/** Selects all rows that the filter shows, also those that were never read. */
export async function selectAll(): Promise<void> {
  const total = draftsQuery.store.getState().newest?.total ?? 0;
  const ids = total === 0 ? [] : await idsBetween(0, total - 1);
  if (ids !== null) useDrafts.setState({ selection: new Set(ids) });
}

export function clearSelection(): void {
  useDrafts.setState({ selection: new Set() });
}

/** Ids of the rows `from` to `to`; asks for those that are not on the screen. Null when that failed. */
async function idsBetween(from: number, to: number): Promise<string[] | null> {
  const { pages } = draftsQuery.store.getState();
  const known = loadedRows(pages, from, to);
  if (known !== null) return known.map((draft) => draft.id);
  const { search, status, importId } = useDrafts.getState();
  const answer = await readDraftIds({ search, status, importId }, from, to);
  if (answer.ok) return answer.value;
  showError(answer.error);
  return null;
}
