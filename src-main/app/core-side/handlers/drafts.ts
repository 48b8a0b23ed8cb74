import type { draftCalls } from '#shared/contract/calls/drafts.ts';
import type { HandlersOf } from './types.ts';

export const draftHandlers: HandlersOf<typeof draftCalls> = {
  listDrafts: ({ organizer }, query) => organizer.drafts.list(query),
  listCalendar: ({ organizer }, query) => organizer.drafts.calendar(query),
  getDraft: ({ organizer }, { id }) => organizer.drafts.get(id),
  saveDraft: ({ organizer }, { id, fields }) => organizer.drafts.save(id, fields),
  deleteDrafts: ({ organizer }, { ids }) => ({ done: organizer.drafts.remove(ids) }),
  restoreDrafts: ({ organizer }, { ids }) => ({ done: organizer.drafts.restore(ids) }),
  changeDrafts: ({ organizer }, input) => organizer.drafts.change(input),
  duplicateDrafts: ({ organizer }, input) => organizer.drafts.duplicate(input),
  saveExport: async ({ organizer, targets }, { format, importId, target }) => ({
    done: await organizer.drafts.saveExport(format, importId, targets.pathOf(target)),
  }),
};
