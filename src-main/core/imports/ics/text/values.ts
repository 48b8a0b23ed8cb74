import iconv from 'iconv-lite';
import { type ContentLine, parameter } from './content-line.ts';

const ESCAPE = /\\([\\;,:"nN])/g;

/** TEXT without its escapes (RFC 5545 §3.3.11). A backslash in front of anything else is a backslash. */
export function unescapeText(value: string): string {
  return value.replace(ESCAPE, (_all, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** The text of a property: quoted-printable (vCalendar 1.0) or escaped. */
export function textOf(line: ContentLine): string {
  return unescapeText(isQuotedPrintable(line) ? decodeQuotedPrintable(line) : line.value);
}

/** The texts of a property that is a list: commas divide, unless they are escaped. */
export function listOf(line: ContentLine): string[] {
  return line.value.split(/(?<!(?:^|[^\\])(?:\\\\)*\\),/).map(unescapeText);
}

export function isQuotedPrintable(line: ContentLine): boolean {
  return parameter(line, 'ENCODING').toUpperCase() === 'QUOTED-PRINTABLE';
}

function decodeQuotedPrintable(line: ContentLine): string {
  const charset = parameter(line, 'CHARSET');
  const bytes: number[] = [];
  for (const part of line.value.split(/(=[0-9A-Fa-f]{2})/)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else for (const byte of Buffer.from(part.replace(/=$/, ''))) bytes.push(byte);
  }
  return iconv.decode(Buffer.from(bytes), charset !== '' && iconv.encodingExists(charset) ? charset : 'UTF-8');
}
