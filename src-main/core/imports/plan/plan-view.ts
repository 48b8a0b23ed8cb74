import { z } from 'zod';
import type { RowIssue } from '#shared/calendar/types.ts';
import { type PlanCounts, type PlannedRow, RowIssueSchema } from '#shared/contract/import-views.ts';
import { all, type Db } from '../../db/database.ts';
import { getDraftRow } from '../../drafts/rows.ts';
import { toEventRow } from './compare.ts';
import { type FieldChange, mergeRow } from './merge.ts';
import { type PlanRow, PlanRowSchema, type PlanTables, type Verdict, verdicts } from './plan-table.ts';

/** Longest text that a preview shows of one value. */
const LONGEST = 300;

const CountRow = z.object({ verdict: z.enum(verdicts), n: z.number() });

/** How many rows there are of each verdict. Their sum is `rows`. */
export function countVerdicts(db: Db, { rows }: PlanTables): PlanCounts {
  const counts: PlanCounts = {
    rows: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    publishedChanged: 0,
    duplicates: 0,
    skipped: 0,
    invalid: 0,
  };
  for (const row of all(db, `SELECT verdict, count(*) AS n FROM ${rows} GROUP BY verdict`)) {
    const { verdict, n } = CountRow.parse(row);
    counts[verdict === 'duplicate' ? 'duplicates' : verdict] = n;
    counts.rows += n;
  }
  return counts;
}

/** One page of the plan, in the order of the file; only some verdicts when they are named. */
export function listPlannedRows(
  db: Db,
  { rows }: PlanTables,
  { verdicts: wanted, limit, offset }: { verdicts: Verdict[]; limit: number; offset: number },
): PlannedRow[] {
  return all(
    db,
    `SELECT * FROM ${rows} WHERE :all = 1 OR verdict IN (SELECT value FROM json_each(:wanted))
     ORDER BY seq LIMIT :limit OFFSET :offset`,
    { all: wanted.length === 0 ? 1 : 0, wanted: JSON.stringify(wanted), limit, offset },
  ).map((row) => toView(db, PlanRowSchema.parse(row)));
}

/** What is to be known about the file and its rows: the file first, then row by row. */
export function listPlanIssues(
  db: Db,
  { issues }: PlanTables,
  { limit, offset }: { limit: number; offset: number },
): RowIssue[] {
  return all(
    db,
    `SELECT row, "column", code, severity, message FROM ${issues}
     ORDER BY found <> 'file', row, seq LIMIT :limit OFFSET :offset`,
    { limit, offset },
  ).map((row) => RowIssueSchema.parse(row));
}

const Total = z.object({ n: z.number() });

/** How many issues there are. */
export function countPlanIssues(db: Db, { issues }: PlanTables): number {
  return Total.parse(all(db, `SELECT count(*) AS n FROM ${issues}`)[0]).n;
}

function toView(db: Db, row: PlanRow): PlannedRow {
  return {
    row: row.row,
    verdict: row.verdict ?? 'invalid',
    title: row.title.slice(0, LONGEST),
    startLocal: row.start_local,
    locationName: row.location_name.slice(0, LONGEST),
    changes: changesOf(db, row).map(({ label, before, after }) => ({
      field: label,
      before: before.slice(0, LONGEST),
      after: after.slice(0, LONGEST),
    })),
    reason: row.reason,
  };
}

/** Found anew for each page that is shown: a million rows have a million changes. */
function changesOf(db: Db, row: PlanRow): FieldChange[] {
  if (row.draft_id === null || (row.verdict !== 'changed' && row.verdict !== 'publishedChanged')) return [];
  const draft = getDraftRow(db, row.draft_id);
  return mergeRow(draft.fields, draft.importedFields, toEventRow(row)).changes;
}
