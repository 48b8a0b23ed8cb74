import type { PlanCounts } from '#shared/contract/import-views.ts';
import { formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';

/** The seven things that can become of a row, in the order in which they matter. */
export const countOrder = [
  'new',
  'changed',
  'unchanged',
  'publishedChanged',
  'duplicates',
  'skipped',
  'invalid',
] as const satisfies (keyof PlanCounts)[];

/** Rows that would make or change a draft. */
export function rowsToImport(counts: PlanCounts): number {
  return counts.new + counts.changed;
}

/** Rows that make no draft and are worth a look, each kind with how many. Unchanged rows are here already. */
export function leftOutOf(counts: PlanCounts): { name: (typeof leftOut)[number]; rows: number }[] {
  return leftOut.map((name) => ({ name, rows: counts[name] })).filter(({ rows }) => rows > 0);
}

const leftOut = ['publishedChanged', 'duplicates', 'invalid', 'unchanged', 'skipped'] as const;

/** “42 new, 3 changed, 1 not readable”; of nothing at all, the number of rows. */
export function summariseCounts(counts: PlanCounts): string {
  const parts = countOrder
    .filter((name) => counts[name] > 0)
    .map((name) => `${formatNumber(counts[name])} ${t.import.inLine(name, counts[name])}`);
  return parts.length === 0 ? t.import.rows(counts.rows) : parts.join(', ');
}
