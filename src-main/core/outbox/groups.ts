import type { OperationFilter } from '#shared/contract/outbox-views.ts';
import type { OperationState } from '#shared/outbox/operation.ts';
import type { Bindings } from '../db/database.ts';
import { toMatch } from '../drafts/search.ts';

/** Operations of one kind: a condition that one of the indexes of `operations` answers. */
export type Group = { state: OperationState; where: string; bindings: Bindings };

type Kind = { state: OperationState; asking?: boolean };

/** What needs a person comes first. */
const order: readonly Kind[] = [
  { state: 'needsReview' },
  { state: 'rejected' },
  { state: 'queued', asking: true },
  { state: 'sending' },
  { state: 'queued', asking: false },
  { state: 'delivered' },
  { state: 'cancelled' },
];

/** The groups that a filter lets through, in the order of the list. Literal SQL, so that partial indexes apply. */
export function toGroups(filter: OperationFilter): Group[] {
  const match = toMatch(filter.search ?? '');
  const search = match === null ? '' : ` AND draft_id IN (${MATCHING_DRAFTS})`;
  return order
    .filter((kind) => filter.states.length === 0 || filter.states.includes(kind.state))
    .filter((kind) => filter.asking !== true || kind.asking === true)
    .map((kind) => ({
      state: kind.state,
      where: `state = '${kind.state}'${asksSql(kind)}${search}`,
      bindings: match === null ? {} : { match },
    }));
}

const MATCHING_DRAFTS = `SELECT d.id FROM drafts_search s JOIN drafts d ON d.seq = s.rowid WHERE drafts_search MATCH :match`;

function asksSql({ asking }: Kind): string {
  if (asking === undefined) return '';
  return asking ? ' AND asks IS NOT NULL' : ' AND asks IS NULL';
}
