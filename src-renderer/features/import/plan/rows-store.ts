import type { CallInput } from '#shared/contract/contract.ts';
import type { PlannedRow } from '#shared/contract/import-views.ts';
import { call } from '../../../stores/bridge.ts';
import { createPagedQuery, type PagedAnswer } from '../../../stores/paged-query.ts';

export type RowFilter = Pick<CallInput<'listPlanRows'>, 'planId' | 'verdicts' | 'lookAlikes' | 'search'>;

/** The rows of the plan on the screen. A plan never changes: another one has another id. */
export const planRowsQuery = createPagedQuery<RowFilter, PlannedRow, PagedAnswer<PlannedRow>>({
  topics: [],
  run: async (filter, page) => {
    const answer = await call('listPlanRows', { ...filter, ...page });
    return answer.ok ? { ok: true, value: { total: answer.value.total, items: answer.value.rows } } : answer;
  },
});
