import { useEffect } from 'react';

/** Ctrl or Cmd with one key. Left alone while a dialog is open, which has the keyboard to itself. */
export function useShortcuts(keys: Record<string, () => void>, platform: string): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const command = platform === 'darwin' ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (!command || event.altKey || event.shiftKey || dialogIsOpen()) return;
      const run = keys[event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

/** A single key such as “/”, unless the person is typing somewhere. */
export function useBareKey(key: string, run: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || dialogIsOpen()) return;
      event.preventDefault();
      run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

/** Not by role: short notes have the role of a dialog too, and take no keys. */
function dialogIsOpen(): boolean {
  return document.querySelector('.modal') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')
  );
}

/** How a shortcut is written on this system. */
export function shortcutLabel(key: string, platform: string): string {
  return platform === 'darwin' ? `⌘${key}` : `Ctrl ${key}`;
}
