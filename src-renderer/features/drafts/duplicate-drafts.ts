import { call } from '../../stores/bridge.ts';
import { storePendingEdits } from '../../stores/pending-edits.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { showUndoable } from '../history/undo.ts';
import { useDrafts } from './drafts-store.ts';

/** Copies drafts, moved by so many days, and selects the copies; they can be deleted again from the note. */
export async function duplicateDrafts(ids: string[], shiftDays: number): Promise<void> {
  await storePendingEdits();
  const answer = await call('duplicateDrafts', { ids, shiftDays });
  if (!answer.ok) return showError(answer.error);
  const { ids: copies, leftDrafts } = answer.value;
  useDrafts.setState({ selection: new Set(copies) });
  const words = [t.drafts.copied(copies.length), ...leftDrafts.slice(0, 1).map(({ reason }) => reason)].join(' ');
  if (copies.length === 0) showNote(words);
  else await showUndoable(words);
}
