import { z } from 'zod';
import { type IssueKind, IssueKindSchema, RowIssueSchema, type RowIssueView } from '#shared/contract/import-views.ts';
import { all, type Db } from '../../db/database.ts';
import type { PlanTables } from './plan-table.ts';

export type IssuesQuery = {
  /** Only those of one kind. */
  code?: string | undefined;
  /** Only those of one row of the file. */
  row?: number | undefined;
};

const WHERE = '(:code IS NULL OR code = :code) AND (:row IS NULL OR row = :row)';
const bindingsOf = ({ code, row }: IssuesQuery) => ({ code: code ?? null, row: row ?? null });

/** What is to be known about the file and its rows: the file first, then row by row. */
export function listPlanIssues(
  db: Db,
  { issues }: PlanTables,
  { limit, offset, ...query }: IssuesQuery & { limit: number; offset: number },
): RowIssueView[] {
  return all(
    db,
    `SELECT row, "column", code, severity, message FROM ${issues} WHERE ${WHERE}
     ORDER BY found <> 'file', row, seq LIMIT :limit OFFSET :offset`,
    { ...bindingsOf(query), limit, offset },
  ).map((row) => RowIssueSchema.parse(row));
}

const Total = z.object({ n: z.number() });

/** How many issues there are. */
export function countPlanIssues(db: Db, { issues }: PlanTables, query: IssuesQuery = {}): number {
  return Total.parse(all(db, `SELECT count(*) AS n FROM ${issues} WHERE ${WHERE}`, bindingsOf(query))[0]).n;
}

/** The kinds of issues there are, problems first, each with how many; the most frequent first. */
export function listIssueKinds(db: Db, { issues }: PlanTables): IssueKind[] {
  return all(
    db,
    `SELECT code, severity, count(*) AS count FROM ${issues}
     GROUP BY code, severity ORDER BY severity <> 'error', count(*) DESC, code`,
  ).map((row) => IssueKindSchema.parse(row));
}
