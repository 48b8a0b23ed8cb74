import { z } from 'zod';
import { extraFields, unsentReasons } from '../publishing/extra-fields.ts';

/**
 * Where a statement about the platform comes from: a public page (`documented`), the platform's own OpenAPI document
 * as it was read last (`document`), or a guess of ours that may be wrong (`assumed`).
 */
export const SourceSchema = z.enum(['documented', 'document', 'assumed']);
export type Source = z.infer<typeof SourceSchema>;

export const RouteSchema = z.object({
  method: z.string(),
  /** Below the platform's address, for example `/api/public/v1/events/{id}`. */
  path: z.string(),
  deprecated: z.boolean(),
});
export type Route = z.infer<typeof RouteSchema>;

/** A route, or null: the source does not offer it. */
export const OfferSchema = z.object({ route: RouteSchema.nullable(), source: SourceSchema });
export type Offer = z.infer<typeof OfferSchema>;

export const routePurposes = [
  'createEvent',
  'updateEvent',
  'listEvents',
  'readEvent',
  'uploadMedia',
  'listChannels',
  'listClassifications',
  'listPlaces',
] as const;
export type RoutePurpose = (typeof routePurposes)[number];

export const limitNames = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'pattern',
  'format',
] as const;

export const FieldSchema = z.object({
  /** Dotted, for example `approxLocation.city.placeId`; `offers[].url` inside a list. */
  name: z.string(),
  /** True only when every body must have it. */
  required: z.boolean(),
  /** JSON Schema types; empty when none is said. */
  types: z.array(z.string()),
  values: z.array(z.object({ value: z.union([z.string(), z.number()]), source: SourceSchema })),
  /** True when no other value is taken. */
  valuesComplete: z.boolean(),
  limits: z.partialRecord(z.enum(limitNames), z.union([z.number(), z.string()])),
  deprecated: z.boolean(),
  source: SourceSchema,
});
export type Field = z.infer<typeof FieldSchema>;

export const SecuritySchema = z.object({
  /** `bearer`, or the header that carries the key. */
  name: z.string(),
  type: z.string(),
  source: SourceSchema,
});
export type Security = z.infer<typeof SecuritySchema>;

export const CapabilitiesSchema = z.object({
  routes: z.record(z.enum(routePurposes), OfferSchema),
  /** Of the body that creates an event. */
  fields: z.array(FieldSchema),
  security: z.array(SecuritySchema),
});
/** What the platform offers, as far as it is known; each item says where that comes from. */
export type Capabilities = z.infer<typeof CapabilitiesSchema>;

/** What an answer's own headers said of its route (`Deprecation`: RFC 9745, `Sunset`: RFC 8594). Times in ms since 1970. */
export const DeprecationNoticeSchema = z.object({
  /** `POST /api/public/v1/events`. */
  route: z.string(),
  sinceMs: z.number().nullable(),
  sunsetMs: z.number().nullable(),
});
export type DeprecationNotice = z.infer<typeof DeprecationNoticeSchema>;

/** One thing that the platform's document says otherwise than when a person looked last, in words. */
export const ContractChangeSchema = z.object({
  about: z.enum(['route', 'field', 'key']),
  name: z.string(),
  /** A whole sentence. */
  text: z.string(),
});
export type ContractChange = z.infer<typeof ContractChangeSchema>;

/** Why nothing is sent while the platform's document stands as it does. */
export const ContractStopSchema = z.object({
  /** Whole sentences, at least one. */
  reasons: z.array(z.string()),
  /** True when a person said to send all the same. */
  overruled: z.boolean(),
});
export type ContractStop = z.infer<typeof ContractStopSchema>;

/** The platform's contract as people and programs see it. */
export const ContractViewSchema = z.object({
  capabilities: CapabilitiesSchema,
  /** Version that the document gives itself; null when none was read. */
  version: z.string().nullable(),
  /** When the document was last read or confirmed unchanged, ms since 1970; null when never. */
  readAt: z.number().nullable(),
  /** Why the last attempt gave nothing, or null. */
  trouble: z.string().nullable(),
  notices: z.array(DeprecationNoticeSchema),
  /** Since a person looked last; empty when nothing changed. */
  changes: z.array(ContractChangeSchema),
  stop: ContractStopSchema.nullable(),
  /** Fields of a draft that are kept and not sent. */
  unsent: z.array(z.object({ field: z.enum(extraFields), why: z.enum(unsentReasons) })),
});
export type ContractView = z.infer<typeof ContractViewSchema>;
