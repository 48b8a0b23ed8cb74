import type { PlanCounts, PlannedRow } from '#shared/contract/views.ts';
import type { EventRow } from './identity.ts';
import type { FieldChange } from './merge.ts';

/** Longest text that a preview shows of one value. */
const LONGEST = 300;

/** A row that gives no event, as the preview shows it. */
export function blankView(row: number, verdict: 'skipped' | 'invalid', text: string, reason: string): PlannedRow {
  return { row, verdict, title: text.slice(0, LONGEST), startLocal: null, locationName: '', changes: [], reason };
}

/** A row that gives an event, as the preview shows it. */
export function eventView(
  row: EventRow,
  verdict: PlannedRow['verdict'],
  changes: FieldChange[],
  reason: string | null,
): PlannedRow {
  return {
    row: row.row,
    verdict,
    title: row.fields.title,
    startLocal: row.fields.startLocal,
    locationName: row.fields.locationName,
    changes: changes.map(({ label, before, after }) => ({
      field: label,
      before: before.slice(0, LONGEST),
      after: after.slice(0, LONGEST),
    })),
    reason,
  };
}

/** How many rows there are of each verdict. Their sum is `rows`. */
export function countVerdicts(steps: { view: PlannedRow }[]): PlanCounts {
  const counts: PlanCounts = {
    rows: steps.length,
    new: 0,
    changed: 0,
    unchanged: 0,
    publishedChanged: 0,
    duplicates: 0,
    skipped: 0,
    invalid: 0,
  };
  for (const { view } of steps) counts[view.verdict === 'duplicate' ? 'duplicates' : view.verdict] += 1;
  return counts;
}
