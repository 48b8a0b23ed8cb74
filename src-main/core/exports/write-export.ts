import { writeFile } from 'node:fs/promises';
import type { DraftView } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { toCsv } from './csv.ts';
import { toIcs } from './ics.ts';
import { toJson } from './json.ts';

export type ExportFormat = 'csv' | 'ics' | 'json';

/** Drafts in one of the formats. `skipped` drafts have no start, and iCalendar has no place for them. */
export function exportText(
  format: ExportFormat,
  drafts: DraftView[],
  nowMs: number,
): { text: string; skipped: number } {
  if (format === 'ics') return toIcs(drafts, nowMs);
  return { text: format === 'csv' ? toCsv(drafts) : toJson(drafts), skipped: 0 };
}

/** @throws OrganizerError `usage` when the file cannot be written */
export async function saveText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new OrganizerError('usage', `${file} cannot be written. Check the folder and that you may write there.`, {
      cause,
    });
  }
}
