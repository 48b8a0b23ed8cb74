import { useStore } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import type { ContractChange, ContractView, Field } from '#shared/platform/capabilities.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { type ExtraField, sentExtraFields, type UnsentField } from '#shared/publishing/extra-fields.ts';
import { fieldRuleProblems } from '#shared/publishing/field-rules.ts';
import { type PublishProblem, publishProblems } from '#shared/publishing/readiness.ts';
import { t } from '../texts/index.ts';
import { call } from './bridge.ts';
import { createLiveQuery } from './live-query.ts';
import { showError, showNote } from './toasts.ts';

/** What the platform offers. */
export const contractQuery = createLiveQuery({ topics: ['catalog'], run: () => call('getContract', {}) });

/** Why a field of a draft is kept and not sent; null when it is sent, or while that is not known yet. */
export function useUnsentReason(field: ExtraField): UnsentField['why'] | null {
  return useStore(contractQuery.store, ({ value }) => value?.unsent.find((one) => one.field === field)?.why ?? null);
}

const NO_CHANGES: ContractChange[] = [];

/** What the platform's description says otherwise than when somebody looked last. */
export function useContractChanges(): ContractChange[] {
  return useStore(contractQuery.store, ({ value }) => value?.changes ?? NO_CHANGES);
}

const NO_FIELDS: Field[] = [];

/** What keeps a draft from being published: what it lacks, else what the platform's description would refuse. */
export function usePublishProblems(fields: DraftFields | null): PublishProblem[] {
  const listed = useStore(contractQuery.store, ({ value }) => value?.capabilities.fields ?? NO_FIELDS);
  if (fields === null) return [];
  const lacking = publishProblems(fields);
  if (lacking.length > 0) return lacking;
  return fieldRuleProblems(toCreateEventBody(fields, sentExtraFields({ fields: listed })), listed);
}

/** The changes were seen: the banner goes. */
export async function noteContractSeen(): Promise<void> {
  tellTrouble(await call('noteContractSeen', {}));
}

/** Asks the platform for its description now, and says what came of it. */
export async function lookAtContractAgain(): Promise<void> {
  const answer = await call('refreshContract', {});
  if (!tellTrouble(answer)) return;
  const { stop, trouble } = answer.value;
  if (trouble !== null) return showError({ code: 'offline', message: t.contract.trouble(trouble) });
  showNote(stop === null || stop.overruled ? t.contract.good : t.contract.same);
}

/** Sends although the description says that every event would be refused. */
export async function sendDespiteContract(): Promise<void> {
  tellTrouble(await call('sendDespiteContract', { confirmed: true }));
}

function tellTrouble(answer: Answer<ContractView>): answer is Answer<ContractView> & { ok: true } {
  if (!answer.ok) showError(answer.error);
  return answer.ok;
}
