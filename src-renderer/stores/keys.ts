import type { Answer } from '#shared/contract/client.ts';
import type { KeyCheck } from '#shared/contract/views.ts';
import { t } from '../texts/index.ts';
import { call } from './bridge.ts';
import { showError, showNote } from './toasts.ts';

/** Takes the key from the clipboard; the window learns only whether it works. True when it does. */
export async function pasteKey(): Promise<boolean> {
  return say(await call('pasteKey', {}), t.workspace.keyStored);
}

/** Asks the platform whether the stored key still works, which also tells whether it can be reached. */
export async function checkKey(): Promise<boolean> {
  return say(await call('checkKey', {}), t.workspace.keyWorks);
}

function say(answer: Answer<KeyCheck>, works: (channels: number) => string): boolean {
  if (!answer.ok) {
    showError(answer.error);
    return false;
  }
  if (!answer.value.ok) {
    showError({ code: 'key_refused', message: t.workspace.keyRefused });
    return false;
  }
  showNote(works(answer.value.channels.length));
  return true;
}
