export type LineEnd = '\n' | '\r\n' | '\r';

/** How records end in a file, and whether its text has to be brought to that first. */
export type LineEndPlan = { lineEnd: LineEnd; unify: boolean };

/**
 * The line end that ends records, when all that stand outside quotation marks are alike; else all become one kind.
 * Cells keep their own line ends in the first case: a spreadsheet ends rows with CRLF and lines in a cell with LF.
 */
export function planLineEnds(outsideQuotes: ReadonlySet<LineEnd>): LineEndPlan {
  const [only] = outsideQuotes;
  if (outsideQuotes.size <= 1) return { lineEnd: only ?? '\n', unify: false };
  return { lineEnd: '\n', unify: true };
}

/** Turns every CR and CRLF into LF, also a CRLF that two chunks share. */
export function* unifyLineEnds(chunks: Iterable<string>): Generator<string> {
  let carry = '';
  for (const chunk of chunks) {
    const text = carry + chunk;
    const endsOpen = text.endsWith('\r');
    carry = endsOpen ? '\r' : '';
    yield (endsOpen ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
  }
  if (carry !== '') yield '\n';
}
