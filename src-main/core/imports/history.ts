import { z } from 'zod';
import { type ImportView, PlanCountsSchema } from '#shared/contract/import-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { all, type Db } from '../db/database.ts';

const ImportRow = z
  .object({
    id: z.string(),
    file_name: z.string(),
    file_sha256: z.string(),
    original_size: z.number().nullable(),
    imported_at: z.number(),
    undone_at: z.number().nullable(),
    counts: z.string().transform((text) => PlanCountsSchema.parse(JSON.parse(text))),
  })
  .transform((row) => ({
    id: row.id,
    fileName: row.file_name,
    sha256: row.file_sha256,
    originalSize: row.original_size,
    importedAt: row.imported_at,
    counts: row.counts,
    undone: row.undone_at !== null,
  }));

/** An import, with the SHA-256 of its file in hex. */
export type ImportRecord = ImportView & { sha256: string };

/** All imports, the newest first. */
export function listImports(db: Db): ImportRecord[] {
  return all(db, 'SELECT * FROM imports ORDER BY imported_at DESC, id').map((row) => ImportRow.parse(row));
}

/** One import. @throws OrganizerError `not_found`. */
export function viewImport(db: Db, id: string): ImportRecord {
  const found = listImports(db).find((view) => view.id === id);
  if (found === undefined) throw new OrganizerError('not_found', `There is no import ${id}.`);
  return found;
}
