import { count, formatNumber } from '../format.ts';
import { drafts } from './nouns.ts';

export const trash = {
  title: 'Trash',
  list: 'Deleted drafts',
  search: 'Search the trash',
  total: (n: number) => drafts(n),
  columns: { select: 'Select', title: 'Title', when: 'When', deleted: 'Deleted', from: 'From', actions: 'Actions' },
  selectAll: 'Select everything in the trash',
  select: (title: string) => `Select ${title}`,
  noDate: 'No date',
  byHand: 'Made by hand',
  published: 'Is on Pinned Events',
  restore: 'Restore',
  restoreNamed: (title: string) => `Restore ${title}`,
  restoreAll: 'Restore all',
  restored: (n: number) => `${drafts(n)} restored.`,
  forGood: 'Delete for good…',
  empty: 'Empty the trash…',
  selectionBar: 'Selected deleted drafts',
  clearSelection: 'Clear selection',
  selected: (n: number) => `${formatNumber(n)} selected`,
  askTitle: 'Delete for good?',
  ask: (n: number) =>
    `${drafts(n)} will be gone from this computer. This cannot be undone; only a backup may still have them.`,
  askKept: (n: number) =>
    `${count(n, 'other stays', 'others stay')} in the trash: the record of what was queued or published speaks of ${n === 1 ? 'it' : 'them'}.`,
  askNone: 'None of these can be deleted for good: the record of what was queued or published speaks of them.',
  confirm: (n: number) => `Delete ${drafts(n)} for good`,
  deleted: (n: number) => `${drafts(n)} deleted for good.`,
  emptyTitle: 'The trash is empty',
  emptyWords: 'What you delete waits here until you restore it or delete it for good. It is never emptied by itself.',
  noneTitle: 'Nothing in the trash fits',
  noneWords: 'No deleted draft has these words.',
  showAll: 'Show all',
  keys: 'Arrow keys move, Space selects, Enter restores, Delete deletes for good.',
};
