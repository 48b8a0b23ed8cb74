import { z } from 'zod';
import type { RowIssue } from '#shared/calendar/types.ts';
import { type DraftField, DraftFieldsSchema } from '#shared/drafts/draft.ts';
import type { Steps } from '#shared/steps.ts';
import { all, type Db, run } from '../../db/database.ts';
import { type DraftRow, ImportedFieldsSchema } from '../../drafts/rows.ts';
import { getOperation, isUntouched } from '../../outbox/rows.ts';
import { changeTo } from '../change.ts';
import { findDraft, type IdentifiedRow } from './find-draft.ts';
import type { EventRow } from './identity.ts';
import { type FieldChange, mergeRow } from './merge.ts';
import { addIssue, type PlanRow, PlanRowSchema, type PlanTables, together, type Verdict } from './plan-table.ts';

/** Rows that are compared one by one between two chances to breathe. */
const ROWS_A_STEP = 500;

/**
 * An id is trusted while it stands for one event; where a file gives one id to several events (a series, a copied
 * row), the title and start join it for all of them, so that the order of the rows never matters. Once for a plan.
 */
export function settleIdentities(db: Db, { rows }: PlanTables): void {
  run(
    db,
    `UPDATE ${rows} SET primary_key = fallback_key, fallback_key = source_id
     WHERE source_id IN (
       SELECT source_id FROM ${rows} WHERE source_id IS NOT NULL GROUP BY source_id HAVING count(DISTINCT occurrence) > 1)`,
  );
}

/**
 * Says of every row that gives an event what would become of it: new, changed, unchanged, published and changed since,
 * or a duplicate of another row. May be done again, when the drafts may have changed since. What is as it was, the usual
 * case of a re-import, is found by a join; only the rest is looked at one by one.
 */
export function* compareWithDrafts(db: Db, tables: PlanTables, headerSignature: string): Steps<void> {
  const { rows, issues } = tables;
  run(
    db,
    `UPDATE ${rows} AS r SET verdict = NULL, source_key = NULL, draft_id = NULL, reason = NULL, change = NULL
     WHERE fields IS NOT NULL AND verdict IS NOT NULL AND NOT ${STILL_CHANGED}`,
  );
  run(db, `DELETE FROM ${issues} WHERE found = 'match'`);
  run(
    db,
    `UPDATE ${rows} AS r SET verdict = 'unchanged', draft_id = d.id, source_key = r.primary_key,
       reason = CASE WHEN d.deleted_at IS NOT NULL THEN :inTrash END
     FROM drafts d LEFT JOIN imports i ON i.id = d.import_id
     WHERE d.source_key = r.primary_key AND d.imported_fields = r.said AND d.fields = r.fields
       AND (r.source_id IS NULL OR i.header_signature = :headerSignature)`,
    { inTrash: IN_TRASH, headerSignature },
  );
  yield;
  for (let after = 0; ; ) {
    const page = rowsWithDrafts(db, tables, after);
    together(db, () => {
      for (const row of page) compareRow(db, tables, row, headerSignature);
    });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
    yield;
  }
  run(db, `UPDATE ${rows} SET verdict = 'new', source_key = primary_key WHERE verdict IS NULL`);
  yield;
  yield* findDuplicates(db, tables);
}

/**
 * True of a row that was compared before and finds its draft just as it was then, and in no outbox: a hundred thousand
 * changed rows are not compared one by one again when the plan is applied.
 */
const STILL_CHANGED = `(
  r.verdict = 'changed' AND r.source_key = r.primary_key AND r.own_id IS NULL AND EXISTS (
    SELECT 1 FROM drafts d WHERE d.id = r.draft_id AND d.source_key = r.primary_key AND d.operation_id IS NULL
      AND d.fields = r.change ->> '$.fields' AND d.imported_fields IS r.change ->> '$.importedFields'))`;

const IN_TRASH = 'You moved this draft to the trash.';

/** Rows that are not settled and whose identity, or earlier identity, a draft has. */
function rowsWithDrafts(db: Db, { rows }: PlanTables, after: number): PlanRow[] {
  return all(
    db,
    `SELECT * FROM ${rows} r WHERE seq > :after AND verdict IS NULL AND (
       EXISTS (SELECT 1 FROM drafts d WHERE d.source_key = r.primary_key)
       OR own_id IS NOT NULL AND EXISTS (SELECT 1 FROM drafts d WHERE d.id = r.own_id)
       OR (fallback_key <> primary_key AND EXISTS (SELECT 1 FROM drafts d WHERE d.source_key = r.fallback_key)))
     ORDER BY seq LIMIT ${ROWS_A_STEP}`,
    { after },
  ).map((row) => PlanRowSchema.parse(row));
}

