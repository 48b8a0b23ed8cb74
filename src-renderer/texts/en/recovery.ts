import { count, formatNumber } from '../format.ts';

export const recovery = {
  title: 'Your calendar file is damaged',
  damagedWords:
    'The file that holds your drafts can no longer be read. This can happen when a disk fails or the power goes out at the wrong moment. What is on Pinned Events is not affected, and nothing is sent until you decide.',
  absentWords:
    'The file that holds your drafts is missing, but there are backups of it. What is on Pinned Events is not affected, and nothing is sent until you decide.',
  newest: 'Newest backup',
  counts: (drafts: number, delivered: number) =>
    `${count(drafts, 'draft', 'drafts')}, ${delivered === 0 ? 'none' : formatNumber(delivered)} of them published`,
  restore: 'Restore this backup',
  restoring: 'Restoring…',
  startAfresh: 'Start with an empty calendar',
  noBackup: 'There is no backup yet',
  noBackupWords: 'You can import your calendar file again; events that were published already are recognised.',
  keptTitle: 'Nothing is deleted',
  keptWords: 'The damaged file is kept in',
  twiceTitle: 'Nothing is published twice',
  twiceWords:
    'What you published after the backup was made is looked for on Pinned Events before anything is sent. If your key may not read events, you are asked instead.',
  notNow: 'Not now',
};

export const storage = {
  full: 'The disk is full',
  readOnly: 'The disk cannot be written',
  failing: 'The disk does not work as it should',
};
