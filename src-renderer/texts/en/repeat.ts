import { draftFieldLabels } from '#shared/drafts/draft.ts';
import { count } from '../format.ts';
import { drafts } from './nouns.ts';

export const repeat = {
  action: 'Repeat…',
  needsStart: 'Repeat… (set a date first)',
  title: 'Repeat this draft',
  words: 'Each further date becomes a draft of its own, at the same time of day. Nothing is published by it.',
  unit: 'Repeats by',
  units: { day: 'Days', week: 'Weeks', month: 'Months' },
  interval: (unit: 'day' | 'week' | 'month') =>
    ({ day: 'Every so many days', week: 'Every so many weeks', month: 'Every so many months' })[unit],
  intervalHint: '1 is every one, 2 every other one.',
  weekdays: 'On',
  monthly: 'On',
  onDate: (day: string) => `Day ${day} of the month`,
  onDateNote: 'Months without that day are left out',
  onWeekday: (nth: number, weekday: string) =>
    `The ${['first', 'second', 'third', 'fourth', 'fifth'][nth - 1] ?? ''} ${weekday}`,
  onLastWeekday: (weekday: string) => `The last ${weekday}`,
  end: 'Until',
  endCount: 'A number of dates',
  endUntil: 'A last day',
  count: 'Dates in all',
  countHint: 'From 2 to 500, with this one.',
  until: 'Last day',
  incomplete: 'Fill in the marked boxes to see the dates.',
  dates: 'Dates',
  datesHint: 'Untick the dates on which it does not take place.',
  first: 'This draft',
  gap: 'The clocks jump over this time that night: set another time on this draft.',
  twice: 'The clocks show this time twice that night: the draft keeps your choice.',
  total: (made: number, skipped: number) =>
    [
      `${drafts(made)} will be made.`,
      ...(skipped > 0 ? [`${count(skipped, 'date is', 'dates are')} left out.`] : []),
    ].join(' '),
  confirm: (n: number) => `Make ${drafts(n)}`,
  made: (n: number) => `${drafts(n)} made.`,
  one: (total: number) => `One of ${total} in a series`,
  alone: 'What you change here stays with this one, until you give it to the others.',
  changed: (fields: (keyof typeof draftFieldLabels)[]) => {
    const labels = [...new Set(fields.map((field) => draftFieldLabels[field]))];
    return `Changed here: ${labels.join(', ')}. Each of the others keeps its own day.`;
  },
  onlyThis: 'Only this one',
  following: (n: number) => `This and ${count(n, 'later one', 'later ones')}`,
  all: (n: number) => `All ${n}`,
  given: (changed: number, left: number, reason: string) =>
    left === 0
      ? `${count(changed, 'other draft', 'other drafts')} changed.`
      : `${changed} changed, ${left} stay. ${reason}`,
};
