import type { OperationFilter } from '#shared/contract/outbox-views.ts';
import type { OperationCounts } from '#shared/contract/views.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery } from '../../stores/live-query.ts';
import type { Shown } from './outbox-store.ts';

/** How many entries there are for the bulk actions. */
export type BulkCounts = { queued: number; needsReview: number; rejected: number; asking: number };

/** The counts under a search, which the list's own answer does not have. */
export const searchCountsQuery = createLiveQuery({
  topics: ['outbox'],
  forgetOnChange: true,
  run: async ({ search }: { search: string }) => {
    const totals = await Promise.all([
      total({ states: ['queued'], search }),
      total({ states: ['needsReview'], search }),
      total({ states: ['rejected'], search }),
      total({ states: [], asking: true, search }),
    ]);
    const [queued = 0, needsReview = 0, rejected = 0, asking = 0] = totals.map((n) => n ?? 0);
    return { ok: true, value: { queued, needsReview, rejected, asking } } as const;
  },
});

async function total(filter: OperationFilter): Promise<number | null> {
  const answer = await call('listOperations', { ...filter, limit: 1, offset: 0 });
  return answer.ok ? answer.value.total : null;
}

/** The counts without a search. */
export function toBulkCounts(counts: OperationCounts, asking: number): BulkCounts {
  return { queued: counts.queued, needsReview: counts.needsReview, rejected: counts.rejected, asking };
}

/** How many of what is shown may be tried again, and how many wait and so may be cancelled. */
export function countsFor(shown: Shown, counts: BulkCounts): { retry: number; cancel: number } {
  switch (shown) {
    case null:
      return { retry: counts.needsReview + counts.rejected, cancel: counts.queued };
    case 'asking':
      return { retry: counts.asking, cancel: counts.asking };
    case 'needsReview':
    case 'rejected':
      return { retry: counts[shown], cancel: 0 };
    case 'queued':
      return { retry: 0, cancel: counts.queued };
    case 'sending':
    case 'delivered':
    case 'cancelled':
      return { retry: 0, cancel: 0 };
  }
}
