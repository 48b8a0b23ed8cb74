import { create } from 'zustand';
import type { HowToRecover, Inspection } from '#shared/contract/recovery-views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { call } from '../../stores/bridge.ts';
import { showError } from '../../stores/toasts.ts';
import { enterWorkspace, leaveDamaged } from '../../stores/workspace.ts';

type RecoveryState = {
  inspection: Inspection | null;
  error: ErrorData | null;
  busy: HowToRecover | null;
};

const empty: RecoveryState = { inspection: null, error: null, busy: null };

export const useRecovery = create<RecoveryState>(() => empty);

/** Asks what there is to go back to. When the damage is gone meanwhile, the workspace is read again instead. */
export async function loadRecovery(): Promise<void> {
  const answer = await call('getRecovery', {});
  if (!answer.ok) useRecovery.setState({ error: answer.error });
  else if (answer.value === null) leaveDamaged();
  else useRecovery.setState({ inspection: answer.value, error: null });
}

/** Puts the newest backup, or an empty calendar, in the place of the damaged database. */
export async function recover(how: HowToRecover): Promise<boolean> {
  if (useRecovery.getState().busy !== null) return false;
  useRecovery.setState({ busy: how });
  const answer = await call('recover', { how });
  useRecovery.setState({ busy: null });
  if (!answer.ok) {
    showError(answer.error);
    return false;
  }
  useRecovery.setState(empty);
  enterWorkspace();
  return true;
}

/** Looks again: somebody may have put the file right, or the workspace that was open before is wanted instead. */
export function tryAgain(): void {
  leaveDamaged();
  void loadRecovery();
}
