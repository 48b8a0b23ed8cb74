import type { Db } from '../db/database.ts';
import { walkDrafts } from '../drafts/view.ts';
import { type ExportFormat, exportText } from './write-export.ts';
import { saveText } from './write-file.ts';

/** Writes drafts to a file: all, or those of one import. Returns how many were written. @throws OrganizerError `usage` */
export async function saveExport(
  db: Db,
  { format, importId, path, nowMs }: { format: ExportFormat; importId: string | null; path: string; nowMs: number },
): Promise<number> {
  const drafts = [...walkDrafts(db, { search: '', status: null, importId })];
  const { text, skipped } = exportText(format, drafts, nowMs);
  await saveText(path, text);
  return drafts.length - skipped;
}
