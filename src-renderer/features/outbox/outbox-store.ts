import { create } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import type { OperationState } from '#shared/outbox/operation.ts';
import { call } from '../../stores/bridge.ts';
import { onWorkspaceChanged } from '../../stores/live-query.ts';
import { createPagedQuery } from '../../stores/paged-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { stateQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { type Batch, followBatch } from './batch.ts';

type OutboxView = {
  /** The one state that is shown; null for all. */
  state: OperationState | null;
  batch: Batch | null;
};

const initial: OutboxView = { state: null, batch: null };

export const useOutbox = create<OutboxView>(() => initial);
onWorkspaceChanged(() => useOutbox.setState(initial));

// Counted from wherever the window is, so that the bar is right when one comes to look.
stateQuery.store.subscribe(({ value }) => {
  if (value === null) return;
  useOutbox.setState((was) => ({ batch: followBatch(was.batch, value.operations) }));
});

/** The outbox, read page by page; each answer brings the counts and the lane. */
export const outboxQuery = createPagedQuery<{ states: OperationState[] }, OperationView, CallOutput<'listOperations'>>({
  topics: ['outbox'],
  run: (filter, page) => call('listOperations', { ...filter, ...page }),
});

async function act(answer: Promise<Answer<unknown>>, note?: string): Promise<void> {
  const settled = await answer;
  if (!settled.ok) showError(settled.error);
  else if (note !== undefined) showNote(note);
}

/** What could not be done for a single one is said in its own words. */
async function actOn(name: 'retryOperations' | 'dropOperations', id: string, note?: string): Promise<void> {
  const answer = await call(name, { which: { kind: 'ids', ids: [id] } });
  const problem = answer.ok ? answer.value.problems[0] : undefined;
  if (problem !== undefined) showError({ code: 'not_allowed', message: problem.reason });
  else await act(Promise.resolve(answer), note);
}

export const retry = (id: string) => actOn('retryOperations', id);
export const drop = (id: string) => actOn('dropOperations', id, t.outbox.dropped);
export const resolve = (id: string, decision: 'itIsThere' | 'sendAgain') =>
  act(call('resolveOperation', { id, decision }));

/** Stops sending after the event under way, or goes on. */
export async function setPaused(paused: boolean): Promise<void> {
  const answer = await call('setSending', { paused });
  if (!answer.ok) showError(answer.error);
}
