import { create } from 'zustand';
import type { DoctorReport } from '#shared/doctor/report.ts';
import type { ErrorData } from '#shared/errors.ts';
import { call } from '../../stores/bridge.ts';
import { onWorkspaceChanged } from '../../stores/live-query.ts';

type DoctorView = {
  open: boolean;
  running: boolean;
  /** Of the last check; null before the first. */
  report: DoctorReport | null;
  error: ErrorData | null;
};

const closed: DoctorView = { open: false, running: false, report: null, error: null };

/** The check of the connection and of everything else that publishing needs. */
export const useDoctor = create<DoctorView>(() => closed);

// What was found in one workspace says nothing of another.
onWorkspaceChanged(() => useDoctor.setState(closed));

/** Opens the dialog and begins at once. */
export function openDoctor(): void {
  useDoctor.setState({ open: true });
  void runDoctor();
}

export function closeDoctor(): void {
  useDoctor.setState({ open: false });
}

/** Tries every step again. A check under way is not begun twice. */
export async function runDoctor(): Promise<void> {
  if (useDoctor.getState().running) return;
  useDoctor.setState({ running: true, error: null });
  const answer = await call('runDoctor', {});
  useDoctor.setState(
    answer.ok ? { running: false, report: answer.value } : { running: false, report: null, error: answer.error },
  );
}
