import type { Answer } from '#shared/contract/client.ts';
import type { OperationFilter, OperationView } from '#shared/contract/outbox-views.ts';
import { call } from '../../stores/bridge.ts';
import { MOST_PER_CALL } from './outbox-store.ts';

/**
 * The entries `from` to `to` (both included) under a filter; without `to`, all that follow. Each at most once, though
 * the order may change while it is read.
 */
export async function readOperations(
  filter: OperationFilter,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Promise<Answer<OperationView[]>> {
  const entries = new Map<string, OperationView>();
  for (let offset = from; offset <= to; offset += MOST_PER_CALL) {
    const answer = await call('listOperations', { ...filter, limit: Math.min(MOST_PER_CALL, to - offset + 1), offset });
    if (!answer.ok) return answer;
    for (const entry of answer.value.items) entries.set(entry.id, entry);
    if (offset + MOST_PER_CALL >= answer.value.total) break;
  }
  return { ok: true, value: [...entries.values()] };
}
