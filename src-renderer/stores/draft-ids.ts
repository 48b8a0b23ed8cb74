import type { Answer } from '#shared/contract/client.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { call } from './bridge.ts';

/** Most rows that one call may return (contract, `Page`). */
const MOST_PER_CALL = 1_000;

type Filter = Omit<CallInput<'listDrafts'>, 'limit' | 'offset'>;

/** Ids of the drafts `from` to `to` (both included) under a filter; without `to`, of all that follow. */
export async function readDraftIds(
  filter: Filter,
  from: number,
  to = Number.POSITIVE_INFINITY,
): Promise<Answer<string[]>> {
  const ids: string[] = [];
  for (let offset = from; offset <= to; offset += MOST_PER_CALL) {
    const answer = await call('listDrafts', { ...filter, limit: Math.min(MOST_PER_CALL, to - offset + 1), offset });
    if (!answer.ok) return answer;
    ids.push(...answer.value.items.map((draft) => draft.id));
    if (offset + MOST_PER_CALL >= answer.value.total) break;
  }
  return { ok: true, value: ids };
}
