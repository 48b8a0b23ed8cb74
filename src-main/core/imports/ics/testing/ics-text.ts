import type { ReadingOptions, ReadRow } from '#shared/calendar/types.ts';
import { finish } from '#shared/steps.ts';
import { memorySource } from '../../read/byte-source.ts';
import { readIcsFile } from '../read-ics.ts';

/** Monday noon in Berlin. */
export const NOW_MS = Date.UTC(2027, 4, 31, 10);

export const options: ReadingOptions = { timeZone: 'Europe/Berlin', nowMs: NOW_MS };

/** A calendar of these lines, with its head and end. */
export function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** The lines of an event with a title, an id and what else is given. A given line takes the place of its default. */
export function event(...lines: string[]): string[] {
  const has = (name: string) => lines.some((line) => line.startsWith(name));
  const defaults = ['UID:u1', 'SUMMARY:Jazz'].filter((line) => !has(line.slice(0, line.indexOf(':'))));
  return ['BEGIN:VEVENT', ...defaults, ...lines, 'END:VEVENT'];
}

/** Reads a calendar file from its text or bytes. */
export function read(file: string | Uint8Array, more: Partial<ReadingOptions> = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { reading, rows } = finish(readIcsFile(memorySource(bytes), 'test.ics', { ...options, ...more }));
  const all = [...rows];
  return {
    reading,
    rows: all,
    events: all.filter((row) => row.kind === 'event'),
    starts: all.flatMap((row) => (row.kind === 'event' ? [row.fields.startLocal] : [])),
    codes: reading.issues.map((issue) => issue.code),
  };
}

/** The only event of a calendar with one event of these lines. @throws Error when it gives something else. */
export function readOne(lines: string[], more: Partial<ReadingOptions> = {}): Extract<ReadRow, { kind: 'event' }> {
  const [row, ...others] = read(calendar(...event(...lines)), more).rows;
  if (row?.kind !== 'event' || others.length > 0)
    throw new Error(`No single event: ${JSON.stringify([row, ...others])}`);
  return row;
}
