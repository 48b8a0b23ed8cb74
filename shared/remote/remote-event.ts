import { z } from 'zod';

/** A field that the platform's copy has otherwise than it was sent, both in words. */
export const DifferenceSchema = z.object({ field: z.string(), sent: z.string(), there: z.string() });
export type Difference = z.infer<typeof DifferenceSchema>;

/** `tracked`: the ledger knows it; `changed`: and it is otherwise there now; `elsewhere`: nothing here stands for it. */
export const standings = ['tracked', 'changed', 'elsewhere'] as const;
export type Standing = (typeof standings)[number];

/** An event as the platform lists it. What it does not say is null: only `id` and `title` are documented. */
export const RemoteEventSchema = z.object({
  remoteId: z.string(),
  title: z.string().nullable(),
  /** As the platform writes it. */
  startAt: z.string().nullable(),
  channelId: z.number().int().nullable(),
  status: z.string().nullable(),
  standing: z.enum(standings),
  /** The draft that stands for it here. */
  draftId: z.string().nullable(),
  differences: z.array(DifferenceSchema),
});
export type RemoteEvent = z.infer<typeof RemoteEventSchema>;

export const RemoteListSchema = z.object({
  /** When the list was read, ms since 1970; null when never. */
  readAt: z.number().nullable(),
  /** True when it was read to the end: only then can something be said to be gone. */
  complete: z.boolean(),
  counts: z.record(z.enum(standings), z.number().int()),
  total: z.number().int(),
  events: z.array(RemoteEventSchema),
  /** Delivered from here and not on the list any more; the first 200. */
  gone: z.array(z.object({ draftId: z.string(), remoteId: z.string(), title: z.string(), startAt: z.string() })),
});
export type RemoteList = z.infer<typeof RemoteListSchema>;
