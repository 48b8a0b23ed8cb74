import { z } from 'zod';
import { type DraftField, draftFieldLabels } from '../../drafts/draft.ts';
import { RepeatedSchema, RepeatPatternSchema } from '../../drafts/repeat.ts';
import { BulkChangeSchema } from '../bulk-views.ts';
import { Id } from './parts.ts';

/** What a draft belongs together with. */
export const SeriesSchema = z.object({
  id: z.string(),
  pattern: RepeatPatternSchema,
  /** Drafts outside the trash, this one included. */
  total: z.number().int(),
  /** Those of them that are later than this one. */
  following: z.number().int(),
});
export type Series = z.infer<typeof SeriesSchema>;

/** Repeating a draft, and what was repeated. */
export const seriesCalls = {
  /** Makes a draft for each further date; `dryRun` only says the dates. */
  repeatDraft: {
    input: z.strictObject({ id: Id, pattern: RepeatPatternSchema, dryRun: z.boolean() }),
    output: RepeatedSchema,
  },
  /** Null for a draft that is alone. */
  getSeries: { input: z.strictObject({ draftId: Id }), output: z.object({ series: SeriesSchema.nullable() }) },
  /** Gives the others what this one has in these fields. Each keeps its own day. */
  changeSeries: {
    input: z.strictObject({
      draftId: Id,
      scope: z.enum(['following', 'all']),
      fields: z.array(z.enum(Object.keys(draftFieldLabels) as [DraftField])).min(1),
      dryRun: z.boolean(),
    }),
    output: BulkChangeSchema,
  },
} as const;
