import { create } from 'zustand';
import { onWorkspaceChanged } from './live-query.ts';

export const views = ['drafts', 'import', 'outbox', 'trash'] as const;
export type View = (typeof views)[number];

/** Which of the working views is on the screen. */
export const useNavigation = create<{ view: View }>(() => ({ view: 'drafts' }));

/** Shows a view. */
export function go(view: View): void {
  useNavigation.setState({ view });
}

onWorkspaceChanged(() => useNavigation.setState({ view: 'drafts' }));
