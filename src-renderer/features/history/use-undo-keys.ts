import { useEffect } from 'react';
import { hasOwnRedo, hasOwnUndo, textFieldOf, watchTyping } from './own-typing.ts';
import { redo, undo } from './undo.ts';

/**
 * Ctrl or Cmd+Z, and Ctrl+Y or Ctrl+Shift+Z. In a text field the letters just typed there go first; a dialog has the
 * keyboard to itself.
 */
export function useUndoKeys(platform: string): void {
  useEffect(() => watchTyping(document), []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const command = platform === 'darwin' ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      const action = command && !event.altKey ? actionOf(event) : null;
      if (action === null || event.defaultPrevented) return;
      const field = textFieldOf(document.activeElement);
      const own = field !== null && (action === 'undo' ? hasOwnUndo(field) : hasOwnRedo(field));
      event.preventDefault();
      // By command, since a key that comes from the menu does nothing by itself.
      if (own) document.execCommand(action);
      else if (document.querySelector('.modal') === null) void (action === 'undo' ? undo() : redo());
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [platform]);
}

function actionOf({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}
