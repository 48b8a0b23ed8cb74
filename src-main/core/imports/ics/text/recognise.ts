/** As much of a file as is looked at to see what it is. */
const LOOKED_AT_BYTES = 65_536;

const OPENS = /^(?:\ufeff|\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*BEGIN:V(?:CALENDAR|EVENT|TIMEZONE|TODO)\b/i;
const HOLDS = /^\s*BEGIN:V(?:CALENDAR|EVENT)\b/im;

/**
 * True for an iCalendar or vCalendar file, by its first words. A file that is named as one may have something in front
 * of them, such as a comment of the program that wrote it.
 */
export function looksLikeIcs(bytes: Uint8Array, fileName: string): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT_BYTES))
    .toString('latin1')
    // UTF-16 and UTF-32 have zero bytes between these letters.
    .replaceAll('\0', '');
  return OPENS.test(start) || (/\.(?:ics|ical|ifb|vcs)$/i.test(fileName) && HOLDS.test(start));
}
