import { create } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { PublishSelection } from '#shared/contract/contract.ts';
import { readDraftIds } from './draft-ids.ts';
import { onWorkspaceChanged } from './live-query.ts';
import { storePendingEdits } from './pending-edits.ts';
import { showError } from './toasts.ts';

/** A delivered draft of which a second event is asked for. */
export type Original = { draftId: string; title: string; remoteId: string | null };

type Publishing = {
  /** What the publish dialog asks about; null while it is closed. */
  asked: { meant: PublishSelection; selection: PublishSelection; leftOut: ReadonlySet<string> } | null;
  /** What the dialog about a second event asks about; null while it is closed. */
  original: Original | null;
};

const closed: Publishing = { asked: null, original: null };

/** The dialogs about publishing. */
export const usePublishing = create<Publishing>(() => closed);
onWorkspaceChanged(() => usePublishing.setState(closed));

/** Opens the dialog with what publishing this selection would do. */
export async function askToPublish(selection: PublishSelection): Promise<void> {
  // What was typed a moment ago belongs to what is published.
  await storePendingEdits();
  usePublishing.setState({ asked: { meant: selection, selection, leftOut: new Set() } });
}

export function closePublish(): void {
  usePublishing.setState({ asked: null });
}

/** Asks whether a second event of a delivered draft is really meant. */
export function askToPublishAsNew(original: Original): void {
  usePublishing.setState({ original });
}

export function closePublishAsNew(): void {
  usePublishing.setState({ original: null });
}

/** Asks about what was meant without these drafts. */
export async function leaveOut(draftIds: string[]): Promise<void> {
  const { asked } = usePublishing.getState();
  if (asked === null) return;
  const answer = await idsOf(asked.meant);
  if (!answer.ok) return showError(answer.error);
  const leftOut = new Set([...asked.leftOut, ...draftIds]);
  const selection = { kind: 'drafts', draftIds: answer.value.filter((id) => !leftOut.has(id)) } as const;
  // Closed, or about something else, since the ids were asked for.
  if (usePublishing.getState().asked === asked) usePublishing.setState({ asked: { ...asked, selection, leftOut } });
}

/** Asks again about all that was meant. */
export function takeBackIn(): void {
  usePublishing.setState(({ asked }) => ({
    asked: asked && { meant: asked.meant, selection: asked.meant, leftOut: new Set() },
  }));
}

async function idsOf(selection: PublishSelection): Promise<Answer<string[]>> {
  if (selection.kind === 'drafts') return { ok: true, value: selection.draftIds };
  const importId = selection.kind === 'import' ? selection.importId : null;
  const all = await readDraftIds({ search: '', status: null, importId }, 0);
  if (!all.ok) return all;
  // Whoever publishes “all” does not mean what was refused; whoever names a refused draft does.
  const refused = await readDraftIds({ search: '', status: 'rejected', importId }, 0);
  if (!refused.ok) return refused;
  const without = new Set(refused.value);
  return { ok: true, value: all.value.filter((id) => !without.has(id)) };
}
