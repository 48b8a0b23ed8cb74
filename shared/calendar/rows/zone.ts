import { quoteCell } from '../text/fold.ts';
import { zoneOfAbbreviation } from '../zones/abbreviations.ts';
import { findTimeZone } from '../zones/find-zone.ts';
import { splitZoneTail } from '../zones/zone-tail.ts';
import type { RowCells } from './row-cells.ts';

const OFFSET = /^(?:UTC|GMT)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/i;

/** A start as calendar programs write it: `TZID=Europe/Berlin:20270314T193000`. */
const ICS_ZONE = /^(?:;?VALUE=[^:;]+[;:])?;?TZID=([^:;]+)[;:]/i;

/** The zone of a row. `offsetMinutes`: its cell holds an offset, which must be the one of the default zone then. */
export type RowZone = { timeZone: string; given: boolean; offsetMinutes: number | null };

/** The zone of a row: its own, else the default. Null with an error when its own is none. */
export function readZone(row: RowCells, fallback: string): RowZone | null {
  const cell = row.get('timeZone') || zoneInTime(row);
  if (cell === '') return { timeZone: fallback, given: false, offsetMinutes: null };
  const offset = OFFSET.exec(cell);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return { timeZone: fallback, given: false, offsetMinutes: offset[1] === '-' ? -minutes : minutes };
  }
  const found = zoneOfAbbreviation(cell, fallback) ?? findTimeZone(cell);
  if (found !== null) return { timeZone: found, given: true, offsetMinutes: null };
  row.error(row.columns.label('timeZone'), 'unknown_zone', describeZoneProblem(cell));
  return null;
}

/** The zone that stands with the date or with the time: `7:30 PM CET`. */
function zoneInTime(row: RowCells): string {
  const start = row.get('start', 'startDate');
  const inDate = ICS_ZONE.exec(start)?.[1] ?? splitZoneTail(start)?.zone;
  return inDate ?? splitZoneTail(row.get('startTime'))?.zone ?? '';
}

/** An offset fixes one instant, not the summer time of a place: it is not turned into a zone by guessing. */
export function describeZoneProblem(cell: string): string {
  const what = OFFSET.test(cell) ? 'is an offset, not a time zone' : 'is not a time zone name';
  return `${quoteCell(cell)} ${what}. Use a name such as Europe/Berlin, Asia/Tehran or America/New_York, or leave the cell empty.`;
}
