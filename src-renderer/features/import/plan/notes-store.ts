import type { RowIssueView } from '#shared/contract/import-views.ts';
import { call } from '../../../stores/bridge.ts';
import { createPagedQuery, type PagedAnswer } from '../../../stores/paged-query.ts';

/** `code`: null for notes of every kind. */
export type NotesFilter = { planId: string; code: string | null };

/** The notes of the plan on the screen. A plan never changes: another one has another id. */
export const notesQuery = createPagedQuery<NotesFilter, RowIssueView, PagedAnswer<RowIssueView>>({
  topics: [],
  run: async ({ planId, code }, page) => {
    const answer = await call('listPlanIssues', { planId, ...(code !== null && { code }), ...page });
    return answer.ok ? { ok: true, value: { total: answer.value.total, items: answer.value.issues } } : answer;
  },
});
