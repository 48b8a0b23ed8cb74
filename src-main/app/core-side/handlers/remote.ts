import type { remoteCalls } from '#shared/contract/calls/remote.ts';
import type { HandlersOf } from './types.ts';

export const remoteHandlers: HandlersOf<typeof remoteCalls> = {
  listRemoteEvents: ({ organizer }, query) => organizer.remote.list(query),
  async readRemoteEvents({ organizer }) {
    await organizer.remote.refresh();
    return {};
  },
  adoptRemoteEvent: ({ organizer }, { remoteId, draftId }) =>
    organizer.drafts.get(organizer.remote.adopt(remoteId, draftId)),
  checkVisible: ({ organizer }, { draftId }) => organizer.checkVisible(draftId),
};
