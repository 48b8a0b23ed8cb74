import { create } from 'zustand';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { call } from './bridge.ts';
import { createLiveQuery, forgetWorkspace } from './live-query.ts';
import { storePendingEdits } from './pending-edits.ts';
import { showError } from './toasts.ts';

/** Which workspace is open, its counts and the lane. */
export const stateQuery = createLiveQuery({
  topics: ['state', 'drafts', 'outbox', 'catalog'],
  run: () => call('getState', {}),
});

/** Channels, classifications and remembered places. */
export const catalogQuery = createLiveQuery({ topics: ['catalog'], run: () => call('getCatalog', {}) });

/** How many drafts could be published now. */
export const readyCountQuery = createLiveQuery({
  topics: ['drafts', 'outbox'],
  run: () => call('listDrafts', { search: '', status: 'ready', importId: null, limit: 1, offset: 0 }),
});

type WorkspaceView = {
  /** Counts the workspaces opened by this window: the shell is built anew for each. */
  epoch: number;
  opening: 'practice' | 'real' | null;
  /** The one that was wanted last has a damaged database; what was open before still is. */
  damaged: boolean;
};

export const useWorkspace = create<WorkspaceView>(() => ({ epoch: 0, opening: null, damaged: false }));

/** Opens the practice or the real workspace in place of the one that is open. True when it is open. */
export async function openWorkspace(mode: 'practice' | 'real'): Promise<boolean> {
  if (useWorkspace.getState().opening !== null) return false;
  useWorkspace.setState({ opening: mode });
  await storePendingEdits();
  const answer = await call('openWorkspace', { mode });
  useWorkspace.setState({ opening: null });
  if (!answer.ok) {
    if (answer.error.code === 'database_damaged') useWorkspace.setState({ damaged: true });
    else showError(answer.error);
    return false;
  }
  enterWorkspace();
  return true;
}

/** Another workspace, or another database, is open from now on. */
export function enterWorkspace(): void {
  forgetWorkspace();
  useWorkspace.setState((was) => ({ epoch: was.epoch + 1, damaged: false }));
}

/** Looks again whether what is wanted can be opened by now; else shows what is open. */
export function leaveDamaged(): void {
  useWorkspace.setState({ damaged: false });
  stateQuery.refetch();
}

/**
 * True when what is open is the practice workspace. Before its first contact a workspace is `new`; then the address
 * tells, because only the practice API is on this computer.
 */
export function isPractice(state: Pick<WorkspaceState, 'mode' | 'apiUrl'>): boolean {
  if (state.mode !== 'new') return state.mode === 'practice';
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostOf(state.apiUrl).replace(/:\d+$/, ''));
}

/** Host (and port) of an address, or the address itself when it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
