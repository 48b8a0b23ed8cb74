import type { ReadingOptions } from '#shared/calendar/types.ts';
import { finish } from '#shared/steps.ts';
import { memorySource } from './byte-source.ts';
import { type CalendarFile, readCalendar } from './read-calendar.ts';
import { openTable, type Table } from './table.ts';

/** Reads the bytes of a calendar at once. */
export function readCalendarFile(bytes: Uint8Array, fileName: string, options: ReadingOptions): CalendarFile {
  return finish(readCalendar(memorySource(bytes), fileName, options));
}

/** The records of a table, all of them. */
export function cutTable(
  bytes: Uint8Array,
  options: Pick<ReadingOptions, 'encoding' | 'delimiter'> = {},
): Table & { cells: string[][]; numbers: number[] } {
  const table = finish(openTable(memorySource(bytes), 'table.csv', options));
  const rows = [...table.rows];
  return { ...table, cells: rows.map(({ cells }) => cells), numbers: rows.map(({ row }) => row) };
}
