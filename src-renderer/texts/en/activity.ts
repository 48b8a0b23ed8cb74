import type { AttemptOutcome } from '../../features/activity/outcomes.ts';
import { formatNumber } from '../format.ts';

/** What an attempt came to, for a person. The list of outcomes is closed: a new one does not compile without words. */
const outcomes: Record<AttemptOutcome, string> = {
  delivered: 'Pinned Events confirmed the event',
  refused: 'Refused; nothing was created',
  keyProblem: 'The API key was refused; nothing was created',
  channelProblem: 'The key may not publish to this channel; nothing was created',
  throttled: 'Pinned Events asked to slow down; nothing was created',
  busy: 'Pinned Events was busy; it may have arrived',
  conflict: 'An earlier request for it was still being worked on',
  offline: 'No connection; nothing left this computer',
  lapsed: 'This computer stood still just before; nothing left it',
  intercepted: 'The network answered with a page of its own; it may have arrived',
  unclear: 'No clear answer; it may have arrived',
  found: 'It is there',
  absent: 'It is not there, so it is sent',
  unknown: 'The list does not tell whether it is there',
  later: 'Could not look; tried again later',
};

export const activity = {
  title: 'Activity',
  list: 'What was done to publish this',
  empty: 'Nothing yet. When you publish this draft, each step is listed here.',
  kinds: {
    queued: 'Queued by you',
    send: 'Sent',
    look: 'Looked on Pinned Events',
    cancelled: 'Cancelled',
    confirmed: 'You said that it is there',
  },
  outcomes,
  otherOutcome: (outcome: string) => `Ended as “${outcome}”`,
  running: 'Running…',
  lost: 'The app ended before the answer could be kept',
  status: (status: number) => `Status ${status}`,
  requestId: (id: string) => `Request ${id}`,
  took: (ms: number) => (ms < 1_000 ? `${formatNumber(ms)} ms` : `${formatNumber(Math.round(ms / 100) / 10)} s`),
};
