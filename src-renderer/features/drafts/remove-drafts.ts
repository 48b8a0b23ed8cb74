import { call } from '../../stores/bridge.ts';
import { storePendingEdits } from '../../stores/pending-edits.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { showUndoable } from '../history/undo.ts';
import { closeEditor, useDrafts } from './drafts-store.ts';
import { clearSelection } from './selection.ts';

/** Deletes drafts at once and offers to take it back. What is being sent is not deleted; the answer counts the rest. */
export async function removeDrafts(ids: string[]): Promise<void> {
  await storePendingEdits();
  const answer = await call('deleteDrafts', { ids });
  if (!answer.ok) return showError(answer.error);
  const { editor } = useDrafts.getState();
  if (editor !== null && editor.id !== null && ids.includes(editor.id)) closeEditor(editor.session);
  clearSelection();
  const { done } = answer.value;
  if (done === 0) showNote(t.drafts.deleted(done));
  else await showUndoable(t.drafts.deleted(done));
}
