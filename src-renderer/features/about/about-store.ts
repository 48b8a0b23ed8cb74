import { create } from 'zustand';
import type { About } from '#shared/contract/about-views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { call } from '../../stores/bridge.ts';

type AboutView = {
  open: boolean;
  /** Read once: it does not change while the app runs. */
  about: About | null;
  error: ErrorData | null;
};

/** What the app is, and what it is made of. */
export const useAbout = create<AboutView>(() => ({ open: false, about: null, error: null }));

export function openAbout(): void {
  useAbout.setState({ open: true });
  void readAbout();
}

export function closeAbout(): void {
  useAbout.setState({ open: false });
}

export async function readAbout(): Promise<void> {
  if (useAbout.getState().about !== null) return;
  useAbout.setState({ error: null });
  const answer = await call('getAbout', {});
  useAbout.setState(answer.ok ? { about: answer.value } : { error: answer.error });
}
