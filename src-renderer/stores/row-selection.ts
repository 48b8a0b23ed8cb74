import { rowAt } from './paged-query.ts';

/** What lists with a selection have in common. */

/** A copy with one id put in or taken out. */
export function toggled(selection: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The rows of a range when every one of them was read, else null. */
export function loadedRows<Item>(pages: ReadonlyMap<number, readonly Item[]>, from: number, to: number): Item[] | null {
  const rows: Item[] = [];
  for (let index = from; index <= to; index += 1) {
    const row = rowAt(pages, index);
    if (row === null) return null;
    rows.push(row);
  }
  return rows;
}

/** Where a key leads from `cursor`, or null when it does not move. `page`: rows on the screen. */
export function nextIndex(key: string, cursor: number, total: number, page: number): number | null {
  const clamp = (index: number) => Math.min(Math.max(index, 0), total - 1);
  switch (key) {
    case 'ArrowDown':
      return clamp(cursor + 1);
    case 'ArrowUp':
      return clamp(cursor - 1);
    case 'PageDown':
      return clamp(cursor + page);
    case 'PageUp':
      return clamp(cursor - page);
    case 'Home':
      return 0;
    case 'End':
      return clamp(total - 1);
    default:
      return null;
  }
}
