import { create } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { BulkResult, OperationView } from '#shared/contract/outbox-views.ts';
import { copyText } from '../../components/copy-text.ts';
import { call } from '../../stores/bridge.ts';
import { onWorkspaceChanged } from '../../stores/live-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { fits } from './fits.ts';
import { clearSelection } from './selection.ts';

type Asked = {
  /** What is to be cancelled once the person confirms, and how many others of the selection stay. */
  cancelling: { entries: OperationView[]; left: number } | null;
  /** The one in doubt that is to be sent again once the person confirms. */
  sendingAgain: OperationView | null;
  /** What a bulk action could not do, and why. */
  report: BulkResult | null;
};

const nothing: Asked = { cancelling: null, sendingAgain: null, report: null };

/** The dialogs of the outbox. */
export const useAsked = create<Asked>(() => nothing);
onWorkspaceChanged(() => useAsked.setState(nothing));

/** Cancels what can be cancelled of these; asks first when it is more than one. */
export async function cancelEntries(entries: OperationView[]): Promise<void> {
  const droppable = entries.filter((entry) => fits('cancel', entry));
  if (droppable.length === 0) return showNote(t.outbox.bulk.nothingToCancel);
  if (droppable.length === 1 && entries.length === 1) return cancelNow(droppable);
  useAsked.setState({ cancelling: { entries: droppable, left: entries.length - droppable.length } });
}

/**
 * Cancels at once, and offers to take it back. Not for late work: put back, it would be sent at once, and whoever
 * cancels it has just said that it must not.
 */
export async function cancelNow(entries: OperationView[]): Promise<void> {
  const ids = entries.map(({ id }) => id);
  const answer = await call('dropOperations', { which: { kind: 'ids', ids } });
  const mayUndo = entries.every((entry) => entry.asks === null);
  tell(answer, t.outbox.bulk.cancelled, mayUndo ? () => void putBack(ids) : undefined);
}

/** Tries again, confirms late work or puts back what was cancelled: whatever fits each of these. */
export async function retryEntries(entries: readonly OperationView[]): Promise<void> {
  if (entries.length === 0) return showNote(t.outbox.bulk.nothing);
  tell(
    await call('retryOperations', { which: { kind: 'ids', ids: entries.map(({ id }) => id) } }),
    t.outbox.bulk.tried,
  );
}

/** The person's word for all late work, whatever the list shows. */
export async function sendAllLate(): Promise<void> {
  tell(
    await call('retryOperations', { which: { kind: 'filter', filter: { states: [], asking: true } } }),
    t.outbox.bulk.confirmed,
  );
}

/** So many at once take seconds: whoever pressed a button hears that it was heard. */
const MANY = 1_000;

/** Takes a cancellation back, each event as a new entry. What left before it could be cancelled is not worth a word. */
async function putBack(ids: string[]): Promise<void> {
  if (ids.length > MANY) showNote(t.outbox.bulk.puttingBack);
  const answer = await call('retryOperations', { which: { kind: 'ids', ids } });
  tell(answer.ok ? { ok: true, value: { ...answer.value, left: answer.value.problems.length } } : answer, (n) =>
    t.outbox.bulk.putBack(n),
  );
}

/** What the person found on Pinned Events. */
export async function resolve(id: string, decision: 'itIsThere' | 'sendAgain'): Promise<void> {
  const answer = await call('resolveOperation', { id, decision });
  if (!answer.ok) showError(answer.error);
}

/** Puts a title into the clipboard, for looking it up on Pinned Events. */
export function copyTitle(title: string): void {
  showNote(copyText(title) ? t.outbox.menu.copied : t.outbox.menu.notCopied);
}

/** Says what was done, what was left, and why single ones could not. */
function tell(answer: Answer<BulkResult>, done: (n: number) => string, undo?: () => void): void {
  if (!answer.ok) return showError(answer.error);
  const result = answer.value;
  clearSelection();
  const [problem] = result.problems;
  if (problem !== undefined && result.done === 0 && result.left === 1)
    return showError({ code: 'not_allowed', message: problem.reason });
  if (problem !== undefined) useAsked.setState({ report: result });
  if (result.done === 0) {
    if (problem === undefined) showNote(result.left === 0 ? t.outbox.bulk.nothing : t.outbox.bulk.left(result.left));
    return;
  }
  const left = result.left === 0 ? '' : ` ${t.outbox.bulk.left(result.left)}`;
  showNote(`${done(result.done)}${left}`, undo && { label: t.actions.undo, run: undo });
}
