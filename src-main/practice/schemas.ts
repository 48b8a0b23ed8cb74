import { z } from 'zod';
import { sampleClassifications } from './samples.ts';

/*
 * The shapes that the server checks and the OpenAPI document shows. "Documented" means the page create-events, unless
 * another is named. Assumed, for all of them: unknown properties are ignored, and null is not a way to leave a
 * property out.
 */

/** Documented (page channels): these three keys are shown. */
export const Channel = z.object({ id: z.number().int(), name: z.string(), slug: z.string() });
export type Channel = z.infer<typeof Channel>;

/** Assumed: the page names the slug only. */
export const Classification = z.object({ slug: z.string(), name: z.string() });
export type Classification = z.infer<typeof Classification>;

/** Documented: ISO 8601 with an offset. Assumed: `Z` counts as one, and the seconds are required. */
const OffsetDateTime = z.iso.datetime({ offset: true, error: 'Must be an ISO 8601 date-time with an offset.' });

const TimeZone = z.string().refine(isTimeZone, 'Must be an IANA time zone such as America/New_York.');

/** An enumeration, so that the OpenAPI document shows what is taken. */
const ClassificationSlug = z.enum(
  sampleClassifications.map(({ slug }) => slug),
  'Is not a known classification.',
);

/** Documented: `placeId` is required, name and countryCode are shown. Assumed: any place id is accepted. */
export const City = z.object({
  placeId: z.string().trim().min(1).describe('For example place-new-york.'),
  name: z.string().optional(),
  countryCode: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'Must be two letters.')
    .optional(),
});

/** Documented by example. Assumed: only the name is required, and availability takes values besides `available`. */
export const Offer = z.object({
  name: z.string().trim().min(1),
  url: z.url({ protocol: /^https?$/, error: 'Must be an http or https URL.' }).optional(),
  availability: z.string().min(1).optional(),
});

const eventFields = {
  // Assumed: white space around a title is dropped, and there is no limit to its length.
  title: z.string().trim().min(1),
  startAt: OffsetDateTime,
  timezone: TimeZone.describe('IANA time zone.'),
  // Assumed: at least one.
  classifications: z.array(ClassificationSlug).min(1),
  approxLocation: z.object({ city: City }),
  endAt: OffsetDateTime.optional(),
  // Assumed: the spelling `draft`, and that it is the default.
  status: z.enum(['draft', 'published']).optional(),
  locationName: z.string().optional(),
  // Documented: a media id. Assumed: ids are not looked up, so that ids of the real platform can be practised with.
  coverImage: z.number().int().min(1).optional(),
  offers: z.array(Offer).optional(),
  // Assumed: both keys. The page names description and capacity in prose only.
  description: z.string().optional().meta({ 'x-assumed': true }),
  capacity: z.number().int().min(1).optional().meta({ 'x-assumed': true }),
};

const { description: _description, capacity: _capacity, ...documentedFields } = eventFields;

/** Body of `POST /events` with nothing but what the page documents. */
export const DocumentedEventCreate = z
  .strictObject({ channelId: z.number().int(), ...documentedFields })
  .refine(endsAfterStart, { path: ['endAt'], error: 'Must not be before startAt.' });

/** Body of `POST /events`. Assumed: an event may not end before it starts. */
export const EventCreate = z
  .object({ channelId: z.number().int(), ...eventFields })
  .refine(endsAfterStart, { path: ['endAt'], error: 'Must not be before startAt.' });
export type EventCreate = z.infer<typeof EventCreate>;

/** Assumed: body of `PATCH /events/{id}`: every field but the channel may change, and those left out stay. */
export const EventUpdate = z.object(eventFields).partial();
export type EventUpdate = z.infer<typeof EventUpdate>;

/** Documented: `id` and `title`. Assumed: the rest of the fields come back as they were sent, with two time stamps. */
export const EventDoc = z.object({
  id: z.number().int(),
  channelId: z.number().int(),
  ...eventFields,
  status: z.enum(['draft', 'published']),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type EventDoc = z.infer<typeof EventDoc>;

/** True unless `endAt` lies before `startAt`. */
export function endsAfterStart(event: { startAt: string; endAt?: string | undefined }): boolean {
  return event.endAt === undefined || Date.parse(event.endAt) >= Date.parse(event.startAt);
}

function isTimeZone(name: string): boolean {
  // Intl also knows plain offsets such as +01:00, which are not IANA names.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
