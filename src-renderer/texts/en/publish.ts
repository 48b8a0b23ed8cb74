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
  changed: 'Nothing was queued yet',
  changedWords: 'Something changed since you looked. These are the new totals: look again, then confirm.',
  queued: (n: number) => `${events(n)} will be sent`,
  asPublic: (n: number) => `${formatNumber(n)} for the public`,
  asKept: (n: number) => `${formatNumber(n)} kept as ${n === 1 ? 'a draft' : 'drafts'} on Pinned Events`,
  channels: 'Channels',
  begun: (n: number) => `${count(n, 'has', 'have')} begun already`,
  begunNote: (n: number) =>
    n === 1
      ? 'Its start is in the past. It would be sent all the same.'
      : 'Their start is in the past. They would be sent all the same.',
  inOutbox: (n: number) => `${count(n, 'is', 'are')} already in the outbox or delivered`,
  inOutboxNote: 'Left alone.',
  notReady: (n: number) => `${count(n, 'is', 'are')} not ready`,
  notReadyNote: (n: number) => (n === 1 ? 'It stays a draft.' : 'They stay drafts.'),
  lookAlikes: {
    delivered: (n: number) => `${count(n, 'looks', 'look')} like an event that is on Pinned Events`,
    onItsWay: (n: number) => `${count(n, 'looks', 'look')} like an event that is on its way`,
    inThisBatch: (n: number) => `${count(n, 'looks', 'look')} like another event of this batch`,
  },
  lookAlikesNote: 'Same channel, title and start. Sent unless you leave them out.',
  lookAlikeNote: 'Same channel, title and start. Sent unless you leave it out.',
  leaveOut: (n: number) => (n === 1 ? 'Leave this out' : `Leave these ${formatNumber(n)} out`),
  leftOut: (n: number) => `${count(n, 'is', 'are')} left out by you`,
  leftOutNote: (n: number) => (n === 1 ? 'It stays a draft.' : 'They stay drafts.'),
  takeBackIn: 'Take back in',
  lookAlike: {
    delivered: (remoteId: string | null) => (remoteId === null ? 'You said that it is there' : `Event ${remoteId}`),
    onItsWay: () => 'In the outbox',
    inThisBatch: () => 'Twice in this batch',
  },
  nothing: 'Nothing to publish',
  confirmSoon: 'Publish',
  confirm: (n: number) => `Publish ${events(n)}`,
  done: (n: number) => `${events(n)} in the outbox.`,
  showOutbox: 'Show outbox',
  more: (n: number) => `and ${formatNumber(n)} more`,

  asNew: {
    action: 'Publish as a new event…',
    title: 'Publish a second event?',
    there: (id: string) => `is on Pinned Events as event ${id}.`,
    thereByWord: 'is on Pinned Events, as you said.',
    words: 'This makes a second event with the same content. The first one stays as it is, so people may see both.',
    how: 'It becomes a draft of its own and goes to the outbox at once.',
    confirm: 'Publish a second event',
    done: 'The second event is in the outbox. This is its draft.',
  },
};
