export type LineEnd = '\n' | '\r\n' | '\r';

/**
 * The line end that ends records, when all that stand outside quotation marks are alike; else the text with one kind.
 * Cells keep their own line ends in the first case: a spreadsheet ends rows with CRLF and lines in a cell with LF.
 */
export function settleLineEnds(text: string): { text: string; lineEnd: LineEnd } {
  if (!text.includes('\r')) return { text, lineEnd: '\n' };
  const kinds = lineEndsOutsideQuotes(text);
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) return { text, lineEnd: only };
  return { text: text.replace(/\r\n?/g, '\n'), lineEnd: '\n' };
}

const QUOTE_OR_END = /"|\r\n|\r|\n/g;

function lineEndsOutsideQuotes(text: string): Set<LineEnd> {
  const kinds = new Set<LineEnd>();
  let isQuoted = false;
  for (const [mark] of text.matchAll(QUOTE_OR_END)) {
    if (mark === '"') isQuoted = !isQuoted;
    else if (!isQuoted) kinds.add(mark as LineEnd);
  }
  return kinds;
}
