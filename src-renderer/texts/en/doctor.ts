export const doctor = {
  menu: 'Check the connection…',
  title: 'Check the connection',
  words: 'Tries each step from the network to the outbox. Nothing is published by this.',
  running: 'Checking…',
  again: 'Check again',
  well: 'Nothing stands in the way of publishing.',
  needsYou: 'Something needs you.',
  states: { ok: 'Fine', warn: 'Worth a look', bad: 'Needs you', skipped: 'Not tried' },
};
