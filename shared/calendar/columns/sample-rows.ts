/** One record and its number in the file. */
type NumberedRow = { row: number; cells: readonly string[] };

/** How many rows are looked at when columns are understood. */
const WANTED = 4_000;

/**
 * Rows to look at when columns are understood: all of a small file, and of a large one those whose text has the
 * smallest hashes. The choice does not depend on the order of the rows, so sorting a file never changes its meaning.
 */
export class RowSample {
  private kept: { hash: number; row: number; cells: readonly string[] }[] = [];
  private highest = Number.POSITIVE_INFINITY;

  /** Takes one row into account. */
  add({ row, cells }: NumberedRow): void {
    const hash = hashRow(cells);
    if (hash > this.highest) return;
    // Copied, because a piece of a text keeps the whole text in memory.
    this.kept.push({ hash, row, cells: copy(cells) });
    if (this.kept.length >= WANTED * 2) this.shrink();
  }

  /** The rows that were picked, in the order of the file. */
  rows(): readonly NumberedRow[] {
    if (this.kept.length > WANTED) this.shrink();
    return this.kept.toSorted((a, b) => a.row - b.row);
  }

  private shrink(): void {
    this.kept.sort((a, b) => a.hash - b.hash || a.row - b.row);
    this.kept.length = WANTED;
    this.highest = this.kept.at(-1)?.hash ?? Number.POSITIVE_INFINITY;
  }
}

function copy(cells: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(cells)) as string[];
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
