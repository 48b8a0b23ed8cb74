import type { DraftView } from '#shared/contract/views.ts';

/** Drafts as a JSON array with every field: nothing is left out, so this is the export to keep. */
export function toJson(drafts: DraftView[]): string {
  const documents = drafts.map(({ id, sourceId, status, remoteId, fields }) => ({
    id,
    sourceId,
    status,
    remoteId,
    ...fields,
  }));
  return `${JSON.stringify(documents, null, 2)}\n`;
}
