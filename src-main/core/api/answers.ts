import { z } from 'zod';

/**
 * What the platform's answers look like. Only what is needed is named, and everything that no page documents is
 * optional, so that a real answer which differs is still understood as far as it goes.
 */

/** `{error: {code, message, requestId?, details?}}` (page errors; requestId and details are missing in one sample). */
const ErrorEnvelopeSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string().catch(''),
    requestId: z.string().optional().catch(undefined),
    details: z
      .object({ field: z.string().optional().catch(undefined), issue: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

export type ApiError = {
  code: string;
  message: string;
  requestId: string | null;
  field: string | null;
  issue: string | null;
};

/** Longest text of the platform that is kept and shown. */
const LONGEST_MESSAGE = 500;

/** The platform's error envelope, or null when the answer has none (a proxy in front may answer with HTML). */
export function readApiError(json: unknown): ApiError | null {
  const parsed = ErrorEnvelopeSchema.safeParse(json);
  if (!parsed.success) return null;
  const { code, message, requestId, details } = parsed.data.error;
  return {
    code: code.slice(0, 100),
    message: message.slice(0, LONGEST_MESSAGE),
    requestId: requestId?.slice(0, 200) ?? null,
    field: details?.field?.slice(0, 200) ?? null,
    issue: details?.issue?.slice(0, LONGEST_MESSAGE) ?? null,
  };
}

/** Ids are numbers in every documented sample; text is accepted too and kept as text. */
const RemoteId = z.union([z.number().transform(String), z.string().min(1).max(200)]);

/** `{doc: {id, title, …}}` (page create-events). */
const CreatedSchema = z.object({ doc: z.object({ id: RemoteId }) });

/** The id of the created event, or null when the answer cannot be read. */
export function readCreatedId(json: unknown): string | null {
  const parsed = CreatedSchema.safeParse(json);
  return parsed.success ? parsed.data.doc.id : null;
}

export const ChannelDocSchema = z.object({
  id: z.number().int(),
  name: z.string().catch(''),
  slug: z.string().catch(''),
});

/** The envelope of `/channels` has all of these, that of `/events` only four (page pagination). */
export const PageSchema = z.object({
  docs: z.array(z.unknown()),
  page: z.number().int().positive(),
  limit: z.number().int().positive(),
  totalDocs: z.number().int().nonnegative(),
  hasNextPage: z.boolean().optional(),
});

/** Assumed shapes of an event that is read back: an item lacking what a comparison needs proves nothing. */
export const EventDocSchema = z.object({
  id: RemoteId,
  title: z.string().optional().catch(undefined),
  startAt: z.string().optional().catch(undefined),
  channelId: z.number().optional().catch(undefined),
  approxLocation: z
    .object({
      city: z.object({
        placeId: z.string(),
        name: z.string().nullable().catch(null),
        countryCode: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullable()
          .catch(null),
      }),
    })
    .optional()
    .catch(undefined),
});
export type EventDoc = z.infer<typeof EventDocSchema>;

const SlugItem = z.union([
  z.string().transform((slug) => ({ slug, name: slug })),
  z
    .object({ slug: z.string(), name: z.string().optional().catch(undefined) })
    .transform(({ slug, name }) => ({ slug, name: name ?? slug })),
]);

/** The shape of `/classifications` is not documented: a bare array or `{docs: […]}`, of strings or `{slug, name}`. */
export const ClassificationsSchema = z.union([
  z.array(SlugItem),
  z.object({ docs: z.array(SlugItem) }).transform(({ docs }) => docs),
]);
