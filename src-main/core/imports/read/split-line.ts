import type { Delimiter } from './detect-delimiter.ts';

/**
 * Cuts one line into cells without ever looking beyond it. A quotation mark that is not closed in front of a delimiter
 * or the end of the line is a character like any other: this is how a line with an unbalanced quote is read.
 */
export function splitLine(line: string, delimiter: Delimiter): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const close = line[at] === '"' ? closingQuote(line, at, delimiter) : -1;
    if (close >= 0) {
      cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 2;
      continue;
    }
    const next = line.indexOf(delimiter, at);
    const end = next < 0 ? line.length : next;
    cells.push(line.slice(at, end));
    at = end + 1;
  }
  return cells;
}

function closingQuote(line: string, open: number, delimiter: Delimiter): number {
  for (let at = line.indexOf('"', open + 1); at >= 0; at = line.indexOf('"', at + 1)) {
    if (line[at + 1] === '"') at += 1;
    else if (at + 1 === line.length || line[at + 1] === delimiter) return at;
    // Tab-separated texts quote words, not cells: “"Hamlet", a play by "Will"” is a title with quotation marks.
    else if (delimiter === '\t') return -1;
  }
  return -1;
}
