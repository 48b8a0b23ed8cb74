import { create } from 'zustand';
import type { Standing } from '#shared/remote/remote-event.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery, onWorkspaceChanged } from '../../stores/live-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';

/** Events that are shown at once; the command line lists all. */
export const MOST_SHOWN = 200;

type RemoteView = { open: boolean; reading: boolean; standing: Standing | null };

const closed: RemoteView = { open: false, reading: false, standing: null };

/** The dialog with the organizer's events on the platform. */
export const useRemote = create<RemoteView>(() => closed);
onWorkspaceChanged(() => useRemote.setState(closed));

/** The list as it was read last, with what stands for each event here. */
export const remoteQuery = createLiveQuery({
  topics: ['catalog', 'outbox', 'drafts'],
  run: ({ standing }: { standing: Standing | null }) =>
    call('listRemoteEvents', { standing, limit: MOST_SHOWN, offset: 0 }),
});

/** Opens the dialog and reads the list anew. */
export function openRemote(): void {
  useRemote.setState({ open: true });
  void readRemote();
}

export function closeRemote(): void {
  useRemote.setState({ open: false });
}

/** Asks the platform for all events. What was read before stays on the screen meanwhile, and when it fails. */
export async function readRemote(): Promise<void> {
  if (useRemote.getState().reading) return;
  useRemote.setState({ reading: true });
  const answer = await call('readRemoteEvents', {});
  useRemote.setState({ reading: false });
  if (!answer.ok) showError(answer.error);
}

/** Makes an event that was made elsewhere a delivered draft. */
export async function adopt(remoteId: string): Promise<void> {
  const answer = await call('adoptRemoteEvent', { remoteId, draftId: null });
  if (answer.ok) showNote(t.remote.adopted);
  else showError(answer.error);
}
