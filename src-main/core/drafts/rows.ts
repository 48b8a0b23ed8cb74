import { z } from 'zod';
import { type DraftFields, DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { all, type Db, get, run } from '../db/database.ts';

const fieldsColumn = z.string().transform((text) => DraftFieldsSchema.parse(JSON.parse(text)));

/** What the file last said about a draft: only the fields that it gave. */
export const ImportedFieldsSchema = DraftFieldsSchema.partial();
export type ImportedFields = z.infer<typeof ImportedFieldsSchema>;

const DraftRowSchema = z
  .object({
    seq: z.number(),
    id: z.string(),
    fields: fieldsColumn,
    source_key: z.string().nullable(),
    source_id: z.string().nullable(),
    imported_fields: z
      .string()
      .nullable()
      .transform((text) => (text === null ? null : ImportedFieldsSchema.parse(JSON.parse(text)))),
    import_id: z.string().nullable(),
    operation_id: z.string().nullable(),
    updated_at: z.number(),
    deleted_at: z.number().nullable(),
  })
  .transform((row) => ({
    seq: row.seq,
    id: row.id,
    fields: row.fields,
    sourceKey: row.source_key,
    sourceId: row.source_id,
    importedFields: row.imported_fields,
    importId: row.import_id,
    operationId: row.operation_id,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }));
export type DraftRow = z.output<typeof DraftRowSchema>;

const COLUMNS =
  'seq, id, fields, source_key, source_id, imported_fields, import_id, operation_id, updated_at, deleted_at';

/** Parses a row that was read with `SELECT drafts.*` or its columns. */
export function parseDraftRow(row: unknown): DraftRow {
  return DraftRowSchema.parse(row);
}

/** The draft with that id, deleted or not. @throws OrganizerError `not_found`. */
export function getDraftRow(db: Db, id: string): DraftRow {
  const row = findDraftRow(db, id);
  if (row === null) throw new OrganizerError('not_found', `There is no draft ${id}.`);
  return row;
}

/** The draft with that id, deleted or not; null when there is none. */
export function findDraftRow(db: Db, id: string): DraftRow | null {
  const row = get(db, `SELECT ${COLUMNS} FROM drafts WHERE id = :id`, { id });
  return row === undefined ? null : parseDraftRow(row);
}

/** The draft that an imported row stands for, deleted or not; null when there is none. */
export function findBySource(db: Db, sourceKey: string): DraftRow | null {
  const row = get(db, `SELECT ${COLUMNS} FROM drafts WHERE source_key = :sourceKey`, { sourceKey });
  return row === undefined ? null : parseDraftRow(row);
}

const IdRow = z.object({ id: z.string() });

/**
 * Drafts that may be published, in the order of their start. Each is read when it is its turn, so that a hundred
 * thousand of them are never in memory at once; to be used within one transaction.
 */
export function* selectDrafts(
  db: Db,
  selection: { kind: 'all' } | { kind: 'import'; importId: string },
): Generator<DraftRow> {
  const importId = selection.kind === 'import' ? selection.importId : null;
  const rows = all(
    db,
    `SELECT id FROM drafts
     WHERE deleted_at IS NULL AND (:importId IS NULL
       OR id IN (SELECT draft_id FROM import_drafts WHERE import_id = :importId))
     ORDER BY start_local, seq`,
    { importId },
  );
  for (const row of rows) yield getDraftRow(db, IdRow.parse(row).id);
}

export type NewDraft = {
  id: string;
  fields: DraftFields;
  sourceKey: string | null;
  sourceId: string | null;
  importedFields: ImportedFields | null;
  importId: string | null;
};

export function insertDraft(db: Db, draft: NewDraft, nowMs: number): void {
  run(
    db,
    `INSERT INTO drafts (id, fields, ready, source_key, source_id, imported_fields, import_id, created_at, updated_at)
     VALUES (:id, :fields, :ready, :sourceKey, :sourceId, :importedFields, :importId, :nowMs, :nowMs)`,
    {
      id: draft.id,
      fields: JSON.stringify(draft.fields),
      ready: isReady(draft.fields),
      sourceKey: draft.sourceKey,
      sourceId: draft.sourceId,
      importedFields: draft.importedFields && JSON.stringify(draft.importedFields),
      importId: draft.importId,
      nowMs,
    },
  );
}

export function updateDraftFields(db: Db, id: string, fields: DraftFields, nowMs: number): void {
  run(db, 'UPDATE drafts SET fields = :fields, ready = :ready, updated_at = :nowMs WHERE id = :id', {
    id,
    fields: JSON.stringify(fields),
    ready: isReady(fields),
    nowMs,
  });
}

export function updateImportedFields(db: Db, id: string, importedFields: ImportedFields | null): void {
  run(db, 'UPDATE drafts SET imported_fields = :imported WHERE id = :id', {
    id,
    imported: importedFields && JSON.stringify(importedFields),
  });
}

export function setDraftOperation(db: Db, id: string, operationId: string | null): void {
  run(db, 'UPDATE drafts SET operation_id = :operationId WHERE id = :id', { id, operationId });
}

export function setDeleted(db: Db, id: string, deletedAt: number | null): void {
  run(db, 'UPDATE drafts SET deleted_at = :deletedAt WHERE id = :id', { id, deletedAt });
}

/** Which imported row a draft stands for; null: none any more. */
export function setSourceKey(db: Db, id: string, sourceKey: string | null): void {
  run(db, 'UPDATE drafts SET source_key = :sourceKey WHERE id = :id', { id, sourceKey });
}

function isReady(fields: DraftFields): 0 | 1 {
  return publishProblems(fields).length === 0 ? 1 : 0;
}
