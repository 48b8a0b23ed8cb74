import type { OperationView } from '#shared/contract/outbox-views.ts';

/** What a person can do with entries of the outbox; each is a button. */
export const entryActions = ['tryAgain', 'sendAnyway', 'putBack', 'cancel'] as const;
export type EntryAction = (typeof entryActions)[number];

type Entry = Pick<OperationView, 'state' | 'asks' | 'notBefore' | 'heldReason' | 'droppable'>;

/** Whether an action would do anything to an entry, as far as the window knows. */
export function fits(action: EntryAction, entry: Entry): boolean {
  switch (action) {
    case 'tryAgain':
      return entry.state === 'needsReview' || entry.state === 'rejected' || isWaiting(entry);
    case 'sendAnyway':
      return entry.asks !== null;
    case 'putBack':
      return entry.state === 'cancelled';
    case 'cancel':
      return entry.droppable;
  }
}

/** Waits for a time or for its channel. Late work waits for a word, and that is another button. */
function isWaiting({ state, asks, notBefore, heldReason }: Entry): boolean {
  return state === 'queued' && asks === null && (notBefore !== null || heldReason !== null);
}
