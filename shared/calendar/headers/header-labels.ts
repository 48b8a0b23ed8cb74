import { cleanCell } from '../text/fold.ts';

/**
 * One label per column, unique in the file, so that a mapping and a message can name it: the header as written,
 * `Notes (2)` for a repeated one, `Column 3` for a blank one.
 */
export function headerLabels(header: readonly string[] | null, width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_unused, index) => {
    const written = cleanCell(header?.[index]).replace(/\s+/g, ' ');
    const base = written === '' ? `Column ${index + 1}` : written;
    let label = base;
    for (let count = 2; used.has(label); count += 1) label = `${base} (${count})`;
    used.add(label);
    return label;
  });
}
