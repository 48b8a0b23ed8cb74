import type { trashCalls } from '#shared/contract/calls/trash.ts';
import type { HandlersOf } from './types.ts';

export const trashHandlers: HandlersOf<typeof trashCalls> = {
  listTrash: ({ organizer }, query) => organizer.trash.list(query),
  deleteForGood: ({ organizer }, input) => organizer.trash.deleteForGood(input),
};
