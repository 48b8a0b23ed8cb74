import type { OperationCounts } from '#shared/contract/views.ts';

/** What is being sent in one go, since the outbox was last empty. */
export type Batch = { total: number; done: number };

/**
 * Follows the counts of the outbox. The ledger keeps everything for ever, so “120 of 4,312 delivered” would say
 * nothing: a batch begins when the outbox fills and grows when more is added. What asks first is no part of it, since
 * it does not go by itself. Null until something was sent.
 */
export function followBatch(was: Batch | null, counts: OperationCounts, asking: number): Batch | null {
  const waiting = Math.max(counts.queued + counts.sending - asking, 0);
  if (waiting === 0) return was === null ? null : { total: was.total, done: was.total };
  const begins = was === null || was.done === was.total;
  const total = begins ? waiting : Math.max(was.total, was.done + waiting);
  return { total, done: total - waiting };
}
