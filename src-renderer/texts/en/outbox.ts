import { count, formatNumber } from '../format.ts';
import { events } from './nouns.ts';

export const outbox = {
  title: 'Outbox',
  list: 'Outbox entries',
  columns: { select: 'Select', state: 'Status', event: 'Event', actions: 'What you can do' },
  keys: 'Arrow keys move, Space selects, Enter shows details. With Control and A all are selected.',
  filter: 'Show',
  search: 'Search the outbox',
  all: 'All',
  asks: 'Asks first',
  pause: 'Pause sending',
  resume: 'Resume sending',
  progress: 'Sending events',
  progressDone: 'Everything is sent',
  progressText: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)}`,
  emptyTitle: 'Nothing to send',
  emptyWords: 'Drafts that you publish wait here until Pinned Events has confirmed each one. This also works offline.',
  emptyAction: 'Go to drafts',
  noneTitle: 'Nothing fits',
  noneWords: 'Nothing in the outbox matches the search and the filter.',
  showAll: 'Show all',
  stale: 'This list may be out of date',
  editDraft: 'Edit draft',
  retry: 'Try now',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  putBack: 'Send after all',
  sendAnyway: 'Send anyway',
  itIsThere: 'It is there',
  sendAgain: 'Send again…',
  lookAgain: 'Look again',
  reviewLook: (channel: string, title: string, start: string | null) =>
    `Look in ${channel} on Pinned Events for “${title}”${start === null ? '' : `, ${start}`}. Is it there?`,
  notBefore: (time: string) => `Next try at ${time}.`,
  held: 'Held back',
  whyAsks: {
    begun: 'It has begun since you queued it, so it is not sent until you say so.',
    waited: 'It has waited for more than a day, so it is not sent until you say so.',
  },
  details: 'Details',
  detail: {
    queuedAt: 'Queued',
    attempts: 'Attempts',
    key: 'Idempotency key',
    remoteId: 'Event id on Pinned Events',
    code: 'Error code',
    requestId: 'Request id',
  },
  support: 'For support',

  menu: {
    label: (title: string) => `More for ${title}`,
    short: 'More',
    showDraft: 'Show draft',
    copyTitle: 'Copy title',
    copied: 'Title copied.',
    notCopied: 'The title could not be copied.',
  },

  late: {
    title: (n: number) => count(n, 'event asks before it is sent', 'events ask before they are sent'),
    begun: (n: number) => (n === 1 ? 'It has begun since you queued it.' : 'They have begun since you queued them.'),
    waited: (n: number) => (n === 1 ? 'It has waited for more than a day.' : 'They have waited for more than a day.'),
    mixed: (begun: number, waited: number) =>
      `${count(begun, 'has', 'have')} begun since you queued ${begun === 1 ? 'it' : 'them'}, ${count(waited, 'has', 'have')} waited for more than a day.`,
    either: 'They have begun since you queued them, or have waited for more than a day.',
    sendAll: (n: number) => (n === 1 ? 'Send it' : `Send all ${formatNumber(n)}`),
    show: (n: number) => (n === 1 ? 'Show it' : 'Show them'),
  },

  bulk: {
    shown: 'For everything that is shown',
    tryAgain: (n: number) => `Try again (${formatNumber(n)})`,
    lookAgain: (n: number) => `Look again (${formatNumber(n)})`,
    sendAll: (n: number) => `Send all (${formatNumber(n)})`,
    cancel: (n: number) => `Cancel (${formatNumber(n)})`,
    selected: (n: number) => `${formatNumber(n)} selected`,
    selectionBar: 'Selected entries',
    clearSelection: 'Clear selection',
    selectAll: 'Select all entries',
    select: (title: string) => `Select ${title}`,
    nothing: 'Nothing here can be tried now.',
    nothingToCancel: 'Nothing here can be cancelled any more.',
    tried: (n: number) => `${events(n)} will be tried again.`,
    cancelled: (n: number) => `${events(n)} cancelled. The drafts stay.`,
    confirmed: (n: number) => `${events(n)} will be sent.`,
    puttingBack: 'Putting them back. This takes a moment…',
    putBack: (n: number) => `${events(n)} back in the outbox.`,
    left: (n: number) => `${count(n, 'was', 'were')} left as ${n === 1 ? 'it is' : 'they are'}.`,
    cancelTitle: (n: number) => `Cancel ${events(n)}?`,
    cancelWords: (n: number) =>
      n === 1
        ? 'It will not be sent. The draft stays, and you can publish it later.'
        : 'They will not be sent. The drafts stay, and you can publish them later.',
    cancelLeft: (n: number) =>
      `${count(n, 'other stays', 'others stay')} as ${n === 1 ? 'it is' : 'they are'}: sent already, being sent, or in doubt.`,
    keep: 'Keep sending',
    cancelConfirm: (n: number) => `Cancel ${events(n)}`,
    problemsTitle: (n: number) => count(n, 'event could not be changed', 'events could not be changed'),
    problemsWords: (done: number) =>
      done === 0 ? 'Nothing else was changed.' : `The other ${count(done, 'one is', 'ones are')} done.`,
  },

  sendAgainTitle: 'Send this event again?',
  sendAgainWords: (title: string) =>
    `If “${title}” is on Pinned Events already, sending it again could publish it twice. Only go on when you have looked and it is not there.`,
  sendAgainConfirm: 'It is not there, send again',

  pace: {
    perMinute: (n: number) => `${formatNumber(n)} a minute`,
    limit: (n: number) => `Pinned Events has let through about ${formatNumber(n)} a minute`,
    left: {
      soon: 'less than a minute left',
      minutes: (n: number) => `about ${count(n, 'minute', 'minutes')} left`,
      hours: (n: number) => `about ${count(n, 'hour', 'hours')} left`,
      days: 'more than a day left',
    },
    estimating: 'Estimating the time left…',
    halted: {
      pausedByPerson: 'Paused by you',
      blocked: 'Stopped until you act, see above',
      paused: 'Waiting, because Pinned Events asked for it',
      offline: 'Waiting for the network',
    },
  },

  lane: {
    pausedByPerson: 'Sending is paused',
    pausedByPersonWords: 'Nothing is sent until you resume.',
    paused: 'Sending waits',
    pausedUntil: (time: string) => `Goes on by itself at ${time}.`,
    offline: 'Offline',
    offlineWords: 'Nothing is lost. Sending goes on by itself when the network is back.',
    blocked: 'Sending needs you',
    pasteKey: 'Paste a new key',
    checkKey: 'Check the key again',
    checkConnection: 'Check the connection',
  },
};
