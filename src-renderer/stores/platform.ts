import { useStore } from 'zustand';
import type { ExtraField, UnsentField } from '#shared/publishing/extra-fields.ts';
import { call } from './bridge.ts';
import { createLiveQuery } from './live-query.ts';

/** What the platform offers. */
const contractQuery = createLiveQuery({ topics: ['catalog'], run: () => call('getContract', {}) });

/** Why a field of a draft is kept and not sent; null when it is sent, or while that is not known yet. */
export function useUnsentReason(field: ExtraField): UnsentField['why'] | null {
  return useStore(contractQuery.store, ({ value }) => value?.unsent.find((one) => one.field === field)?.why ?? null);
}
