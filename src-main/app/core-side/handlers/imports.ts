import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { importCalls } from '#shared/contract/calls/imports.ts';
import type { HandlersOf } from './types.ts';

export const importHandlers: HandlersOf<typeof importCalls> = {
  planImport: ({ organizer, files }, { file, choices }) => organizer.imports.plan(files.pathOf(file), choices),
  getImportProgress: ({ organizer }) => ({ job: organizer.imports.progress() }),
  cancelImport: ({ organizer }) => ({ done: organizer.imports.cancel() ? 1 : 0 }),
  listPlanRows: ({ organizer }, { planId, ...query }) => organizer.imports.rows(planId, query),
  listPlanIssues: ({ organizer }, { planId, ...page }) => organizer.imports.issues(planId, page),
  keepPastedCells({ organizer, files }, { text }) {
    const path = organizer.imports.keepPastedCells(text);
    const token = randomUUID();
    files.add({ token, path });
    return { file: token, name: basename(path) };
  },
  applyImport: ({ organizer }, { planId }) => organizer.imports.apply(planId),
  listImports: ({ organizer }) => organizer.imports.list(),
  undoImport: ({ organizer }, { importId }) => organizer.imports.undo(importId),
  saveInvalidRows: async ({ organizer, targets }, { planId, target }) => ({
    done: await organizer.imports.saveInvalidRows(planId, targets.pathOf(target)),
  }),
  async saveOriginal({ organizer, targets }, { importId, target }) {
    await organizer.imports.saveOriginal(importId, targets.pathOf(target));
    return { done: 1 };
  },
  listPresets: ({ organizer }) => organizer.imports.presets.list(),
  renamePreset({ organizer }, { id, name }) {
    organizer.imports.presets.rename(id, name);
    return { done: 1 };
  },
  removePreset({ organizer }, { id }) {
    organizer.imports.presets.remove(id);
    return { done: 1 };
  },
  async savePreset({ organizer, targets }, { id, target }) {
    await organizer.imports.presets.save(id, targets.pathOf(target));
    return { done: 1 };
  },
};
