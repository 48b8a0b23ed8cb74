import type { DraftView } from '#shared/contract/views.ts';
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
