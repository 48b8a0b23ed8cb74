import { z } from 'zod';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { get, run } from '../db/database.ts';
import { lockedReason, operationOf } from '../drafts/edit.ts';
import {
  type DraftRow,
  getDraftRow,
  ImportedFieldsSchema,
  setDeleted,
  setDraftOperation,
  setSourceKey,
  updateDraftFields,
  updateImportedFields,
} from '../drafts/rows.ts';
import { cancelOperation, type EnqueueParts, refreeze } from '../outbox/queue/freeze.ts';
import type { OperationRow } from '../outbox/rows.ts';

export const EntryRowSchema = z.object({
  step: z.number(),
  draft: z.number(),
  id: z.string(),
  made: z.number(),
  done: z.number(),
  fields: z.string().nullable(),
  imported_fields: z.string().nullable(),
  source_key: z.string().nullable(),
  deleted_at: z.number().nullable(),
});
export type EntryRow = z.output<typeof EntryRowSchema>;

/** What became of one draft of a step. */
export type Swapped =
  | { kind: 'swapped'; leftOutbox: boolean }
  | { kind: 'stays'; draft: DraftRow; why: string; because: Because };

/** Published; on its way, so that it may go another time; or its other side is not what belongs there now. */
type Because = 'locked' | 'lockedForNow' | 'doesNotFit';

const CHANGED_SINCE = 'It was changed since, and that change stays.';
const ROW_TAKEN = 'Its row was imported again since, as another draft.';

/**
 * Gives a draft the other side of an entry, and keeps what it was in its place: undo and redo are the same. What is
 * published or may be on its way is not touched; what only waits in the outbox is treated as by an edit or a removal.
 */
export function swapEntry(parts: EnqueueParts, entry: EntryRow, nowMs: number): Swapped {
  const { db } = parts;
  const draft = getDraftRow(db, entry.id);
  const stays = (why: string, because: Because): Swapped => ({ kind: 'stays', draft, why, because });
  if (isChangedSince(parts, entry)) return stays(CHANGED_SINCE, 'doesNotFit');
  const other = otherSide(entry, draft, nowMs);
  if (isTaken(parts, entry, draft, other.sourceKey)) return stays(ROW_TAKEN, 'doesNotFit');
  const operation = operationOf(parts, draft);
  const locked = lockedReason(operation);
  const goes = other.deletedAt !== null && draft.deletedAt === null;
  const mayGo = entry.made === 0 && operation?.state === 'delivered';
  if (locked !== null && (other.fields !== null || (goes && !mayGo))) {
    return stays(locked, operation?.state === 'delivered' ? 'locked' : 'lockedForNow');
  }
  const leftOutbox = settleOutbox(parts, draft, operation, { goes, fields: other.fields }, nowMs);
  if (other.fields !== null) updateDraftFields(db, draft.id, other.fields, nowMs);
  if (other.importedFields !== undefined) updateImportedFields(db, draft.id, other.importedFields);
  if (other.sourceKey !== draft.sourceKey) setSourceKey(db, draft.id, other.sourceKey);
  if (other.deletedAt !== draft.deletedAt) setDeleted(db, draft.id, other.deletedAt);
  keepThisSide(parts, entry, draft);
  return { kind: 'swapped', leftOutbox };
}

/** A step that came later counts for this draft, or one before it does not: then its other side fits nowhere. */
function isChangedSince({ db }: EnqueueParts, { step, draft }: EntryRow): boolean {
  const other = get(
    db,
    `SELECT 1 FROM history_entries WHERE draft = :draft AND ((step > :step AND done = 1) OR (step < :step AND done = 0))`,
    { step, draft },
  );
  return other !== undefined;
}

function otherSide(entry: EntryRow, draft: DraftRow, nowMs: number) {
  // There was no draft: nothing is lost, so it goes to the trash, and gives up its row, which can be imported afresh.
  if (entry.made === 1 && entry.done === 1)
    return { fields: null, importedFields: undefined, sourceKey: null, deletedAt: draft.deletedAt ?? nowMs };
  const { fields, imported_fields: imported } = entry;
  return {
    fields: fields === null ? null : DraftFieldsSchema.parse(JSON.parse(fields)),
    importedFields: imported === null ? undefined : ImportedFieldsSchema.nullable().parse(JSON.parse(imported)),
    sourceKey: entry.source_key,
    deletedAt: entry.deleted_at,
  };
}

function isTaken({ db }: EnqueueParts, entry: EntryRow, draft: DraftRow, sourceKey: string | null): boolean {
  if (sourceKey === null || sourceKey === draft.sourceKey) return false;
  return (
    get(db, 'SELECT 1 FROM drafts WHERE source_key = :sourceKey AND seq <> :seq', { sourceKey, seq: entry.draft }) !==
    undefined
  );
}

/** As an edit or a removal by hand would do. True when the draft waited and does so no more. */
function settleOutbox(
  parts: EnqueueParts,
  draft: DraftRow,
  operation: OperationRow | null,
  { goes, fields }: { goes: boolean; fields: DraftRow['fields'] | null },
  nowMs: number,
): boolean {
  if (operation === null || operation.state === 'delivered' || (!goes && fields === null)) return false;
  if (operation.state !== 'queued') {
    setDraftOperation(parts.db, draft.id, null);
    return false;
  }
  if (!goes && fields !== null) {
    refreeze(parts, draft, fields, operation, nowMs);
    return getDraftRow(parts.db, draft.id).operationId === null;
  }
  cancelOperation(parts.db, operation.id, nowMs);
  setDraftOperation(parts.db, draft.id, null);
  return true;
}

function keepThisSide({ db }: EnqueueParts, entry: EntryRow, draft: DraftRow): void {
  run(
    db,
    `UPDATE history_entries SET done = 1 - done, fields = :fields, imported_fields = :imported,
       source_key = :sourceKey, deleted_at = :deletedAt
     WHERE step = :step AND draft = :draft`,
    {
      step: entry.step,
      draft: entry.draft,
      fields: entry.fields === null ? null : JSON.stringify(draft.fields),
      imported: entry.imported_fields === null ? null : JSON.stringify(draft.importedFields),
      sourceKey: draft.sourceKey,
      deletedAt: draft.deletedAt,
    },
  );
}
