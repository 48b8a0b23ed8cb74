import { create } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { PublishSelection } from '#shared/contract/contract.ts';
import { readDraftIds } from './draft-ids.ts';
import { onWorkspaceChanged } from './live-query.ts';
import { storePendingEdits } from './pending-edits.ts';
import { showError } from './toasts.ts';

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

/** Asks about the same selection without these drafts. */
export async function leaveOut(draftIds: string[]): Promise<void> {
  const { selection } = usePublishing.getState();
  if (selection === null) return;
  const answer = await idsOf(selection);
  if (!answer.ok) return showError(answer.error);
  const out = new Set(draftIds);
  usePublishing.setState({ selection: { kind: 'drafts', draftIds: answer.value.filter((id) => !out.has(id)) } });
}

async function idsOf(selection: PublishSelection): Promise<Answer<string[]>> {
  if (selection.kind === 'drafts') return { ok: true, value: selection.draftIds };
  return readDraftIds(
    { search: '', status: null, importId: selection.kind === 'import' ? selection.importId : null },
    0,
  );
}
