import type { ReadingOptions } from '#shared/calendar/types.ts';
import { finish } from '#shared/steps.ts';
import { memorySource } from './byte-source.ts';
import { chooseDecoding, decodedChunks, decodingIssues, withoutZeros } from './decode.ts';
import { type CalendarFile, readCalendar } from './read-calendar.ts';
import { surveyBytes } from './survey-bytes.ts';
import { surveyText } from './survey-text.ts';
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

/** The whole text of a file, decoded in pieces as an import does. */
export function decodeWhole(bytes: Uint8Array, chosen?: string) {
  const source = memorySource(bytes);
  const decoding = chooseDecoding(finish(surveyBytes(source)), chosen);
  const survey = finish(surveyText(decodedChunks(source, decoding)));
  const text = [...withoutZeros(decodedChunks(source, decoding))].join('');
  return { text, encoding: decoding.encoding, issues: decodingIssues(survey, decoding.encoding) };
}