function compareRow(db: Db, tables: PlanTables, planRow: PlanRow, headerSignature: string): void {
  const row = toEventRow(planRow);
  const { draft, sourceKey, issue } = findDraft(db, row, headerSignature);
  if (issue !== null) addIssue(db, tables, issue, 'match');
  const { verdict, reason, changes, change } = draft === null ? NEW : judge(db, row, draft);
  if (verdict === 'publishedChanged') addIssue(db, tables, publishedChanged(row.row, reason ?? '', changes), 'match');
  run(
    db,
    `UPDATE ${tables.rows} SET verdict = :verdict, reason = :reason, source_key = :sourceKey, draft_id = :draftId,
       change = (
         SELECT json_set(:change, '$.fields', json(fields), '$.importedFields', json(imported_fields))
         FROM drafts WHERE id = :draftId AND :change IS NOT NULL)
     WHERE seq = :seq`,
    { seq: planRow.seq, verdict, reason, sourceKey, draftId: draft?.id ?? null, change },
  );
}

/** A row of the plan as it was read. @throws Error when the row gives no event. */
export function toEventRow(row: PlanRow): IdentifiedRow & Pick<EventRow, 'given'> {
  const said = ImportedFieldsSchema.parse(JSON.parse(row.said ?? 'null'));
  return {
    row: row.row,
    sourceId: row.source_id,
    fields: DraftFieldsSchema.parse(JSON.parse(row.fields ?? 'null')),
    given: Object.keys(said) as DraftField[],
    primary: row.primary_key ?? '',
    fallback: row.fallback_key ?? '',
  };
}

type Judgement = { verdict: Verdict; reason: string | null; changes: FieldChange[]; change: string | null };
const NEW: Judgement = { verdict: 'new', reason: null, changes: [], change: null };

function judge(db: Db, row: Pick<EventRow, 'fields' | 'given'>, draft: DraftRow): Judgement {
  const { fields, changes } = mergeRow(draft.fields, draft.importedFields, row);
  if (changes.length === 0) {
    return { verdict: 'unchanged', reason: draft.deletedAt === null ? null : IN_TRASH, changes, change: null };
  }
  const operation = draft.operationId === null ? null : getOperation(db, draft.operationId);
  const settled =
    operation === null || isUntouched(operation) || operation.state === 'rejected' || operation.state === 'cancelled';
  if (settled) return { verdict: 'changed', reason: null, changes, change: changeTo(draft, fields) };
  const reason =
    operation.state === 'delivered'
      ? 'Already published; the file says something else now.'
      : 'Being published; the file says something else now.';
  return { verdict: 'publishedChanged', reason, changes, change: null };
}

function publishedChanged(row: number, reason: string, changes: FieldChange[]): RowIssue {
  const message = `${reason} Changed: ${changes.map((change) => change.label).join(', ')}. Change it on Pinned Events itself.`;
  return { row, column: null, code: 'published_changed', severity: 'warning', message };
}

const DuplicateRow = z.object({
  seq: z.number(),
  row: z.number(),
  first_row: z.number(),
  source_id: z.string().nullable(),
});

/** Of several rows with one identity the first counts; the others are left out, with the reason. */
function* findDuplicates(db: Db, tables: PlanTables): Steps<void> {
  const duplicates = all(
    db,
    `SELECT seq, row, first_row, source_id FROM (
       SELECT seq, row, source_id, row_number() OVER same AS n, first_value(row) OVER same AS first_row
       FROM ${tables.rows} WHERE source_key IS NOT NULL 
       WINDOW same AS (PARTITION BY coalesce(draft_id, source_key) ORDER BY seq))
     WHERE n > 1 ORDER BY seq`,
  );
  yield;
  for (let at = 0; at < duplicates.length; at += ROWS_A_STEP) {
    together(db, () => {
      for (const found of duplicates.slice(at, at + ROWS_A_STEP)) leaveOut(db, tables, DuplicateRow.parse(found));
    });
    yield;
  }
}

function leaveOut(db: Db, tables: PlanTables, { seq, row, first_row, source_id }: z.infer<typeof DuplicateRow>): void {
  const what = source_id === null ? 'same title, start and venue' : `same id (${source_id}), title and start`;
  const reason = `The same event as row ${first_row}: ${what}.`;
  const message = `${reason} It is left out.`;
  addIssue(db, tables, { row, column: null, code: 'duplicate', severity: 'warning', message }, 'match');
  run(db, `UPDATE ${tables.rows} SET verdict = 'duplicate', reason = :reason, draft_id = NULL WHERE seq = :seq`, {
    seq,
    reason,
  });
}
