import type { Answer } from '#shared/contract/client.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { call } from './bridge.ts';
import { showError, showNote } from './toasts.ts';

/**
 * Asks where to save something, has it saved, and says so.
 * @param words what to say afterwards, of how many things there are and of the name that was chosen
 */
export async function saveAs(
  suggestion: CallInput<'pickSaveTarget'>,
  write: (target: string) => Promise<Answer<{ done: number }>>,
  words: (done: number, name: string) => string,
): Promise<void> {
  const picked = await call('pickSaveTarget', suggestion);
  if (!picked.ok) return showError(picked.error);
  if (picked.value === null) return;
  const answer = await write(picked.value.target);
  if (answer.ok) showNote(words(answer.value.done, picked.value.name));
  else showError(answer.error);
}
