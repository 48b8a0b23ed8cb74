import { call } from '../../stores/bridge.ts';
import { createLiveQuery } from '../../stores/live-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { discard, finishWith, useImport } from './import-store.ts';

/** What was imported before, newest first as the core says it. */
export const importsQuery = createLiveQuery({ topics: ['imports'], run: () => call('listImports', {}) });

/** Does what the plan says. */
export async function applyPlan(): Promise<void> {
  const { plan, applying } = useImport.getState();
  if (plan === null || applying) return;
  useImport.setState({ applying: true });
  const answer = await call('applyImport', { planId: plan.planId });
  if (answer.ok) finishWith(answer.value);
  else {
    useImport.setState({ applying: false });
    showError(answer.error);
  }
}

/** Takes an import back as a whole; what was published or queued since stays, and the note says how much. */
export async function undoImport(importId: string): Promise<void> {
  const answer = await call('undoImport', { importId });
  if (!answer.ok) return showError(answer.error);
  if (useImport.getState().done?.id === importId) discard();
  const { removed, kept, stayed } = answer.value;
  if (kept === 0) showNote(t.import.undone(removed, kept));
  else useImport.setState({ stayed: { removed, kept, drafts: stayed } });
}
