import { z } from 'zod';
import type { PlanCounts } from '#shared/contract/import-views.ts';
import { finish } from '#shared/steps.ts';
import { rememberPlace } from '../catalog/places.ts';
import { all, run, write } from '../db/database.ts';
import {
  getDraftRow,
  ImportedFieldsSchema,
  setDraftOperation,
  updateDraftFields,
  updateImportedFields,
} from '../drafts/rows.ts';
import { type EnqueueParts, refreeze } from '../outbox/queue/freeze.ts';
import { getOperation } from '../outbox/rows.ts';
import { compareWithDrafts, toEventRow } from './plan/compare.ts';
import { mergeRow } from './plan/merge.ts';
import { type PlanRow, PlanRowSchema, type PlanTables } from './plan/plan-table.ts';
import { countVerdicts } from './plan/plan-view.ts';

export type ImportFile = {
  name: string;
  sha256: string;
  headerSignature: string;
  /** In bytes; null when no copy of the file was kept. */
  originalSize: number | null;
};

/**
 * Does what a plan says, in one transaction: all of it or nothing. The plan is compared with the drafts anew in the
 * same transaction, so that what was changed meanwhile counts. Returns the import's id.
 * @param together what else belongs to the same transaction
 */
export function applyPlan(
  parts: EnqueueParts,
  file: ImportFile,
  tables: PlanTables,
  nowMs: number,
  together: () => void = () => {},
): string {
  const { db } = parts;
  return write(db, () => {
    finish(compareWithDrafts(db, tables, file.headerSignature));
    const importId = parts.random.uuid();
    recordImport(parts, importId, file, countVerdicts(db, tables), nowMs);
    rememberPlaces(parts, tables, nowMs);
    createDrafts(parts, importId, tables, nowMs);
    for (const row of changedRows(parts, tables)) changeDraft(parts, importId, row, nowMs);
    keepDrafts(parts, importId, tables);
    together();
    return importId;
  });
}

function recordImport({ db }: EnqueueParts, id: string, file: ImportFile, counts: PlanCounts, nowMs: number): void {
  run(
    db,
    `INSERT INTO imports (id, file_name, file_sha256, header_signature, counts, imported_at, original_size)
     VALUES (:id, :name, :sha256, :headerSignature, :counts, :nowMs, :originalSize)`,
    { ...file, id, counts: JSON.stringify(counts), nowMs },
  );
}

const PlaceRow = z.object({
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  countryCode: z.string().nullable(),
});

function rememberPlaces({ db }: EnqueueParts, { rows }: PlanTables, nowMs: number): void {
  const places = all(
    db,
    `SELECT DISTINCT fields ->> '$.placeId' AS placeId, fields ->> '$.placeName' AS placeName,
       fields ->> '$.countryCode' AS countryCode
     FROM ${rows} WHERE verdict IN ('new', 'changed')`,
  );
  for (const place of places) rememberPlace(db, PlaceRow.parse(place), nowMs);
}

/** One statement for all new drafts: the full-text index takes many rows of one statement far quicker than one by one. */
function createDrafts({ db }: EnqueueParts, importId: string, { rows }: PlanTables, nowMs: number): void {
  run(
    db,
    `INSERT INTO drafts (id, fields, ready, source_key, source_id, imported_fields, import_id, created_at, updated_at)
     SELECT new_id, fields, ready, source_key, source_id, said, :importId, :nowMs, :nowMs
     FROM ${rows} WHERE verdict = 'new' ORDER BY seq`,
    { importId, nowMs },
  );
  run(
    db,
    `INSERT INTO import_drafts (import_id, draft_id, did)
     SELECT :importId, new_id, 'created' FROM ${rows} WHERE verdict = 'new' ORDER BY seq`,
    { importId },
  );
}

/**
 * What the file says now is the base of the next comparison, also where the draft says the same already. Our own export
 * is no source of its own: what the draft's own file said last stays what it is compared with.
 */
function keepDrafts({ db }: EnqueueParts, importId: string, { rows }: PlanTables): void {
  run(
    db,
    `UPDATE drafts AS d SET imported_fields = r.said FROM ${rows} r
     WHERE r.verdict = 'unchanged' AND d.id = r.draft_id AND d.source_key = r.source_key
       AND d.imported_fields IS NOT r.said`,
  );
  run(
    db,
    `INSERT INTO import_drafts (import_id, draft_id, did)
     SELECT :importId, draft_id, 'nothing' FROM ${rows} WHERE verdict IN ('unchanged', 'publishedChanged') ORDER BY seq`,
    { importId },
  );
}

const PAGE = 500;

function* changedRows({ db }: EnqueueParts, { rows }: PlanTables): Generator<PlanRow> {
  for (let after = 0; ; ) {
    const page = all(
      db,
      `SELECT * FROM ${rows} WHERE verdict = 'changed' AND seq > :after ORDER BY seq LIMIT ${PAGE}`,
      { after },
    ).map((row) => PlanRowSchema.parse(row));
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

function changeDraft(parts: EnqueueParts, importId: string, planRow: PlanRow, nowMs: number): void {
  const { db } = parts;
  const row = toEventRow(planRow);
  const draft = getDraftRow(db, planRow.draft_id ?? '');
  const { fields } = mergeRow(draft.fields, draft.importedFields, row);
  const before = { fields: draft.fields, importedFields: draft.importedFields, after: fields };
  run(db, `INSERT INTO import_drafts VALUES (:importId, :draftId, 'changed', :before)`, {
    importId,
    draftId: draft.id,
    before: JSON.stringify(before),
  });
  updateDraftFields(db, draft.id, fields, nowMs);
  updateImportedFields(db, draft.id, ImportedFieldsSchema.parse(JSON.parse(planRow.said ?? '{}')));
  if (draft.operationId === null) return;
  const operation = getOperation(db, draft.operationId);
  if (operation.state === 'queued') refreeze(parts, draft, fields, operation, nowMs);
  else setDraftOperation(db, draft.id, null);
}
