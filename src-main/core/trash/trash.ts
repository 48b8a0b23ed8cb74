import { z } from 'zod';
import type { DeletedForGood, Trashed } from '#shared/contract/calls/trash.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import { toMatch } from '../drafts/search.ts';
import { viewDraft } from '../drafts/view.ts';
import { forgetEmptySteps } from '../history/step.ts';

/** What lies in the trash. It is never emptied by itself. */
export type TrashApi = {
  /** What went last comes first. */
  list(query: CallInput<'listTrash'>): { total: number; items: Trashed[] };
  /**
   * Removes drafts from the trash and from the journal: there is no way back but a backup. What was ever queued stays,
   * because the ledger of the outbox speaks of it.
   */
  deleteForGood(input: CallInput<'deleteForGood'>): DeletedForGood;
};

/** The trash of one workspace. */
export function createTrash({ db, afterChange }: { db: Db; afterChange: <T>(result: T) => T }): TrashApi {
  return {
    list: (query) => listTrash(db, query),
    deleteForGood: (input) => {
      const result = deleteForGood(db, input);
      return input.dryRun || result.deleted === 0 ? result : afterChange(result);
    },
  };
}

const Count = z.object({ n: z.number() });
const TrashRow = z.object({ id: z.string(), deleted_at: z.number(), file_name: z.string().nullable() });

function listTrash(db: Db, { search, limit, offset }: CallInput<'listTrash'>): { total: number; items: Trashed[] } {
  const match = toMatch(search);
  const from = `FROM drafts d WHERE d.deleted_at IS NOT NULL
    ${match === null ? '' : 'AND d.seq IN (SELECT rowid FROM drafts_search WHERE drafts_search MATCH :match)'}`;
  const filter = match === null ? {} : { match };
  const total = Count.parse(get(db, `SELECT count(*) AS n ${from}`, filter)).n;
  const rows = all(
    db,
    `SELECT d.id, d.deleted_at, (SELECT i.file_name FROM imports i WHERE i.id = d.import_id) AS file_name
     ${from} ORDER BY d.deleted_at DESC, d.seq LIMIT :limit OFFSET :offset`,
    { ...filter, limit, offset },
  ).map((row) => TrashRow.parse(row));
  return {
    total,
    items: rows.map((row) => ({
      draft: viewDraft(db, row.id),
      deletedAt: row.deleted_at,
      fileName: row.file_name,
    })),
  };
}

/** What is meant and may go: nothing that the outbox or its ledger refers to. */
const MEANT = `deleted_at IS NOT NULL AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))`;
const FREE = `NOT EXISTS (SELECT 1 FROM operations o WHERE o.draft_id = drafts.id)`;

function deleteForGood(db: Db, { which, dryRun }: CallInput<'deleteForGood'>): DeletedForGood {
  const named = { ids: which.kind === 'all' ? null : JSON.stringify(which.ids) };
  return write(db, () => {
    const meant = Count.parse(get(db, `SELECT count(*) AS n FROM drafts WHERE ${MEANT}`, named)).n;
    const deleted = Count.parse(get(db, `SELECT count(*) AS n FROM drafts WHERE ${MEANT} AND ${FREE}`, named)).n;
    if (!dryRun && deleted > 0) {
      const gone = `SELECT id FROM drafts WHERE ${MEANT} AND ${FREE}`;
      run(db, `DELETE FROM import_drafts WHERE draft_id IN (${gone})`, named);
      run(db, `DELETE FROM drafts WHERE ${MEANT} AND ${FREE}`, named);
      forgetEmptySteps(db);
    }
    return { deleted, kept: meant - deleted };
  });
}
