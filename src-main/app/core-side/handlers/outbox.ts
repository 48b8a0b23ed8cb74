import type { outboxCalls } from '#shared/contract/calls/outbox.ts';
import type { HandlersOf } from './types.ts';

export const outboxHandlers: HandlersOf<typeof outboxCalls> = {
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
};
