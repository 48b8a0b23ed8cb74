import { addDays } from '../time/days.ts';

/** Until when a night is said to belong to the day before, on the draft's own clock. */
export const NIGHT_ENDS = '06:00';

type Times = { startLocal: string; endLocal: string | null; allDay: boolean };

/**
 * The last date on which a draft stands in a calendar: a night belongs to the day that it begins on. The same rule in
 * SQL is the column `last_day` (0012-calendar.ts); a test holds them together.
 */
export function lastDayOf({ startLocal, endLocal, allDay }: Times): string {
  const first = startLocal.slice(0, 10);
  if (endLocal === null || endLocal <= startLocal) return first;
  const end = endLocal.slice(0, 10);
  if (allDay || endLocal.slice(11) > NIGHT_ENDS) return end;
  const before = addDays(end, -1);
  return before > first ? before : first;
}
