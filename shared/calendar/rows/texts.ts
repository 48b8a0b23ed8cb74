import { LONGEST_TEXT } from '../../drafts/draft.ts';
import { foldText } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';

const WHITE_SPACE = /\s+/g;
const LINE_ENDS = /\r\n?/g;
const LITERAL_NOTHING = new Set(['nan', 'null']);

/** One line of text: a title or a venue. */
export function oneLine(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim();
}

/** A text of several lines, with one kind of line end. `NaN` and `null` are what programs write for nothing. */
export function manyLines(text: string): string {
  return LITERAL_NOTHING.has(text.toLowerCase()) ? '' : text.replace(LINE_ENDS, '\n').trim();
}

/** Cuts what is longer than a draft can keep, with a warning: nothing is cut silently. */
export function withinLimit(row: RowCells, label: string | null, text: string, limit = LONGEST_TEXT): string {
  if (text.length <= limit) return text;
  row.warn(
    label,
    'too_long',
    `The text has ${text.length} characters; only the first ${limit} were kept. Shorten it in the file if the rest matters.`,
  );
  // A cut between the halves of a surrogate pair would leave half a character.
  return text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
}

const SEPARATORS = /[,;|\n]|\\n/;
const NOT_SLUG = /[^\p{L}\p{N}]+/gu;
const MOST_CLASSIFICATIONS = 100;
const LONGEST_SLUG = 200;

/** `Convention, Live Music` gives `convention`, `live-music`: each text once, in the order of the cell. */
export function toClassifications(cell: string): string[] {
  const slugs = cell
    .split(SEPARATORS)
    .map((part) =>
      foldText(part)
        .replace(NOT_SLUG, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, LONGEST_SLUG),
    )
    .filter((slug) => slug !== '');
  return [...new Set(slugs)].slice(0, MOST_CLASSIFICATIONS);
}
