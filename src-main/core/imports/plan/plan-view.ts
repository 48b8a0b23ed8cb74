import { z } from 'zod';
import type { PlanCounts, PlannedRow } from '#shared/contract/import-views.ts';
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

export type RowsQuery = {
  verdicts: readonly Verdict[];
  /** True: only new rows that look like an event that is there already. */
  lookAlikes?: boolean;
  search?: string;
  limit: number;
  offset: number;
};

/** One page of the plan, in the order of the file; only some verdicts when they are named. */
export function listPlannedRows(db: Db, tables: PlanTables, query: RowsQuery): PlannedRow[] {
  const { where, bindings } = filterOf(query);
  const { limit, offset } = query;
  return all(db, `SELECT * FROM ${tables.rows} WHERE ${where} ORDER BY seq LIMIT :limit OFFSET :offset`, {
    ...bindings,
    limit,
    offset,
  }).map((row) => toView(db, PlanRowSchema.parse(row)));
}

/** How many rows there are of these verdicts, with that text. */
export function countPlannedRows(db: Db, tables: PlanTables, query: Omit<RowsQuery, 'limit' | 'offset'>): number {
  const { where, bindings } = filterOf(query);
  return Total.parse(all(db, `SELECT count(*) AS n FROM ${tables.rows} WHERE ${where}`, bindings)[0]).n;
}

function filterOf({ verdicts: wanted, lookAlikes = false, search = '' }: Omit<RowsQuery, 'limit' | 'offset'>) {
  const text = search.trim();
  return {
    where: `(:all = 1 OR verdict IN (SELECT value FROM json_each(:wanted)))
      AND (:lookAlikes = 0 OR look_alike IS NOT NULL AND verdict = 'new')
      AND (:text = '' OR instr(lower(title), :text) > 0 OR instr(lower(location_name), :text) > 0 OR row = :number)`,
    bindings: {
      all: wanted.length === 0 ? 1 : 0,
      wanted: JSON.stringify(wanted),
      lookAlikes: lookAlikes ? 1 : 0,
      text: text.toLowerCase(),
      number: /^\d{1,9}$/.test(text) ? Number(text) : -1,
    },
  };
}

const Cells = z.array(z.string());

/** Invalid rows with all their cells and the reason, one after the other. */
export function* invalidRows(
  db: Db,
  { rows }: PlanTables,
): Generator<{ row: number; cells: string[]; reason: string }> {
  for (let after = 0; ; ) {
    const page = all(
      db,
      `SELECT * FROM ${rows} WHERE verdict = 'invalid' AND cells IS NOT NULL AND seq > :after ORDER BY seq LIMIT 500`,
      { after },
    ).map((row) => PlanRowSchema.parse(row));
    for (const { row, cells, reason } of page)
      yield { row, cells: Cells.parse(JSON.parse(cells ?? '[]')), reason: reason ?? '' };
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

const Total = z.object({ n: z.number() });

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
    lookAlike: row.verdict === 'new' ? row.look_alike : null,
    cells: row.cells === null ? null : Cells.parse(JSON.parse(row.cells)),
  };
}

/** Found anew for each page that is shown: a million rows have a million changes. */
function changesOf(db: Db, row: PlanRow): FieldChange[] {
  if (row.draft_id === null || (row.verdict !== 'changed' && row.verdict !== 'publishedChanged')) return [];
  const draft = getDraftRow(db, row.draft_id);
  return mergeRow(draft.fields, draft.importedFields, toEventRow(row)).changes;
}
