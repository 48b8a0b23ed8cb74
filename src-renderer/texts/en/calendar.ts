import { formatNumber } from '../format.ts';
import { formatDay, formatDayShort, formatTimeShort } from '../format-days.ts';
import { drafts as countDrafts } from './nouns.ts';

export const calendar = {
  switch: 'View',
  views: { month: 'Month', week: 'Week', agenda: 'Agenda', list: 'List' },
  viewKey: (name: string, key: string) => `${name} (${key.toUpperCase()})`,
  today: 'Today',
  todayKey: 'Go to today (T)',
  previous: { month: 'Previous month', week: 'Previous week', agenda: 'A month earlier' },
  next: { month: 'Next month', week: 'Next week', agenda: 'A month later' },
  jump: 'Jump to date',
  jumpKey: 'Jump to date (G)',
  from: (date: string) => `From ${date}`,
  channels: 'Channels',
  allChannels: 'All channels',
  onlyChannel: (name: string) => `Show only ${name}`,
  noChannel: 'No channel',
  dayLabel: (date: string, n: number) => `${formatDay(date)}, ${n === 0 ? 'no drafts' : countDrafts(n)}. New draft`,
  more: (n: number) => `+${formatNumber(n)} more`,
  moreLabel: (date: string, n: number) => `${formatNumber(n)} more on ${formatDay(date)}: show in the agenda`,
  tooMany: (n: number) => `and ${countDrafts(n)} more on this day: search, or choose a channel, to see them.`,
  allDay: 'All day',
  until: (date: string) => `until ${formatDayShort(date)}`,
  resize: 'Drag to change the end',
  keys: 'Arrow keys move between days, Tab reaches the drafts of a day, Enter opens. Alt with arrow keys moves a draft, Alt with Shift and arrow keys changes its end.',
  agendaKeys: 'Arrow keys move, Enter opens. Alt with left or right moves a draft by a day, with up or down by a week.',
  moved: (title: string, start: string, end: string | null) =>
    `${title} is on ${formatDayShort(start.slice(0, 10))}, ${formatTimeShort(start)}${end === null ? '' : ` – ${formatTimeShort(end)}`} now.`,
  movedBack: 'Moved back.',
  stays: (title: string, reason: string) => `${title} stays where it is. ${reason}`,
  leftOutbox: 'It left the outbox, because something is missing.',
  empty: {
    range: { month: 'No drafts in this month', week: 'No drafts in this week', agenda: 'No drafts from here on' },
    words: {
      month:
        'Click a day, or press Enter on it, to write one there. Drafts are moved by dragging, or by Alt and the arrow keys.',
      week: 'Click a time to write one there. Drafts are moved by dragging, and made longer at their lower edge.',
      agenda: 'The agenda shows what comes after a day. Drafts without a date are in the list.',
    },
    filtered: 'Nothing here matches the search and the filters.',
    none: 'No drafts yet',
    noneWords: 'Bring in a season from a CSV or iCalendar file, or click a day to write the first one there.',
    after: (date: string) => `Next: ${formatDayShort(date)}`,
    before: (date: string) => `Before: ${formatDayShort(date)}`,
  },
};
