import { compareDates } from '../dates/arithmetic.ts';
import { quoteCell } from '../text/fold.ts';
import { readEndSlots, readStartClock } from './clock-cells.ts';
import { readFlag } from './flags.ts';
import type { RowCells } from './row-cells.ts';
import type { DateContext, SettledDate } from './settle-date.ts';
import { readStartDates } from './start-date.ts';
import { type RowZone, readZone } from './zone.ts';

export type WhenContext = DateContext & {
  timeZone: string;
  /** Nearly all clocks of the column are midnight: a database wrote its dates so, and a midnight there means nothing. */
  startIsDateOnly: boolean;
  endIsDateOnly: boolean;
};

/** When one event of a row takes place, as its cells say; `readWhen` settles it. */
export type Occasion = {
  zone: RowZone;
  date: SettledDate;
  clock: { start: number | null; end: number | null };
  clockAllDay: boolean;
  slotEnd: number | null;
};

/** The events that a row names: one, or one for each date or slot of a list. Null when there is an error. */
export function readOccasions(row: RowCells, context: WhenContext): Occasion[] | null {
  const zone = readZone(row, context.timeZone);
  const dates = readStartDates(row, context);
  const clock = readStartClock(row);
  if (dates === null || clock === null || zone === null) return null;
  if (isRecurring(row)) return null;
  const { slots } = clock;
  const [isManyDates, isManySlots] = [dates.length > 1, slots.length > 1];
  const label = row.columns.label('startTime', 'start', 'startDate');
  const isRangeOfDays = dates.some(({ start, end }) => end !== null && compareDates(end, start) > 0);
  if (isManySlots && (isManyDates || isRangeOfDays)) {
    row.error(
      label,
      'several_times',
      'This row names several days and several times, and not which times belong to which day. Make one row for each.',
    );
    return null;
  }
  const ends = isManySlots ? readEndSlots(row, slots.length) : null;
  const hasOwnEnd = row.get('end', 'endDate') !== '' || (isManySlots && row.get('endTime') !== '');
  if ((isManyDates || isManySlots) && hasOwnEnd && ends === null) {
    row.error(
      label,
      isManySlots ? 'several_times' : 'several_dates',
      'This row names several starts but one end, and not which start it belongs to. Make one row for each.',
    );
    return null;
  }
  return dates.flatMap((date) =>
    slots.map((slot, index) => ({
      zone,
      date,
      clock: slot,
      clockAllDay: clock.allDay,
      slotEnd: ends?.[index] ?? null,
    })),
  );
}

/** A rule that runs over several days is refused: as one long event it would be wrong on most of them. */
function isRecurring(row: RowCells): boolean {
  const rule = row.get('recurrence');
  const end = row.get('end', 'endDate');
  if (rule === '' || readFlag(rule) === false || end === '' || end === row.get('start', 'startDate')) return false;
  row.error(
    row.columns.label('recurrence'),
    'recurring',
    `${quoteCell(rule)} says that the event repeats until ${quoteCell(end)}. Make one row for each date.`,
  );
  return true;
}
