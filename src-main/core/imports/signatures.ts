import { REASON_HEADER } from '#shared/calendar/mapping-document.ts';
import { sha256 } from '../hash.ts';
import type { CalendarFile } from './read/read-calendar.ts';

/** The same for files of one program, whatever their rows: an id means something only within its own. */
export function headerSignature({ reading }: Pick<CalendarFile, 'reading'>): string {
  // An iCalendar file has no header, but the name that its program signs it with.
  const parts =
    reading.format === 'ics'
      ? [reading.format, reading.program ?? '']
      : headersOf({ reading }).map((header) => header.trim().toLowerCase());
  return sha256(parts.join('\u001f')).slice(0, 16);
}

/** The file's own headers: not the reasons that this app wrote beside rows it could not read. */
export function headersOf({ reading }: Pick<CalendarFile, 'reading'>): string[] {
  return reading.columns.map(({ header }) => header).filter((header) => header !== REASON_HEADER);
}
