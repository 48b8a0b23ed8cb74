import { z } from 'zod';
import type { UndoneImport } from '#shared/contract/import-views.ts';
import type { DraftField, DraftFields } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { all, type Db, get, run } from '../db/database.ts';
import { lockedReason, operationOf } from '../drafts/edit.ts';
import {
  getDraftRow,
  setDeleted,
  setDraftOperation,
  setSourceKey,
  updateDraftFields,
  updateImportedFields,
} from '../drafts/rows.ts';
import { asStep } from '../history/step.ts';
import { cancelOperation, type EnqueueParts, refreeze } from '../outbox/queue/freeze.ts';
import { DraftChangeSchema } from './change.ts';

/** Drafts that stayed and are named; more are only counted. */
const MOST_NAMED = 200;

type StayingDraft = UndoneImport['stayed'][number];

const ChangeRow = z.object({ draft_id: z.string(), before: z.string().nullable() });

/**
 * Takes a whole import back in one transaction: drafts it made go to the trash and lose their identity (so the file
 * can be imported afresh), drafts it changed get their earlier content, but for what was edited since. What was
 * published, or may have been, stays.
 * @throws OrganizerError `not_found`, or `not_allowed` when it was taken back before.
 */
export function undoImport(parts: EnqueueParts, importId: string, nowMs: number): UndoneImport {
  const { db } = parts;
  return asStep(db, { kind: 'undoImport', importId }, nowMs, () => {
    const row = get(db, 'SELECT undone_at FROM imports WHERE id = :importId', { importId });
    if (row === undefined) throw new OrganizerError('not_found', `There is no import ${importId}.`);
    if (z.object({ undone_at: z.number().nullable() }).parse(row).undone_at !== null) {
      throw new OrganizerError('not_allowed', 'This import was taken back already.');
    }
    // Read before anything is taken back: what was is no longer as the import left it.
    const others = all(
      db,
      `SELECT i.draft_id, i.before FROM import_drafts i JOIN drafts d ON d.id = i.draft_id
       WHERE i.import_id = :importId AND i.did <> 'nothing' AND NOT (${IS_MADE} OR ${IS_CHANGED})`,
      { importId },
    ).map((change) => ChangeRow.parse(change));
    let removed = takeBackUntouched(db, importId, nowMs);
    const stayed: UndoneImport['stayed'] = [];
    for (const { draft_id, before } of others) {
      const locked = takeBack(parts, draft_id, before, nowMs);
      if (locked === null) removed += 1;
      else stayed.push(locked);
    }
    run(db, 'UPDATE imports SET undone_at = :nowMs WHERE id = :importId', { importId, nowMs });
    return { removed, kept: stayed.length, stayed: stayed.slice(0, MOST_NAMED) };
  });
}

/** True of a draft `d` that the import `i` made and that no outbox knows, */
const IS_MADE = `(d.operation_id IS NULL AND i.did = 'created')`;
/** or that it changed, which is in no outbox either and still as the import left it. */
const IS_CHANGED = `(d.operation_id IS NULL AND i.did = 'changed' AND d.fields = i.before ->> '$.after'
  AND i.before ->> '$.ready' IS NOT NULL)`;

/** Takes back in two statements what needs no look of its own, which is nearly all of it; says how many drafts. */
function takeBackUntouched(db: Db, importId: string, nowMs: number): number {
  const changed = run(
    db,
    `UPDATE drafts AS d SET fields = i.before ->> '$.fields', ready = i.before ->> '$.ready',
       imported_fields = i.before ->> '$.importedFields', updated_at = :nowMs
     FROM import_drafts i WHERE i.import_id = :importId AND i.draft_id = d.id AND ${IS_CHANGED}`,
    { importId, nowMs },
  );
  const made = run(
    db,
    `UPDATE drafts AS d SET deleted_at = :nowMs, source_key = NULL
     FROM import_drafts i WHERE i.import_id = :importId AND i.draft_id = d.id AND ${IS_MADE}`,
    { importId, nowMs },
  );
  return changed + made;
}

/** Null when it was taken back, else what stays and why. */
function takeBack(parts: EnqueueParts, draftId: string, before: string | null, nowMs: number): StayingDraft | null {
  const { db } = parts;
  const draft = getDraftRow(db, draftId);
  const operation = operationOf(parts, draft);
  const why = lockedReason(operation);
  if (why !== null) return { draftId, title: draft.fields.title, startLocal: draft.fields.startLocal, why };
  if (before === null) {
    if (operation?.state === 'queued') cancelOperation(db, operation.id, nowMs);
    setDraftOperation(db, draftId, null);
    setDeleted(db, draftId, nowMs);
    setSourceKey(db, draftId, null);
    return null;
  }
  const { fields: earlier, importedFields, after } = DraftChangeSchema.parse(JSON.parse(before));
  const fields = keepingEdits(earlier, after, draft.fields);
  updateDraftFields(db, draftId, fields, nowMs);
  updateImportedFields(db, draftId, importedFields);
  if (operation?.state === 'queued') refreeze(parts, draft, fields, operation, nowMs);
  else setDraftOperation(db, draftId, null);
  return null;
}

/** Each field as it was before the import, unless a person changed it after the import. */
function keepingEdits(before: DraftFields, after: DraftFields, now: DraftFields): DraftFields {
  const unedited = (Object.keys(before) as DraftField[]).filter(
    (field) => JSON.stringify(now[field]) === JSON.stringify(after[field]),
  );
  return { ...now, ...Object.fromEntries(unedited.map((field) => [field, before[field]])) };
}
