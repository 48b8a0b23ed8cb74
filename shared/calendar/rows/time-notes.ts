import type { RowCells } from './row-cells.ts';

type TimeFacts = {
  flag: boolean | null;
  startMinutes: number | null;
  hasTimeCell: boolean;
  ownTime: number | null;
  clockAllDay: boolean;
  fused: boolean;
};

/** Says what was decided about times when a person might have expected something else. */
export function noteTimes(row: RowCells, facts: TimeFacts): void {
  const label = row.columns.label('startTime', 'startPart', 'start', 'startDate');
  if (facts.flag === true && facts.startMinutes !== null && facts.startMinutes !== 0) {
    row.warn(
      row.columns.label('allDay'),
      'all_day_with_times',
      'The row is marked as all-day, so its times were left out. Remove the mark if the times count.',
    );
  } else if (facts.fused) {
    row.warn(
      row.columns.label('locationName'),
      'time_from_venue',
      'The start time was taken from the venue’s cell. Give the time a column of its own if that is wrong.',
    );
  } else if (
    facts.startMinutes === null &&
    facts.flag !== true &&
    !facts.clockAllDay &&
    row.columns.has('startTime', 'startPart')
  ) {
    row.warn(
      label,
      'no_time',
      'The row has a date but no time, so it was read as all-day. Add the time if there is one.',
    );
  } else if (
    facts.hasTimeCell &&
    facts.ownTime !== null &&
    facts.ownTime !== 0 &&
    facts.ownTime !== facts.startMinutes
  ) {
    row.warn(label, 'two_times', 'The date’s cell and the time’s cell give different times; the time’s cell was used.');
  }
}
