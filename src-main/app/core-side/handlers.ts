import type { Organizer } from '#core/organizer.ts';
import type { CoreHandlers } from './dispatcher.ts';
import type { PickedFiles } from './picked-files.ts';

/** What the calls of the window work on. */
export type OpenWorkspace = { organizer: Organizer; files: PickedFiles };

/** One line for each call: what it is called in the contract, and what does it. */
export const handlers: CoreHandlers<OpenWorkspace> = {
  getState: ({ organizer }) => organizer.state(),
  listDrafts: ({ organizer }, query) => organizer.drafts.list(query),
  getDraft: ({ organizer }, { id }) => organizer.drafts.get(id),
  saveDraft: ({ organizer }, { id, fields }) => organizer.drafts.save(id, fields),
  deleteDrafts: ({ organizer }, { ids }) => ({ done: organizer.drafts.remove(ids) }),
  restoreDrafts: ({ organizer }, { ids }) => ({ done: organizer.drafts.restore(ids) }),
  getCatalog: ({ organizer }) => organizer.catalog(),
  refreshCatalog: ({ organizer }) => organizer.refreshCatalog(),
  planImport: ({ organizer, files }, { file, choices }) => organizer.imports.plan(files.pathOf(file), choices),
  applyImport: ({ organizer }, { planId }) => organizer.imports.apply(planId),
  listImports: ({ organizer }) => organizer.imports.list(),
  undoImport: ({ organizer }, { importId }) => organizer.imports.undo(importId),
  publish: ({ organizer }, input) => organizer.publish(input),
  publishAsNew: ({ organizer }, { draftId }) => organizer.publishAsNew(draftId),
  listOperations: ({ organizer }, query) => ({
    ...organizer.outbox.list(query),
    counts: organizer.outbox.counts(),
    asking: organizer.outbox.asking(),
    lane: organizer.outbox.lane(),
    rate: organizer.outbox.rate(),
  }),
  retryOperations: ({ organizer }, { which }) => organizer.outbox.retryMany(which),
  dropOperations: ({ organizer }, { which }) => organizer.outbox.dropMany(which),
  listActivity: ({ organizer }, { draftId }) => organizer.outbox.activity(draftId),
  resolveOperation: ({ organizer }, { id, decision }) => organizer.outbox.resolve(id, decision),
  setSending: ({ organizer }, { paused }) => organizer.outbox.setPaused(paused),
  checkKey: ({ organizer }) => organizer.keys.check(),
};
