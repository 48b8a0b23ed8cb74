import type { Answer } from '#shared/contract/client.ts';
import type { Stepped } from '#shared/history/step.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery } from '../../stores/live-query.ts';
import { storePendingEdits } from '../../stores/pending-edits.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';

/** What Undo and Redo would do now. */
export const historyQuery = createLiveQuery({ topics: ['drafts', 'imports'], run: () => call('getHistory', {}) });

/** Takes back the newest change, or the named one, and says which that was. Words not stored yet are part of it. */
export async function undo(step: number | null = null): Promise<void> {
  await storePendingEdits();
  say(await call('undo', { step }), t.history.undone, t.history.nothingToUndo, {
    label: t.history.redo,
    run: () => void redo(),
  });
}

/** Does again what was undone last. */
export async function redo(): Promise<void> {
  await storePendingEdits();
  say(await call('redo', {}), t.history.redone, t.history.nothingToRedo, {
    label: t.history.undo,
    run: () => void undo(),
  });
}

function say(
  answer: Answer<{ stepped: Stepped | null }>,
  words: (stepped: Stepped) => string,
  nothing: string,
  back: { label: string; run: () => void },
): void {
  if (!answer.ok) return showError(answer.error);
  const { stepped } = answer.value;
  if (stepped === null) showNote(nothing);
  else if (stepped.done === 0) showNote(words(stepped));
  else showNote(words(stepped), back);
}

/** Says what was just done, with a button that takes back just that. */
export async function showUndoable(words: string): Promise<void> {
  const answer = await call('getHistory', {});
  const step = answer.ok ? answer.value.undo : null;
  if (step === null) showNote(words);
  else showNote(words, { label: t.history.undo, run: () => void undo(step.id) });
}
