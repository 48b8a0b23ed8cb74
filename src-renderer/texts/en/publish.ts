import { count, formatNumber } from '../format.ts';
import { drafts, events } from './nouns.ts';

export const publish = {
  titleAll: 'Publish all ready drafts',
  titleSome: (n: number) => `Publish ${drafts(n)}`,
  titleImport: 'Publish this import',
  practice: 'Practice mode: these go to the practice server on this computer.',
  real: 'These go to Pinned Events and are sent one after the other. You can pause in the outbox.',
  as: 'Publish as',
  asChosen: 'As each draft says',
  asPublished: 'Published',
  asDraft: 'Draft',
  queued: (n: number) => `${events(n)} will be sent`,
  inOutbox: (n: number) => `${count(n, 'is', 'are')} already in the outbox or delivered`,
  inOutboxNote: 'Left alone.',
  notReady: (n: number) => `${count(n, 'is', 'are')} not ready`,
  notReadyNote: 'They stay drafts.',
  lookAlikes: (n: number) => `${count(n, 'looks', 'look')} like an event that was delivered before`,
  lookAlikesNote: 'Same channel, title and start as an event from another draft. They would be sent as well.',
  leaveOut: 'Leave these out',
  lookAlike: (remoteId: string | null) => (remoteId === null ? 'Like one on its way' : `Like event ${remoteId}`),
  nothing: 'Nothing to publish',
  confirmSoon: 'Publish',
  confirm: (n: number) => `Publish ${events(n)}`,
  done: (n: number) => `${events(n)} in the outbox.`,
  showOutbox: 'Show outbox',
  more: (n: number) => `and ${formatNumber(n)} more`,
};
