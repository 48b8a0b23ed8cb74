import type { OperationView } from '#shared/contract/outbox-views.ts';
import { loadedRows } from '../../stores/row-selection.ts';
import { showError } from '../../stores/toasts.ts';
import { outboxQuery, toFilter, useOutbox } from './outbox-store.ts';
import { readOperations } from './read-operations.ts';

/** Puts one entry in or takes it out, and begins the next range there. */
export function toggleEntry(index: number, entry: OperationView): void {
  useOutbox.setState((was) => {
    const selection = new Map(was.selection);
    if (!selection.delete(entry.id)) selection.set(entry.id, entry);
    return { selection, anchor: index, cursor: index };
  });
}

/** Adds every entry between where the range began and `index`. */
export async function extendSelection(index: number): Promise<void> {
  const { anchor } = useOutbox.getState();
  useOutbox.setState({ cursor: index });
  const entries = await entriesBetween(Math.min(anchor, index), Math.max(anchor, index));
  if (entries !== null) select((was) => [...was.values(), ...entries]);
}

/** Selects all that the list shows, also what was never read. */
export async function selectAll(): Promise<void> {
  const total = outboxQuery.store.getState().newest?.total ?? 0;
  const entries = total === 0 ? [] : await entriesBetween(0, total - 1);
  if (entries !== null) select(() => entries);
}

export function clearSelection(): void {
  useOutbox.setState({ selection: new Map() });
}

function select(next: (was: ReadonlyMap<string, OperationView>) => OperationView[]): void {
  useOutbox.setState((was) => ({ selection: new Map(next(was.selection).map((entry) => [entry.id, entry])) }));
}

async function entriesBetween(from: number, to: number): Promise<OperationView[] | null> {
  const loaded = loadedRows(outboxQuery.store.getState().pages, from, to);
  if (loaded !== null) return loaded;
  const answer = await readOperations(toFilter(useOutbox.getState()), from, to);
  if (answer.ok) return answer.value;
  showError(answer.error);
  return null;
}
