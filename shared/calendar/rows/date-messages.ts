import type { DateProblem } from '../dates/date-reading.ts';
import { quoteCell } from '../text/fold.ts';
import type { TimeProblem } from '../times/time-cell.ts';

/** Says why a date was refused, and what to write instead. */
export function describeDateProblem(code: DateProblem, cell: string): string {
  const read = quoteCell(cell);
  switch (code) {
    case 'several_dates':
      return `${read} names more than one date. Make one row for each date.`;
    case 'open_start':
      return `${read} says until when the event runs, not when it starts. Write the start date too, for example 2027-03-14 – 2027-03-20.`;
    case 'month_only':
      return `${read} names a month but no day. Write a full date, for example 2027-03-14.`;
    case 'contradictory_time':
      return `${read} holds a time that contradicts itself. Write the time as 19:30 or 7:30 pm.`;
    case 'several_times':
      return `${read} names more than one time. Make one row for each time.`;
    case 'date_unknown':
      return `${read} says that the date is not known yet. Write the date when it is known, or delete the row.`;
    case 'unreadable_date':
      return `${read} could not be read as a date. Write it like 2027-03-14 or 14 March 2027.`;
  }
}

/** Says why a time was refused, and what to write instead. */
export function describeTimeProblem(code: TimeProblem, cell: string): string {
  const read = quoteCell(cell);
  switch (code) {
    case 'several_times':
      return `${read} names more than one time. Make one row for each time.`;
    case 'overlapping_times':
      return `${read} names times that do not follow one another. Check am and pm, or make one row for each time.`;
    case 'doors_only':
      return `${read} says when the doors open, not when the event starts. Write the start.`;
    case 'contradictory_time':
      return `${read} contradicts itself: it is both a 24-hour time and a time before noon. Write 20:00 or 8:00 pm.`;
    case 'half_of_day':
      return `${read} may mean the morning or the evening. Write the time as 19:30 or 7:30 pm.`;
    case 'unreadable_time':
      return `${read} could not be read as a time. Write it like 19:30 or 7:30 pm, or leave the cell empty.`;
  }
}
