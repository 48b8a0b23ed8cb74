import { count, formatNumber } from '../format.ts';

export const remote = {
  menu: 'My events on Pinned Events…',
  title: 'My events on Pinned Events',
  words:
    'All events of this key’s owner, matched to what was published from here. The key needs events:read for this; nothing is changed by looking.',
  read: 'Read again',
  reading: 'Reading the list…',
  done: 'Done',
  show: 'Show',
  all: 'All',
  never: 'The list was not read yet.',
  standings: {
    tracked: 'Published from here',
    changed: 'Changed there',
    elsewhere: 'Made elsewhere',
  },
  sum: (tracked: number, changed: number, elsewhere: number, gone: number) =>
    [
      `${formatNumber(tracked)} published from here`,
      `${formatNumber(changed)} changed there`,
      `${formatNumber(elsewhere)} made elsewhere`,
      ...(gone > 0 ? [`${count(gone, 'is', 'are')} gone`] : []),
    ].join(' · '),
  incomplete: 'The list was not read to its end.',
  difference: (field: string, sent: string, there: string) => `${field}: sent “${sent}”, there “${there}”`,
  gone: (remoteId: string) => `Was event ${remoteId}; no longer in the list.`,
  adopt: 'Track',
  adoptNamed: (name: string) => `Track ${name}`,
  adopted: 'It is a delivered draft now, and is not published a second time from here.',
  showDraft: 'Show draft',
  showDraftNamed: (name: string) => `Show draft of ${name}`,
  more: (n: number) => `And ${formatNumber(n)} more: “organizer events” lists all.`,
};
