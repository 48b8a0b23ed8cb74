import { z } from 'zod';
import { LaneSchema, OperationErrorSchema, operationStates } from '../outbox/operation.ts';
import { extraFields } from '../publishing/extra-fields.ts';
import { OperationCountsSchema } from './views.ts';

/** What crosses from the outbox to a window, the command line or a test. */

/** Why an operation asks before it is sent: its event has begun since it was queued, or it waited for over a day. */
export const AsksSchema = z.enum(['begun', 'waited']);
export type Asks = z.infer<typeof AsksSchema>;

/** An operation as the outbox lists it; the shape of `organizer outbox --json` (design) and more. */
export const OperationViewSchema = z.object({
  id: z.string(),
  draftId: z.string(),
  title: z.string(),
  startLocal: z.string().nullable(),
  channelId: z.number().int(),
  state: z.enum(operationStates),
  attempts: z.number().int(),
  idempotencyKey: z.string(),
  notBefore: z.number().nullable(),
  remoteId: z.string().nullable(),
  error: OperationErrorSchema.nullable(),
  queuedAt: z.number(),
  /** Why this one waits though its lane is open: the channel is held. */
  heldReason: z.string().nullable(),
  /** Set while it waits for the person's word: late work is never sent by itself. */
  asks: AsksSchema.nullable(),
  /** True when it may be cancelled: no request of it can have left. */
  droppable: z.boolean(),
});
export type OperationView = z.infer<typeof OperationViewSchema>;

/** Which operations a list shows, or a bulk action means. Everything when all is empty. */
export const OperationFilterSchema = z.strictObject({
  states: z.array(z.enum(operationStates)).max(operationStates.length),
  /** Beginnings of words of the draft. */
  search: z.string().max(500).default(''),
  /** True: only those that ask before they are sent. */
  asking: z.boolean().default(false),
});
export type OperationFilter = z.input<typeof OperationFilterSchema>;

/** How fast sending goes. Each figure is null while nothing is known about it. */
export const SendingRateSchema = z.object({
  /** Delivered in the last minute. */
  perMinute: z.number().nullable(),
  /** What the platform lets through, as far as its answers told: learned, never promised. */
  limitPerMinute: z.number().nullable(),
  /** Until everything that can be sent is sent, at this pace; in seconds. */
  secondsLeft: z.number().nullable(),
});
export type SendingRate = z.infer<typeof SendingRateSchema>;

export const OutboxPageSchema = z.object({
  total: z.number().int(),
  counts: OperationCountsSchema,
  /** How many ask before they are sent. */
  asking: z.number().int(),
  lane: LaneSchema,
  rate: SendingRateSchema,
  items: z.array(OperationViewSchema),
});

/** What a bulk action did. */
export const BulkResultSchema = z.object({
  done: z.number().int(),
  /** Left as they were because the action does not fit them: being sent, delivered, in doubt. */
  left: z.number().int(),
  /** Why single ones could not; the first of them, for the person. */
  problems: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
});
export type BulkResult = z.infer<typeof BulkResultSchema>;

/** One line of a draft's activity log. No payloads, no keys. */
export const ActivitySchema = z.object({
  operationId: z.string(),
  /** When it began, ms since epoch. */
  at: z.number(),
  /** `queued` and `cancelled` are the person's; `send` and `look` are attempts; `confirmed`: "It is there". */
  kind: z.enum(['queued', 'send', 'look', 'cancelled', 'confirmed']),
  /** ms until the answer; null while it runs, or when the sender ended before it could write the outcome. */
  tookMs: z.number().nullable(),
  /** What it came to (`Outcome` and `Finding` of the core); null for the person's lines and without an outcome. */
  outcome: z.string().nullable(),
  /** HTTP status of the answer, or null. */
  status: z.number().int().nullable(),
  requestId: z.string().nullable(),
});
export type Activity = z.infer<typeof ActivitySchema>;

/** What publishing a selection would do, or did: the totals that a person reviews. */
export const PublishPlanSchema = z.object({
  queued: z.number().int(),
  /** Of these: shown to the public, or kept on the platform as drafts. */
  asPublished: z.number().int(),
  asDraft: z.number().int(),
  /** Of these: events that have begun already. */
  begun: z.number().int(),
  /** Of these: how many go to which channel. */
  channels: z.array(z.object({ channelId: z.number().int(), n: z.number().int() })),
  /** Delivered before, or already in the outbox: left alone. */
  alreadyInOutbox: z.number().int(),
  notReady: z.array(z.object({ draftId: z.string(), title: z.string(), reason: z.string() })),
  /** How many the platform's own description would refuse: not ready, or queued all the same when that was wanted. */
  wouldBeRefused: z.number().int(),
  /** Same channel, title and start as another draft's event: delivered, on its way, or in this very batch. */
  lookAlikes: z.array(
    z.object({
      draftId: z.string(),
      title: z.string(),
      remoteId: z.string().nullable(),
      as: z.enum(['delivered', 'onItsWay', 'inThisBatch']),
    }),
  ),
  /** Of these: how many have something in a field that the platform takes no key for, so that it stays here. */
  unsent: z.record(z.enum(extraFields), z.number().int()),
  /** Mark of exactly this batch. Given back as `reviewed`, nothing else is queued in its place. */
  mark: z.string(),
});
export type PublishPlan = z.infer<typeof PublishPlanSchema>;
