/**
 * The FTS5 query (SQLite, full-text search) of what a person typed: every word must occur, each as the beginning of a
 * word. Quoted, so that nothing is an operator. Null when there is no word in it: then nothing is searched for.
 */
export function toMatch(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `"${word}"*`).join(' ');
}
