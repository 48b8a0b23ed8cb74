import { z } from 'zod';
import { fromWallMs, isWritable, localToWallMs } from '../calendar/dates/arithmetic.ts';
import { type DraftFields, DraftFieldsSchema, emptyDraftFields } from './draft.ts';

const MINUTE_MS = 60_000;

/** Longest event that a preset keeps the length of, in minutes: a month. */
const LONGEST_MINUTES = 31 * 24 * 60;

/** What is always the same at a venue. Fields that are not named are left as they are. */
export const VenueContentSchema = z.strictObject({
  fields: DraftFieldsSchema.pick({
    locationName: true,
    placeId: true,
    placeName: true,
    countryCode: true,
    timeZone: true,
    channelId: true,
    classifications: true,
    offers: true,
    capacity: true,
    publishAs: true,
  }).partial(),
  /** How long an event lasts; null leaves the end alone. */
  durationMinutes: z.number().int().min(1).max(LONGEST_MINUTES).nullable(),
});
export type VenueContent = z.infer<typeof VenueContentSchema>;

export const VenuePresetSchema = z.object({ id: z.string(), name: z.string(), content: VenueContentSchema });
export type VenuePreset = z.infer<typeof VenuePresetSchema>;

/** What goes together in a preset: one tick for each. */
export const venueParts = {
  venue: ['locationName'],
  place: ['placeId', 'placeName', 'countryCode'],
  timeZone: ['timeZone'],
  channel: ['channelId'],
  classifications: ['classifications'],
  tickets: ['offers'],
  capacity: ['capacity'],
  publishAs: ['publishAs'],
} as const satisfies Record<string, readonly (keyof VenueContent['fields'])[]>;
export type VenuePart = keyof typeof venueParts | 'duration';

/** The parts in which a draft says something, in the order of the editor. */
export function partsOf(fields: DraftFields): VenuePart[] {
  const empty = emptyDraftFields();
  const parts = (Object.keys(venueParts) as (keyof typeof venueParts)[]).filter(
    (part) =>
      part === 'publishAs' ||
      venueParts[part].some((field) => JSON.stringify(fields[field]) !== JSON.stringify(empty[field])),
  );
  return durationOf(fields) === null ? parts : [...parts, 'duration'];
}

/** A preset of these parts of a draft. */
export function toVenueContent(fields: DraftFields, parts: readonly VenuePart[]): VenueContent {
  const names = parts.flatMap((part) => (part === 'duration' ? [] : [...venueParts[part]]));
  return {
    fields: Object.fromEntries(names.map((name) => [name, fields[name]])),
    durationMinutes: parts.includes('duration') ? durationOf(fields) : null,
  };
}

/** How long a draft lasts, in minutes on the wall clock; null without an end after its start. */
export function durationOf({ startLocal, endLocal }: DraftFields): number | null {
  if (startLocal === null || endLocal === null) return null;
  const minutes = Math.round((localToWallMs(endLocal) - localToWallMs(startLocal)) / MINUTE_MS);
  return minutes >= 1 && minutes <= LONGEST_MINUTES ? minutes : null;
}

/** What a preset changes in a draft. The end follows the start, where there is one and no end yet. */
export function applyVenue(fields: DraftFields, { fields: own, durationMinutes }: VenueContent): Partial<DraftFields> {
  const end = fields.endLocal === null ? endAfter(fields.startLocal, durationMinutes) : null;
  // A field that is named without a value says nothing.
  const given: Partial<DraftFields> = Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined),
  );
  return end === null ? given : { ...given, endLocal: end };
}

/** The end of an event of that length; null when one of them is unknown. */
export function endAfter(startLocal: string | null, durationMinutes: number | null): string | null {
  if (startLocal === null || durationMinutes === null) return null;
  const ms = localToWallMs(startLocal) + durationMinutes * MINUTE_MS;
  return isWritable(ms) ? fromWallMs(ms) : null;
}
