import { z } from 'zod';
import { DraftViewSchema } from '../views.ts';
import { Ids, Page } from './parts.ts';

/** A draft that lies in the trash. */
export const TrashedSchema = z.object({
  draft: DraftViewSchema,
  /** In ms since epoch. */
  deletedAt: z.number(),
  /** The file that it was imported from; null for one that was made by hand. */
  fileName: z.string().nullable(),
});
export type Trashed = z.infer<typeof TrashedSchema>;

/** What became of drafts that were to be deleted for good. */
export const DeletedForGoodSchema = z.object({
  deleted: z.number().int(),
  /** Were queued at some time, so the log of the outbox speaks of them. */
  kept: z.number().int(),
});
export type DeletedForGood = z.infer<typeof DeletedForGoodSchema>;

/** What lies in the trash, and the one way out of it that does not lead back (`restoreDrafts` does). */
export const trashCalls = {
  /** What went last comes first. `search` as in `listDrafts`. */
  listTrash: {
    input: z.strictObject({ search: z.string().max(500), ...Page }),
    output: z.object({ total: z.number().int(), items: z.array(TrashedSchema) }),
  },
  /** These, or all that lie there. With `dryRun` it only says what would happen. */
  deleteForGood: {
    input: z.strictObject({
      which: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('all') }),
        z.strictObject({ kind: z.literal('drafts'), ids: Ids.min(1) }),
      ]),
      dryRun: z.boolean(),
    }),
    output: DeletedForGoodSchema,
  },
} as const;

export type WhichTrashed = z.infer<(typeof trashCalls)['deleteForGood']['input']>['which'];
