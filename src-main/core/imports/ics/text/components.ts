import { quoteCell } from '#shared/calendar/text/fold.ts';
import type { RowIssue } from '#shared/calendar/types.ts';
import { type ContentLine, readContentLine } from './content-line.ts';
import { isPropertyName } from './property-names.ts';
import { isQuotedPrintable } from './values.ts';

/** One `BEGIN:…` to `END:…`, with its properties and what is inside of it. */
export type Component = {
  name: string;
  /** Line of its BEGIN, counted from 1. */
  line: number;
  lines: ContentLine[];
  children: Component[];
  /** `implied`: another component began or ended first; `cut_off`: the file ended first. */
  ending: 'closed' | 'implied' | 'cut_off';
};

/** These never stand inside one another, so that one that begins ends the one before, should its END be missing. */
const SIDE_BY_SIDE = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY']);

/**
 * The components of a file. Nothing is thrown: an END that is missing or belongs to nothing, and a line that is no
 * property, become notes.
 *
 * @param texts the unfolded lines
 * @param lineNumbers where each of them begins in the file
 */
export function readComponents(
  texts: readonly string[],
  lineNumbers: readonly number[],
): { roots: Component[]; issues: RowIssue[] } {
  const roots: Component[] = [];
  const open: Component[] = [];
  const issues: RowIssue[] = [];
  const strays: ContentLine[] = [];
  const note = (row: number, code: string, message: string) =>
    issues.push({ row, column: null, code, severity: 'warning', message });

  const begin = (name: string, line: number) => {
    if (name === 'VCALENDAR') closeUntil(() => false);
    else if (SIDE_BY_SIDE.has(name)) closeUntil((each) => each.name === 'VCALENDAR');
    const component: Component = { name, line, lines: [], children: [], ending: 'cut_off' };
    (open.at(-1)?.children ?? roots).push(component);
    open.push(component);
  };
  /** Ends what was left open by a missing END, up to a component that may hold the next one. */
  const closeUntil = (mayHold: (component: Component) => boolean) => {
    for (let last = open.at(-1); last !== undefined && !mayHold(last); last = open.at(-1)) {
      last.ending = 'implied';
      note(last.line, 'missing_end', `${last.name} has no END:${last.name}. It was read up to the next component.`);
      open.pop();
    }
  };
  const end = (name: string, line: number) => {
    if (!open.some((each) => each.name === name)) {
      note(line, 'stray_end', `END:${name} ends nothing here and was passed over.`);
      return;
    }
    closeUntil((each) => each.name === name);
    const closed = open.pop();
    if (closed !== undefined) closed.ending = 'closed';
  };

  for (const content of contentLines(texts, lineNumbers, note)) {
    const name = content.value.trim().toUpperCase();
    if (content.name === 'BEGIN' && name !== '') begin(name, content.line);
    else if (content.name === 'END' && name !== '') end(name, content.line);
    else (open.at(-1)?.lines ?? strays).push(content);
  }
  if (open.length > 0)
    note(
      lineNumbers.at(-1) ?? 1,
      'truncated',
      `The file ends before ${open.map(({ name }) => `END:${name}`).join(', ')}. It may have been cut off; export it again if events are missing.`,
    );
  if (strays.length > 0)
    note(
      strays[0]?.line ?? 1,
      'outside_calendar',
      `${strays.length === 1 ? 'A line stands' : `${strays.length} lines stand`} outside of every calendar and cannot be understood.`,
    );
  return { roots, issues };
}

type Note = (row: number, code: string, message: string) => void;

/** Properties in order. A line that is none goes on with the text before it; quoted-printable goes on after `=`. */
function contentLines(texts: readonly string[], lineNumbers: readonly number[], note: Note): ContentLine[] {
  const found: ContentLine[] = [];
  for (const [index, text] of texts.entries()) {
    const line = lineNumbers[index] ?? index + 1;
    const last = found.at(-1);
    if (last !== undefined && isQuotedPrintable(last) && last.value.endsWith('='))
      last.value = last.value.slice(0, -1) + text;
    else {
      const content = readContentLine(text, line);
      if (content !== null && isPropertyName(content.name)) found.push(content);
      else if (last !== undefined && mayGoOn(last)) {
        last.value += `\\n${text}`;
        note(line, 'broken_line', `${quoteCell(text)} is no property; it was read as the rest of ${last.name} above.`);
      } else note(line, 'unreadable_line', `${quoteCell(text)} is no property and was passed over.`);
    }
  }
  return found;
}

/** Texts that people write several lines into. Dates, rules and structure never go on. */
const TEXTS = new Set(['DESCRIPTION', 'SUMMARY', 'LOCATION', 'COMMENT', 'CONTACT', 'X-ALT-DESC', 'X-WR-CALDESC']);

function mayGoOn(line: ContentLine): boolean {
  return TEXTS.has(line.name);
}
