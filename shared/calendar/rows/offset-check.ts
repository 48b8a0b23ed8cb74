import { localOfInstant } from '../../time/clock-changes.ts';
import { localToWallMs, toLocal, wallMs } from '../dates/arithmetic.ts';
import { quoteCell } from '../text/fold.ts';
import type { Moment } from './end.ts';
import type { RowCells } from './row-cells.ts';
import type { SettledDate } from './settle-date.ts';
import { describeZoneProblem, type RowZone } from './zone.ts';

const MINUTE_MS = 60_000;

/**
 * Compares the offsets that a row writes with its time zone. A start with an offset is an instant whatever the zone
 * says, so a contradiction is only told; a zone's cell that holds an offset counts only where it is the default zone's.
 * False with an error when it is not.
 */
export function checkOffsets(
  row: RowCells,
  { zone, date, start }: { zone: RowZone; date: SettledDate; start: Moment },
): boolean {
  if (zone.offsetMinutes !== null && start.epochMs === null) {
    const instant = localToWallMs(start.local) - zone.offsetMinutes * MINUTE_MS;
    if (localOfInstant(instant, zone.timeZone)?.local !== start.local) {
      row.error(row.columns.label('timeZone'), 'unknown_zone', describeZoneProblem(row.get('timeZone')));
      return false;
    }
  }
  // `Z` and `+00:00` are how programs write any instant: they say nothing about the place.
  if (start.epochMs === null || date.offsetMinutes === null || date.offsetMinutes === 0) return true;
  const written = toLocal(date.start, date.startTime ?? 0);
  if (localOfInstant(wallMs(date.start, (date.startTime ?? 0) - date.offsetMinutes), zone.timeZone)?.local === written)
    return true;
  row.warn(
    row.columns.label('start', 'startDate'),
    'offset_mismatch',
    `The offset of ${quoteCell(date.text)} is not that of ${zone.timeZone}. The instant was kept: ${start.local.replace('T', ' ')} there. Check the zone if the event takes place elsewhere.`,
  );
  return true;
}
