import { create } from 'zustand';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { OperationFilter, OperationView } from '#shared/contract/outbox-views.ts';
import type { OperationState } from '#shared/outbox/operation.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery, onWorkspaceChanged } from '../../stores/live-query.ts';
import { go } from '../../stores/navigation.ts';
import { createPagedQuery } from '../../stores/paged-query.ts';
import { showError } from '../../stores/toasts.ts';
import { stateQuery } from '../../stores/workspace.ts';
import { type Batch, followBatch } from './batch.ts';

/** What the list shows: everything, one state, or what asks before it is sent. */
export type Shown = OperationState | 'asking' | null;

type OutboxView = {
  shown: Shown;
  search: string;
  /** The selected entries as they were when they were selected. */
  selection: ReadonlyMap<string, OperationView>;
  /** The row that the keyboard is on, and where a range began. */
  cursor: number;
  anchor: number;
  batch: Batch | null;
};

const initial: OutboxView = {
  shown: null,
  search: '',
  selection: new Map(),
  cursor: 0,
  anchor: 0,
  batch: null,
};

export const useOutbox = create<OutboxView>(() => initial);
onWorkspaceChanged(() => useOutbox.setState(initial));

// Counted from wherever the window is, so that the bar is right when one comes to look.
stateQuery.store.subscribe(({ value }) => {
  if (value === null) return;
  useOutbox.setState((was) => ({ batch: followBatch(was.batch, value.operations, value.asking) }));
});

/** The filter of the core for what is shown. */
export function toFilter({ shown, search }: Pick<OutboxView, 'shown' | 'search'>): OperationFilter {
  if (shown === 'asking') return { states: [], asking: true, search };
  return { states: shown === null ? [] : [shown], asking: false, search };
}

/** The list, read page by page; each answer brings the counts, the lane and the rate. */
export const outboxQuery = createPagedQuery<OperationFilter, OperationView, CallOutput<'listOperations'>>({
  topics: ['outbox'],
  run: (filter, page) => call('listOperations', { ...filter, ...page }),
});

/** Most entries that one call may return (contract, `Page`). */
export const MOST_PER_CALL = 1_000;

/** How many of the late ones are read to say why they ask; of more, no numbers are named. */
const LATE_READ = 200;

/** What asks before it is sent. */
export const lateQuery = createLiveQuery({
  topics: ['outbox'],
  run: (_: Record<string, never>) => call('listOperations', { states: [], asking: true, limit: LATE_READ, offset: 0 }),
});

/** Changes what the list shows; the selection belongs to what was shown before and ends. */
export function filterOutbox(change: Partial<Pick<OutboxView, 'shown' | 'search'>>): void {
  useOutbox.setState({ ...change, selection: new Map(), cursor: 0, anchor: 0 });
}

/** Shows the outbox from elsewhere in the app, narrowed to what was meant. */
export function showInOutbox(shown: Shown, search = ''): void {
  filterOutbox({ shown, search });
  go('outbox');
}

/** Stops sending after the event under way, or goes on. */
export async function setPaused(paused: boolean): Promise<void> {
  const answer = await call('setSending', { paused });
  if (!answer.ok) showError(answer.error);
}
