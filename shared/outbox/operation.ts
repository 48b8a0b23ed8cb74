import { z } from 'zod';

/**
 * One operation of the outbox: create one event on the platform, once.
 * Each state holds only its own fields; the comment says what is then true in the world (design, "The outbox").
 */

/** Milliseconds since the Unix epoch. */
const EpochMs = z.number().int();

/** Why the last attempt did not finish the operation: safe to show and to log, never a payload or a key. */
export const OperationErrorSchema = z.object({
  /** Our own or the platform's code, for example `rate_limited`, `timeout`, `invalid_request`. */
  code: z.string(),
  /** A whole sentence for the person. */
  message: z.string(),
  /** HTTP status, when there was an answer. */
  status: z.number().int().nullable(),
  /** The platform's request id, when it gave one. */
  requestId: z.string().nullable(),
  /** The draft field that the platform named, when it named one (`details.field`). */
  field: z.string().nullable(),
});
export type OperationError = z.infer<typeof OperationErrorSchema>;

const common = {
  id: z.string(),
  draftId: z.string(),
  channelId: z.number().int(),
  title: z.string(),
  /** Sent as the `Idempotency-Key` header; frozen at enqueue. */
  idempotencyKey: z.string(),
  /** Attempts that reached, or may have reached, the platform. Pauses and offline time cost none. */
  attempts: z.number().int().nonnegative(),
  queuedAt: EpochMs,
  error: OperationErrorSchema.nullable(),
};

export const OperationSchema = z.discriminatedUnion('state', [
  /** Key and body bytes are frozen; while `attempts` is 0 and `firstUncertainAt` null the server never saw the key. */
  z.object({
    ...common,
    state: z.literal('queued'),
    /** Not to be tried before this moment; null when it may go at once. */
    notBefore: EpochMs.nullable(),
    /** When the first request that may have succeeded was about to leave; null when there is none. */
    firstUncertainAt: EpochMs.nullable(),
  }),
  /** A request may be in flight. */
  z.object({
    ...common,
    state: z.literal('sending'),
    firstUncertainAt: EpochMs,
    /** After this moment another sender may take the work over. */
    leaseExpiresAt: EpochMs,
  }),
  /** The server confirmed (or the person saw the event there: `remoteId` null). Stays for ever: the ledger. */
  z.object({ ...common, state: z.literal('delivered'), remoteId: z.string().nullable(), finishedAt: EpochMs }),
  /** The server refused for good; nothing was created. */
  z.object({ ...common, state: z.literal('rejected'), finishedAt: EpochMs }),
  /** It may or may not exist on the server, and the key protects no longer (or attempts are spent). */
  z.object({ ...common, state: z.literal('needsReview'), firstUncertainAt: EpochMs.nullable() }),
  /** Dropped by the person before any request could have left. */
  z.object({ ...common, state: z.literal('cancelled'), finishedAt: EpochMs }),
]);
export type Operation = z.infer<typeof OperationSchema>;
export type OperationState = Operation['state'];
export const operationStates = ['queued', 'sending', 'delivered', 'rejected', 'needsReview', 'cancelled'] as const;

/** What holds a whole lane (all operations of one API key), in the order of strength. */
export const LaneSchema = z.object({
  /** `blocked`: a person must act. `paused`: time must pass. `offline`: the network must return. */
  condition: z.enum(['open', 'pausedByPerson', 'blocked', 'paused', 'offline']),
  /** Code behind `blocked` or `paused`: `invalid_api_key`, `insufficient_scope`, `no_key`, `rate_limited`, … */
  reason: z.string().nullable(),
  /** A whole sentence about it, or null when the lane is open. */
  message: z.string().nullable(),
  /** When the lane goes on by itself; null when it does not or is open. */
  resumesAt: EpochMs.nullable(),
});
export type Lane = z.infer<typeof LaneSchema>;
