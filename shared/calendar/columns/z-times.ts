import { localOfInstant } from '../../time/clock-changes.ts';
import { wallMs } from '../dates/arithmetic.ts';
import type { DateReading } from '../dates/date-reading.ts';
import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';
import { findTimeZone } from '../zones/find-zone.ts';

export type ZTimes = { count: number; asWritten: string; inZone: string; timeZone: string };

const FEWEST = 4;
const FIRST_HOUR = 8;
const LAST_NIGHT_HOUR = 6;

/**
 * Times that end in Z are instants, but some programs put the Z behind local times. When most of a file's events would
 * then start in the night, while the clocks as written are those of a normal day, that is said. Nothing is changed.
 */
export function findNightlyZTimes(
  rows: readonly (readonly string[])[],
  columns: ColumnLookup,
  readDate: (cell: string) => DateReading,
  defaultZone: string,
): ZTimes | null {
  const zoneIndex = columns.of('timeZone')[0] ?? -1;
  let count = 0;
  let nightly = 0;
  let example: Omit<ZTimes, 'count'> | null = null;
  for (const cells of rows) {
    const cell = cleanCell(cells[columns.of('start')[0] ?? -1]);
    if (!/\dZ$/i.test(cell)) continue;
    const date = readDate(cell);
    if (date.kind !== 'date' || date.offsetMinutes !== 0 || date.startTime === null || date.start.year === null)
      continue;
    const timeZone = findTimeZone(cleanCell(cells[zoneIndex])) ?? defaultZone;
    const local = localOfInstant(wallMs({ ...date.start, year: date.start.year }, date.startTime), timeZone)?.local;
    if (local === undefined) continue;
    count += 1;
    const isDay = date.startTime >= FIRST_HOUR * 60;
    if (!isDay || Number(local.slice(11, 13)) >= LAST_NIGHT_HOUR) continue;
    nightly += 1;
    example ??= { asWritten: cell, inZone: local.replace('T', ' '), timeZone };
  }
  return example !== null && count >= FEWEST && nightly >= count * 0.6 ? { count, ...example } : null;
}
