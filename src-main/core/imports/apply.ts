import { z } from 'zod';
import type { PlanCounts } from '#shared/contract/import-views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { finish } from '#shared/steps.ts';
import { rememberPlace } from '../catalog/places.ts';
import { all, run } from '../db/database.ts';
import { operationOf } from '../drafts/edit.ts';
import { getDraftRow, setDraftOperation } from '../drafts/rows.ts';
import { asStep } from '../history/step.ts';
import { type EnqueueParts, refreeze } from '../outbox/queue/freeze.ts';
import { DraftChangeSchema } from './change.ts';
import { compareWithDrafts } from './plan/compare.ts';
import type { PlanTables } from './plan/plan-table.ts';
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
  const importId = parts.random.uuid();
  return asStep(db, { kind: 'import', importId }, nowMs, () => {
    finish(compareWithDrafts(db, tables, file.headerSignature));
    recordImport(parts, importId, file, countVerdicts(db, tables), nowMs);
    rememberPlaces(parts, tables, nowMs);
    createDrafts(parts, importId, tables, nowMs);
    changeDrafts(parts, importId, tables, nowMs);
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

/**
 * Drafts that the file says something else of now. Most are in no outbox: they change in one statement, as the plan
 * has it, which is several times as fast. The others take the outbox along, one by one.
 */
function changeDrafts(parts: EnqueueParts, importId: string, { rows }: PlanTables, nowMs: number): void {
  const { db } = parts;
  run(
    db,
    `INSERT INTO import_drafts (import_id, draft_id, did, before)
     SELECT :importId, draft_id, 'changed', change FROM ${rows} WHERE verdict = 'changed' ORDER BY seq`,
    { importId },
  );
  const queued = all(
    db,
    `SELECT r.draft_id, r.change FROM ${rows} r JOIN drafts d ON d.id = r.draft_id
     WHERE r.verdict = 'changed' AND d.operation_id IS NOT NULL ORDER BY r.seq`,
  ).map((row) => QueuedRow.parse(row));
  for (const { draft_id, change } of queued) updateOperation(parts, draft_id, change.after, nowMs);
  run(
    db,
    `UPDATE drafts AS d SET fields = r.change ->> '$.after', ready = r.change ->> '$.readyAfter',
       imported_fields = r.said, updated_at = :nowMs
     FROM ${rows} r WHERE r.verdict = 'changed' AND d.id = r.draft_id`,
    { nowMs },
  );
}

const QueuedRow = z.object({
  draft_id: z.string(),
  change: z.string().transform((text) => DraftChangeSchema.parse(JSON.parse(text))),
});

/** What waits is sent as the file has it now; what was refused or cancelled may be published anew. */
function updateOperation(parts: EnqueueParts, draftId: string, fields: DraftFields, nowMs: number): void {
  const draft = getDraftRow(parts.db, draftId);
  const operation = operationOf(parts, draft);
  if (operation?.state === 'queued') refreeze(parts, draft, fields, operation, nowMs);
  else setDraftOperation(parts.db, draftId, null);
}
