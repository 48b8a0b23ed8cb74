import { z } from 'zod';
import { type DraftFields, DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { type DraftRow, ImportedFieldsSchema } from '../drafts/rows.ts';

/** 1 where a draft has all that publishing needs. Imports of before it was kept lack it. */
const Ready = z.union([z.literal(0), z.literal(1)]).optional();

/** What an import does to one draft: kept as JSON, in the plan and then for as long as the import may be taken back. */
export const DraftChangeSchema = z.object({
  fields: DraftFieldsSchema,
  importedFields: ImportedFieldsSchema.nullable(),
  ready: Ready,
  after: DraftFieldsSchema,
  readyAfter: Ready,
});

/**
 * The change of a draft to other fields, as JSON. What the draft says now is put in by the statement that stores it, letter
 * by letter: so SQL can tell later whether the draft is still as it was.
 */
export function changeTo(draft: DraftRow, after: DraftFields): string {
  return JSON.stringify({ ready: readiness(draft.fields), after, readyAfter: readiness(after) });
}

function readiness(fields: DraftFields): 0 | 1 {
  return publishProblems(fields).length === 0 ? 1 : 0;
}
