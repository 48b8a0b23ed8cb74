import { z } from 'zod';
import type { CallInput } from '#shared/contract/contract.ts';
import type { DraftStatus, DraftView } from '#shared/contract/views.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { all, type Db, get } from '../db/database.ts';
import { getOperation, type OperationRow } from '../outbox/rows.ts';
import { lockedReason } from './edit.ts';
import { type DraftRow, getDraftRow, parseDraftRow } from './rows.ts';
import { toMatch } from './search.ts';

/** A draft as windows and the command line see it. */
export function viewDraft(db: Db, id: string): DraftView {
  return toView(db, getDraftRow(db, id));
}

function toView(db: Db, row: DraftRow): DraftView {
  const operation = row.operationId === null ? null : getOperation(db, row.operationId);
  const problems = publishProblems(row.fields);
  return {
    id: row.id,
    fields: row.fields,
    sourceId: row.sourceId,
    importId: row.importId,
    updatedAt: row.updatedAt,
    deleted: row.deletedAt !== null,
    status: statusOf(operation, problems.length === 0),
    problems: operation?.state === 'delivered' ? [] : problems,
    lockedReason: lockedReason(operation),
    remoteId: operation?.remote_id ?? null,
    error: operation?.error ?? null,
  };
}

function statusOf(operation: OperationRow | null, ready: boolean): DraftStatus {
  if (operation !== null && operation.state !== 'cancelled') return operation.state;
  return ready ? 'ready' : 'incomplete';
}

/** The same decision in SQL, so that a filter need not read every draft. */
export const STATUS_SQL = `CASE WHEN o.state IS NOT NULL AND o.state <> 'cancelled' THEN o.state
  WHEN d.ready = 1 THEN 'ready' ELSE 'incomplete' END`;

const Total = z.object({ n: z.number() });

/** Drafts that are not in the trash, by start; `search` matches beginnings of words, whatever their case or accents. */
export function listDrafts(db: Db, query: CallInput<'listDrafts'>): { total: number; items: DraftView[] } {
  const match = toMatch(query.search);
  const from = `FROM drafts d LEFT JOIN operations o ON o.id = d.operation_id
    WHERE d.deleted_at IS NULL
      AND (:importId IS NULL OR d.import_id = :importId)
      AND (:status IS NULL OR ${STATUS_SQL} = :status)
      ${match === null ? '' : 'AND d.seq IN (SELECT rowid FROM drafts_search WHERE drafts_search MATCH :match)'}`;
  const filter = { importId: query.importId, status: query.status, ...(match !== null && { match }) };
  const { n: total } = Total.parse(get(db, `SELECT count(*) AS n ${from}`, filter));
  const rows = all(
    db,
    `SELECT d.* ${from} ORDER BY d.start_local IS NULL, d.start_local, d.seq LIMIT :limit OFFSET :offset`,
    {
      ...filter,
      limit: query.limit,
      offset: query.offset,
    },
  );
  return { total, items: rows.map((row) => toView(db, parseDraftRow(row))) };
}

/** Drafts that are read at once where all of them are walked. */
const PAGE = 1_000;

/** All drafts that match, page by page, by start. */
export function* walkDrafts(db: Db, query: Omit<CallInput<'listDrafts'>, 'limit' | 'offset'>): Generator<DraftView> {
  for (let offset = 0; ; offset += PAGE) {
    const { items } = listDrafts(db, { ...query, limit: PAGE, offset });
    yield* items;
    if (items.length < PAGE) return;
  }
}

/** How many drafts there are outside the trash. */
export function countDrafts(db: Db): number {
  return Total.parse(get(db, 'SELECT count(*) AS n FROM drafts WHERE deleted_at IS NULL')).n;
}
