import { saveText } from '../exports/write-file.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import type { ImportsApi } from './api.ts';
import { listImports } from './history.ts';
import { toDocument } from './presets/document.ts';
import { getPreset, listPresets, removePreset, renamePreset } from './presets/presets.ts';
import { createImports, type ImportsOptions } from './service.ts';
import { undoImport } from './undo.ts';

type Options = ImportsOptions & {
  /** Called after an import was stored or taken back, with the result to pass on. */
  afterChange: <T>(result: T) => T;
  afterPresetChange: () => void;
};

/** What the rest of the app knows of imports. `close` takes the plans away. */
export function createImportsApi(parts: EnqueueParts, options: Options): ImportsApi & { close(): void } {
  const { db } = parts;
  const { clock, afterChange, afterPresetChange } = options;
  const imports = createImports(parts, options);
  return {
    plan: imports.plan,
    progress: imports.progress,
    cancel: imports.cancel,
    rows: imports.rows,
    issues: imports.issues,
    apply: (planId) => afterChange(imports.apply(planId, clock.now())),
    list: () => listImports(db),
    undo: (importId) => afterChange(undoImport(parts, importId, clock.now())),
    saveInvalidRows: imports.saveInvalidRows,
    saveOriginal: imports.saveOriginal,
    keepPastedCells: imports.keepPastedCells,
    presets: {
      list: () => listPresets(db).map(({ mapping, ...preset }) => ({ ...preset, columns: mapping.columns })),
      rename(id, name) {
        renamePreset(db, id, name);
        afterPresetChange();
      },
      remove(id) {
        removePreset(db, id);
        afterPresetChange();
      },
      save: (id, path) => saveText(path, toDocument(getPreset(db, id).mapping)),
      text: (id) => toDocument(getPreset(db, id).mapping),
    },
    close: imports.close,
  };
}
