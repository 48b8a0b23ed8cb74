import { count, formatNumber } from '../format.ts';

export const actions = {
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  undo: 'Undo',
  showChoices: 'Show choices',
  addNamed: (name: string) => `Add “${name}”`,
  removeNamed: (name: string) => `Remove ${name}`,
};

export const errors = {
  title: 'That did not work',
  bridgeGone:
    'The part of the app that keeps your events does not answer. Your drafts are safe on disk; try again in a moment.',
  crashed: 'This view stopped working',
  crashedWords: 'Your drafts and the outbox are kept outside this window and are safe.',
};

export const app = {
  name: 'Pinned Organizer',
  navigation: 'Main',
  notes: 'Notes',
  views: { drafts: 'Drafts', import: 'Import', outbox: 'Outbox', trash: 'Trash' },
  attention: (n: number) => count(n, 'needs you', 'need you'),
  toGo: (n: number) => `${formatNumber(n)} to go`,
  skip: 'Skip to content',
};

export const workspace = {
  menu: 'Workspace:',
  practice: 'Practice mode',
  practiceNote: 'Nothing leaves this computer',
  practiceStrip: 'Practice mode: events go to a stand-in on this computer, never to Pinned Events.',
  real: 'Pinned Events',
  hasKey: (host: string) => `${host} · key stored`,
  noKey: (host: string) => `${host} · no key yet`,
  switchTo: 'Switch to',
  openPractice: 'Practice mode',
  openReal: 'Pinned Events account',
  pasteKey: 'Paste key from clipboard',
  checkKey: 'Check the key',
  removeKey: 'Remove the key…',
  removeTitle: 'Remove the key from this computer?',
  removeWords:
    'Drafts and the outbox stay. Sending waits until you paste a key again. The key itself stays valid until you revoke it on Pinned Events.',
  removeConfirm: 'Remove key',
  removed: 'The key was removed from the keychain.',
  keyStored: (channels: number) =>
    `The key works and is in the keychain. ${count(channels, 'channel', 'channels')} found.`,
  keyWorks: (channels: number) => `The key works. ${count(channels, 'channel', 'channels')} found.`,
  keyRefused: 'Pinned Events did not accept this key.',
};

export const connection = {
  label: 'Connection',
  open: 'Online',
  practice: 'Practice server running',
  offline: 'Offline',
  offlineNote: 'Drafts are safe here',
  pausedByPerson: 'Sending paused by you',
  paused: 'Sending paused',
  pausedUntil: (time: string) => `Sending paused until ${time}`,
  blocked: 'Sending needs you',
  noKey: 'No key yet',
  noKeyNote: 'Drafting works without one',
};

export const welcome = {
  title: 'Plan your season. Publish it once.',
  words:
    'Draft events offline, bring in a whole calendar from a CSV file, and send it to your Pinned Events channels. Nothing is lost, nothing is published twice.',
  practiceTitle: 'Practice mode',
  recommended: 'Recommended first',
  practiceWords:
    'Try everything without an account. Events go to a stand-in on this computer, with a sample calendar to play with.',
  practiceButton: 'Start in practice mode',
  realTitle: 'Use my Pinned Events key',
  realWords: 'Publish to your own channels. You need an API key from your Pinned Events account.',
  realButton: 'Use my key',
  later: 'You can switch at any time. Practice and real events are kept apart.',
  keyTitle: 'Use my Pinned Events key',
  keySteps: [
    'Create an API key in your Pinned Events account, with the scopes channels:read and events:create. With events:read as well, the app can look up by itself whether an event arrived.',
    'Copy the key. Pinned Events shows it only once.',
    'Come back here and press the button.',
  ],
  keySafe:
    'The key goes from the clipboard straight into the keychain of your system, and the clipboard is cleared. It is never shown in this window.',
  keyLater: 'Continue without a key',
  back: 'Back',
  opening: 'Opening…',
};
