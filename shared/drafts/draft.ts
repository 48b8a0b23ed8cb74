import { z } from 'zod';
import { isLocalDateTime } from '../time/zoned.ts';

/**
 * A draft is what the organizer typed or imported. It may be incomplete: only publishing asks for everything
 * (see `shared/publishing/readiness.ts`). Times are local, with an IANA zone beside them.
 */

const LocalDateTimeSchema = z.string().refine(isLocalDateTime, 'Use the form 2026-06-12T20:00.');

/** One way to get a ticket. The keys are those of the platform's documented example (create-events). */
export const OfferSchema = z.strictObject({
  name: z.string().max(500),
  url: z.string().max(4_000),
  /** Only "available" is documented; any other word is kept as it is. */
  availability: z.string().max(100),
});
export type Offer = z.infer<typeof OfferSchema>;

/** Longest text that a draft keeps in one field, in UTF-16 units. A guard for memory, not a limit of the platform. */
export const LONGEST_TEXT = 100_000;

export const DraftFieldsSchema = z.strictObject({
  title: z.string().max(LONGEST_TEXT),
  /** Start on the wall clock of `timeZone`; null while unknown. */
  startLocal: LocalDateTimeSchema.nullable(),
  /** End on the same wall clock; null when open. */
  endLocal: LocalDateTimeSchema.nullable(),
  /** True when only the dates count. The platform documents no all-day flag: see docs/decisions. */
  allDay: z.boolean(),
  /** IANA zone name. */
  timeZone: z.string().max(100).nullable(),
  /** Which of two equal clock times `startLocal` means when the clocks go back. */
  startFold: z.enum(['earlier', 'later']),
  description: z.string().max(LONGEST_TEXT),
  channelId: z.number().int().nullable(),
  classifications: z.array(z.string().max(200)).max(100),
  placeId: z.string().max(500).nullable(),
  placeName: z.string().max(500).nullable(),
  /** ISO 3166-1 alpha-2. */
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** Venue or room, as visitors would say it. */
  locationName: z.string().max(LONGEST_TEXT),
  /** A media id of the platform, not a URL (documented in create-events). */
  coverImage: z.number().int().nullable(),
  offers: z.array(OfferSchema).max(100),
  capacity: z.number().int().nonnegative().nullable(),
  /** How the event is sent: hidden for review, or visible (moderation may still hold it). */
  publishAs: z.enum(['draft', 'published']),
});
export type DraftFields = z.infer<typeof DraftFieldsSchema>;
export type DraftField = keyof DraftFields;

/** The fields of a new, empty draft. */
export function emptyDraftFields(): DraftFields {
  return {
    title: '',
    startLocal: null,
    endLocal: null,
    allDay: false,
    timeZone: null,
    startFold: 'earlier',
    description: '',
    channelId: null,
    classifications: [],
    placeId: null,
    placeName: null,
    countryCode: null,
    locationName: '',
    coverImage: null,
    offers: [],
    capacity: null,
    publishAs: 'published',
  };
}

/** The words for each field in lists, messages and the editor. */
export const draftFieldLabels: Record<DraftField, string> = {
  title: 'Title',
  startLocal: 'Start',
  endLocal: 'End',
  allDay: 'All day',
  timeZone: 'Time zone',
  startFold: 'Which hour',
  description: 'Description',
  channelId: 'Channel',
  classifications: 'Classifications',
  placeId: 'Place',
  placeName: 'Place name',
  countryCode: 'Country',
  locationName: 'Venue or room',
  coverImage: 'Cover image',
  offers: 'Tickets',
  capacity: 'Capacity',
  publishAs: 'Publish as',
};
