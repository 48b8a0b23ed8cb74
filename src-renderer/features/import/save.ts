import type { Answer } from '#shared/contract/client.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { ImportView, Preset } from '#shared/contract/import-views.ts';
import { call } from '../../stores/bridge.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';

/** Asks where to save something, saves it, and says so. */
async function save(
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

const withoutEnding = (name: string) => name.replace(/\.[^.]*$/, '');

/** The rows that cannot be read, with their reasons, to be mended elsewhere. */
export function saveInvalidRows(planId: string, fileName: string): Promise<void> {
  return save(
    { name: t.import.mend.fileName(withoutEnding(fileName)), kind: 'csv' },
    (target) => call('saveInvalidRows', { planId, target }),
    t.import.mend.saved,
  );
}

/** The file of an import as it was. */
export function saveOriginal({ id, fileName }: ImportView): Promise<void> {
  return save(
    { name: fileName, kind: 'any' },
    (target) => call('saveOriginal', { importId: id, target }),
    (_done, name) => t.import.originalSaved(name),
  );
}

/** What is remembered for such files, for another computer or the command line. */
export function savePreset({ id, name }: Pick<Preset, 'id' | 'name'>): Promise<void> {
  return save(
    { name: `${name}.json`, kind: 'json' },
    (target) => call('savePreset', { id, target }),
    (_done, saved) => t.import.preset.saved(saved),
  );
}
