import { z } from 'zod';
import { DraftFieldsSchema } from '../drafts/draft.ts';

/** Drafts that a change names one by one; of the others it says how many there are. */
export const MOST_NAMED = 200;

/** A draft that a bulk change leaves as it is, and why, in a sentence for the person. */
const LeftDraftSchema = z.object({ id: z.string(), title: z.string(), reason: z.string() });

/** What a bulk change does, or would do: the same figures for the preview and for the change itself. */
export const BulkChangeSchema = z.object({
  changed: z.number().int(),
  /** Already as the change wants them. */
  unchanged: z.number().int(),
  /** Cannot be changed now; `leftDrafts` has the first of them with the reason. */
  left: z.number().int(),
  leftDrafts: z.array(LeftDraftSchema),
  /** Waiting in the outbox, and taken out of it because the change leaves them incomplete. */
  leavingOutbox: z.number().int(),
  /** The first of those that change. */
  examples: z.array(
    z.object({
      id: z.string(),
      before: DraftFieldsSchema,
      after: DraftFieldsSchema,
      /** What keeps it from being published after the change, such as a time that the day does not have. */
      problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
    }),
  ),
});
export type BulkChange = z.infer<typeof BulkChangeSchema>;

/** The drafts that were made; `leftDrafts` could not be copied. */
export const DuplicatedSchema = z.object({ ids: z.array(z.string()), leftDrafts: z.array(LeftDraftSchema) });
export type Duplicated = z.infer<typeof DuplicatedSchema>;
