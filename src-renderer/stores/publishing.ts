import { create } from 'zustand';
import type { PublishSelection } from '#shared/contract/contract.ts';
import { onWorkspaceChanged } from './live-query.ts';
import { storePendingEdits } from './pending-edits.ts';

/** The selection that the publish dialog asks about; null while it is closed. */
export const usePublishing = create<{ selection: PublishSelection | null }>(() => ({ selection: null }));
onWorkspaceChanged(() => usePublishing.setState({ selection: null }));

/** Opens the dialog with what publishing this selection would do. */
export async function askToPublish(selection: PublishSelection): Promise<void> {
  // What was typed a moment ago belongs to what is published.
  await storePendingEdits();
  usePublishing.setState({ selection });
}

export function closePublish(): void {
  usePublishing.setState({ selection: null });
}
