import type { importCalls } from '#shared/contract/calls/imports.ts';
import type { HandlersOf } from './types.ts';

export const importHandlers: HandlersOf<typeof importCalls> = {
  planImport: ({ organizer, files }, { file, choices }) => organizer.imports.plan(files.pathOf(file), choices),
  applyImport: ({ organizer }, { planId }) => organizer.imports.apply(planId),
  listImports: ({ organizer }) => organizer.imports.list(),
  undoImport: ({ organizer }, { importId }) => organizer.imports.undo(importId),
};
