import { Toast } from '@base-ui/react/toast';
import type { ErrorData } from '#shared/errors.ts';
import { t } from '../texts/index.ts';

/** Short notes at the edge of the window. Outside React, so that stores may use it. */
export const toasts = Toast.createToastManager();

/** Says that something was done, with at most one button. Long enough to read and to reach for Undo. */
export function showNote(title: string, action?: { label: string; run: () => void }): void {
  const id = toasts.add({
    title,
    timeout: action ? 10_000 : 5_000,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          toasts.close(id);
          action.run();
        },
      },
    }),
  });
}

/** Says what went wrong, in the words of the answer. Stays until it is closed. */
export function showError(error: ErrorData): void {
  toasts.add({
    id: `error-${error.message}`,
    title: t.errors.title,
    description: error.message,
    type: 'error',
    timeout: 0,
    priority: 'high',
  });
}
