import { z } from 'zod';
import { DraftFieldsSchema } from '../../drafts/draft.ts';
import { DraftStatusSchema, DraftViewSchema } from '../views.ts';
import { Done, Id, Ids, Page } from './parts.ts';

/** Reading and changing drafts. */
export const draftCalls = {
  listDrafts: {
    input: z.strictObject({
      search: z.string().max(500),
      status: DraftStatusSchema.nullable(),
      importId: Id.nullable(),
      ...Page,
    }),
    output: z.object({ total: z.number().int(), items: z.array(DraftViewSchema) }),
  },
  getDraft: { input: z.strictObject({ id: Id }), output: DraftViewSchema },
  saveDraft: { input: z.strictObject({ id: Id.nullable(), fields: DraftFieldsSchema }), output: DraftViewSchema },
  deleteDrafts: { input: z.strictObject({ ids: Ids }), output: Done },
  restoreDrafts: { input: z.strictObject({ ids: Ids }), output: Done },
  /** Writes drafts to a place from `pickSaveTarget`. */
  saveExport: {
    input: z.strictObject({ format: z.enum(['csv', 'ics', 'json']), importId: Id.nullable(), target: Id }),
    output: Done,
  },
} as const;
