import type { ImportView, Preset } from '#shared/contract/import-views.ts';
import { call } from '../../stores/bridge.ts';
import { saveAs } from '../../stores/save.ts';
import { t } from '../../texts/index.ts';

const withoutEnding = (name: string) => name.replace(/\.[^.]*$/, '');

/** The rows that cannot be read, with their reasons, to be mended elsewhere. */
export function saveInvalidRows(planId: string, fileName: string): Promise<void> {
  return saveAs(
    { name: t.import.mend.fileName(withoutEnding(fileName)), kind: 'csv' },
    (target) => call('saveInvalidRows', { planId, target }),
    t.import.mend.saved,
  );
}

/** The file of an import as it was. */
export function saveOriginal({ id, fileName }: ImportView): Promise<void> {
  return saveAs(
    { name: fileName, kind: 'any' },
    (target) => call('saveOriginal', { importId: id, target }),
    (_done, name) => t.import.originalSaved(name),
  );
}

/** What is remembered for such files, for another computer or the command line. */
export function savePreset({ id, name }: Pick<Preset, 'id' | 'name'>): Promise<void> {
  return saveAs(
    { name: `${name}.json`, kind: 'json' },
    (target) => call('savePreset', { id, target }),
    (_done, saved) => t.import.preset.saved(saved),
  );
}
