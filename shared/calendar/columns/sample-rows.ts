/**
 * Rows to look at when columns are understood: all of a small file, and of a large one those that a hash of their own
 * text picks. The choice does not depend on the order of the rows, so sorting a file never changes its meaning.
 */
export function sampleRows<Row extends readonly string[]>(rows: readonly Row[], wanted = 2_000): readonly Row[] {
  if (rows.length <= wanted * 2) return rows;
  const modulus = Math.floor(rows.length / wanted);
  const picked = rows.filter((row) => hashRow(row) % modulus === 0);
  // A file of few different rows can miss every bucket.
  return picked.length >= wanted / 10 ? picked : rows;
}

/** FNV-1a over the first characters of each cell. */
function hashRow(row: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const cell of row) {
    const length = Math.min(cell.length, 16);
    for (let at = 0; at < length; at += 1) {
      hash ^= cell.charCodeAt(at);
      hash = Math.imul(hash, 0x01000193);
    }
  }
  return hash >>> 0;
}
