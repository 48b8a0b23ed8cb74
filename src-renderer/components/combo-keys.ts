import type { KeyboardEvent } from 'react';

/** Base UI clears a closed combobox on Escape. Here Escape closes the editor, and must not take a value with it. */
export function keepValueOnEscape(
  event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler?: () => void },
): void {
  const open = event.currentTarget.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && !open) event.preventBaseUIHandler?.();
}
