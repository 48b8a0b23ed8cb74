import type { PlanCounts } from '#shared/contract/views.ts';
import { rememberPlace } from '../catalog/places.ts';
import { run, write } from '../db/database.ts';
import {
  type DraftRow,
  insertDraft,
  setDraftOperation,
  updateDraftFields,
  updateImportedFields,
} from '../drafts/rows.ts';
import { type EnqueueParts, refreeze } from '../outbox/queue/freeze.ts';
import { getOperation } from '../outbox/rows.ts';
import { givenFields } from './merge.ts';
import type { ImportPlan, PlannedStep } from './plan.ts';

export type ImportFile = { name: string; sha256: string; headerSignature: string };

/** Does what a plan says, in one transaction: all of it or nothing. Returns the import's id. */
export function applyPlan(parts: EnqueueParts, file: ImportFile, plan: ImportPlan, nowMs: number): string {
  return write(parts.db, () => {
    const importId = parts.random.uuid();
    recordImport(parts, importId, file, plan.counts, nowMs);
    for (const step of plan.steps) if (step.action !== null) carryOut(parts, importId, step.action, nowMs);
    return importId;
  });
}

function recordImport({ db }: EnqueueParts, id: string, file: ImportFile, counts: PlanCounts, nowMs: number): void {
  run(
    db,
    `INSERT INTO imports (id, file_name, file_sha256, header_signature, counts, imported_at)
     VALUES (:id, :name, :sha256, :headerSignature, :counts, :nowMs)`,
    { ...file, id, counts: JSON.stringify(counts), nowMs },
  );
}

function carryOut(
  parts: EnqueueParts,
  importId: string,
  action: NonNullable<PlannedStep['action']>,
  nowMs: number,
): void {
  const { db, random } = parts;
  if (action.kind === 'keep') {
    // What the file says now is the base of the next comparison, also where the draft says the same already.
    if (action.said !== null) updateImportedFields(db, action.draftId, action.said);
    return recordDraft(parts, importId, action.draftId, 'nothing', null);
  }
  const { row } = action;
  rememberPlace(db, row.fields, nowMs);
  if (action.kind === 'create') {
    const id = random.uuid();
    insertDraft(
      db,
      {
        id,
        fields: row.fields,
        sourceKey: action.sourceKey,
        sourceId: row.sourceId,
        importedFields: givenFields(row),
        importId,
      },
      nowMs,
    );
    return recordDraft(parts, importId, id, 'created', null);
  }
  const { draft, fields } = action;
  recordDraft(parts, importId, draft.id, 'changed', { ...draft, after: fields });
  updateDraftFields(db, draft.id, fields, nowMs);
  updateImportedFields(db, draft.id, givenFields(row));
  if (draft.operationId === null) return;
  const operation = getOperation(db, draft.operationId);
  if (operation.state === 'queued') refreeze(parts, draft, fields, operation, nowMs);
  else setDraftOperation(db, draft.id, null);
}

function recordDraft(
  { db }: EnqueueParts,
  importId: string,
  draftId: string,
  did: 'created' | 'changed' | 'nothing',
  before: (DraftRow & { after: DraftRow['fields'] }) | null,
): void {
  run(db, 'INSERT INTO import_drafts VALUES (:importId, :draftId, :did, :before)', {
    importId,
    draftId,
    did,
    before:
      before && JSON.stringify({ fields: before.fields, importedFields: before.importedFields, after: before.after }),
  });
}
