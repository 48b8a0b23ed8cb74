import { quoteCell } from '#shared/calendar/text/fold.ts';
import type { RowIssue } from '#shared/calendar/types.ts';
import { type ContentLine, readContentLine } from './content-line.ts';
import type { TextLine } from './lines.ts';
import { isPropertyName } from './property-names.ts';
import { isQuotedPrintable } from './values.ts';

/** Takes what is to be known about the structure of a file. */
export type TakeNote = (note: RowIssue) => void;

/** @param row line of the file */
export function structureNote(row: number, code: string, message: string): RowIssue {
  return { row, column: null, code, severity: 'warning', message };
}

/** Properties in order. A line that is none goes on with the text before it; quoted-printable goes on after `=`. */
export function* contentLines(lines: Iterable<TextLine>, take: TakeNote): Generator<ContentLine> {
  let last: ContentLine | null = null;
  for (const { text, line } of lines) {
    if (last !== null && isQuotedPrintable(last) && last.value.endsWith('=')) {
      last.value = last.value.slice(0, -1) + text;
      continue;
    }
    const content = readContentLine(text, line);
    if (content !== null && isPropertyName(content.name)) {
      if (last !== null) yield last;
      last = content;
    } else if (last !== null && TEXTS.has(last.name)) {
      last.value += `\\n${text}`;
      const message = `${quoteCell(text)} is no property; it was read as the rest of ${last.name} above.`;
      take(structureNote(line, 'broken_line', message));
    } else take(structureNote(line, 'unreadable_line', `${quoteCell(text)} is no property and was passed over.`));
  }
  if (last !== null) yield last;
}

/** Texts that people write several lines into. Dates, rules and structure never go on. */
const TEXTS = new Set(['DESCRIPTION', 'SUMMARY', 'LOCATION', 'COMMENT', 'CONTACT', 'X-ALT-DESC', 'X-WR-CALDESC']);
