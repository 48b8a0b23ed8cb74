import { z } from 'zod';
import { LaneSchema } from '../../outbox/operation.ts';
import {
  ActivitySchema,
  BulkResultSchema,
  OperationFilterSchema,
  OperationViewSchema,
  OutboxPageSchema,
  PublishPlanSchema,
} from '../outbox-views.ts';
import { DraftViewSchema } from '../views.ts';
import { Id, Ids, Page } from './parts.ts';

const Selection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('import'), importId: Id }),
  z.strictObject({ kind: z.literal('drafts'), draftIds: Ids }),
]);
export type PublishSelection = z.infer<typeof Selection>;

const WhichOperations = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: Ids }),
  z.strictObject({ kind: z.literal('filter'), filter: OperationFilterSchema }),
]);
export type WhichOperations = z.input<typeof WhichOperations>;

export const PublishInputSchema = z.strictObject({
  selection: Selection,
  /** Overrides the drafts' own choice for this batch. */
  publishAs: z.enum(['draft', 'published']).optional(),
  /** True: say what would happen and change nothing. */
  dryRun: z.boolean(),
  /** True: also events that the platform's own description would refuse, in case it is wrong. */
  despiteContract: z.boolean().optional(),
  /** `mark` of the plan that the person has seen: when the batch is another by now, nothing is queued. */
  reviewed: z.string().max(100).optional(),
});

export type PublishInput = z.infer<typeof PublishInputSchema>;

/** Publishing, and what waits to be sent. */
export const outboxCalls = {
  publish: { input: PublishInputSchema, output: PublishPlanSchema },
  listOperations: { input: OperationFilterSchema.extend(Page), output: OutboxPageSchema },
  /** Waits no longer, looks again, or starts anew after a refusal: whatever fits. Late work is confirmed by it. */
  retryOperations: { input: z.strictObject({ which: WhichOperations }), output: BulkResultSchema },
  /** Takes out what no request can have carried out. */
  dropOperations: { input: z.strictObject({ which: WhichOperations }), output: BulkResultSchema },
  resolveOperation: {
    input: z.strictObject({ id: Id, decision: z.enum(['itIsThere', 'sendAgain']) }),
    output: OperationViewSchema,
  },
  listActivity: { input: z.strictObject({ draftId: Id }), output: z.array(ActivitySchema) },
  /** A second event of a delivered draft, as a draft of its own: only when the person confirmed just that. */
  publishAsNew: { input: z.strictObject({ draftId: Id, confirmed: z.literal(true) }), output: DraftViewSchema },
  setSending: { input: z.strictObject({ paused: z.boolean() }), output: LaneSchema },
} as const;
