import { z } from 'zod';
import { DraftFieldsSchema } from '../drafts/draft.ts';
import { LaneSchema, OperationErrorSchema, operationStates } from '../outbox/operation.ts';

/** The shapes that cross from the core to a window, the command line or a test. */

export const ChannelSchema = z.object({ id: z.number().int(), name: z.string(), slug: z.string() });
export type Channel = z.infer<typeof ChannelSchema>;

export const ClassificationSchema = z.object({ slug: z.string(), name: z.string() });
export type Classification = z.infer<typeof ClassificationSchema>;

export const PlaceSchema = z.object({
  placeId: z.string(),
  name: z.string().nullable(),
  countryCode: z.string().nullable(),
});
export type Place = z.infer<typeof PlaceSchema>;

export const CatalogSchema = z.object({
  channels: z.array(ChannelSchema),
  classifications: z.array(ClassificationSchema),
  places: z.array(PlaceSchema),
  /** When channels and classifications were last read from the platform; null when never. */
  refreshedAt: z.number().nullable(),
});
export type Catalog = z.infer<typeof CatalogSchema>;

/** What a check of the key found. Scopes are those that an answer proved; the platform lists them nowhere. */
export const KeyCheckSchema = z.object({
  ok: z.boolean(),
  scopes: z.array(z.string()),
  channels: z.array(ChannelSchema),
});
export type KeyCheck = z.infer<typeof KeyCheckSchema>;

export const OperationCountsSchema = z.record(z.enum(operationStates), z.number().int());
export type OperationCounts = z.infer<typeof OperationCountsSchema>;

/** Whether the disk takes what is written to it. While it does not, nothing can be saved or sent. */
export const StorageSchema = z.object({
  condition: z.enum(['ok', 'full', 'readOnly', 'failing']),
  /** A whole sentence about it and what to do, or null when all is well. */
  message: z.string().nullable(),
});
export type Storage = z.infer<typeof StorageSchema>;

export const WorkspaceStateSchema = z.object({
  /** `new` until the first contact with a platform decides it. */
  mode: z.enum(['new', 'practice', 'real']),
  apiUrl: z.string(),
  hasKey: z.boolean(),
  /** Zone that new drafts and imports start with. */
  defaultTimeZone: z.string(),
  drafts: z.number().int(),
  operations: OperationCountsSchema,
  /** Operations that ask before they are sent: late work. */
  asking: z.number().int(),
  lane: LaneSchema,
  storage: StorageSchema,
});
export type WorkspaceState = z.infer<typeof WorkspaceStateSchema>;

/** Where a draft stands, in the words of the list. */
export const draftStatuses = ['incomplete', 'ready', ...operationStates] as const;
export const DraftStatusSchema = z.enum(draftStatuses);
export type DraftStatus = z.infer<typeof DraftStatusSchema>;

export const DraftViewSchema = z.object({
  id: z.string(),
  fields: DraftFieldsSchema,
  /** The id that the imported file gave, or null. */
  sourceId: z.string().nullable(),
  importId: z.string().nullable(),
  updatedAt: z.number(),
  deleted: z.boolean(),
  status: DraftStatusSchema,
  /** Why it cannot be published yet. Empty when it can, or was. */
  problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  /** Why it cannot be edited now, or null when it can. */
  lockedReason: z.string().nullable(),
  remoteId: z.string().nullable(),
  error: OperationErrorSchema.nullable(),
});
export type DraftView = z.infer<typeof DraftViewSchema>;
