import type { historyCalls } from '#shared/contract/calls/history.ts';
import type { HandlersOf } from './types.ts';

export const historyHandlers: HandlersOf<typeof historyCalls> = {
  getHistory: ({ organizer }) => organizer.history.current(),
  undo: ({ organizer }, { step }) => ({ stepped: organizer.history.undo(step) }),
  redo: ({ organizer }) => ({ stepped: organizer.history.redo() }),
};
