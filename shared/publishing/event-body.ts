import type { DraftFields } from '../drafts/draft.ts';
import { OrganizerError } from '../errors.ts';
import { describeZonedProblem, resolveEnd, resolveLocal } from '../time/zoned.ts';
import type { ExtraField } from './extra-fields.ts';
import { publishProblems, summariseProblems } from './readiness.ts';

/**
 * The body of `POST /events`: the fields that the platform's pages document (create-events). The last two are named
 * in prose only; they are there only when the platform's own OpenAPI document lists them.
 */
export type CreateEventBody = {
  channelId: number;
  title: string;
  /** ISO 8601 with offset. */
  startAt: string;
  endAt?: string;
  /** IANA zone. */
  timezone: string;
  classifications: string[];
  approxLocation: { city: { placeId: string; name?: string; countryCode?: string } };
  locationName?: string;
  status: 'draft' | 'published';
  coverImage?: number;
  offers?: { name: string; url: string; availability: string }[];
  description?: string;
  capacity?: number;
};

/**
 * Builds the body for a draft that is ready. The order of the keys is fixed, so that equal drafts give equal bytes.
 * @param extra fields beyond the documented ones that the platform's document lists. Default: none.
 * @throws OrganizerError `not_allowed` when something required is missing.
 */
export function toCreateEventBody(fields: DraftFields, extra: readonly ExtraField[] = []): CreateEventBody {
  const problems = publishProblems(fields);
  const { startLocal, timeZone, channelId, placeId } = fields;
  if (problems.length > 0 || startLocal === null || timeZone === null || channelId === null || placeId === null) {
    throw new OrganizerError('not_allowed', `This draft is not ready to publish. ${summariseProblems(problems)}`);
  }
  return {
    channelId,
    title: fields.title.trim(),
    startAt: instant(startLocal, timeZone, fields.startFold),
    ...(fields.endLocal !== null && { endAt: endInstant(fields.endLocal, fields, timeZone) }),
    timezone: timeZone,
    classifications: fields.classifications,
    approxLocation: {
      city: {
        placeId: placeId.trim(),
        ...(fields.placeName !== null && { name: fields.placeName }),
        ...(fields.countryCode !== null && { countryCode: fields.countryCode }),
      },
    },
    ...(fields.locationName.trim() !== '' && { locationName: fields.locationName.trim() }),
    status: fields.publishAs,
    ...(fields.coverImage !== null && { coverImage: fields.coverImage }),
    ...(fields.offers.length > 0 && {
      offers: fields.offers.map(({ name, url, availability }) => ({ name, url, availability })),
    }),
    // Last, so that the bytes of a body without them stay what they were.
    ...(extra.includes('description') &&
      fields.description.trim() !== '' && { description: fields.description.trim() }),
    ...(extra.includes('capacity') && fields.capacity !== null && { capacity: fields.capacity }),
  };
}

function instant(local: string, timeZone: string, fold: DraftFields['startFold']): string {
  const resolved = resolveLocal(local, timeZone, fold);
  if (!resolved.ok) throw new OrganizerError('not_allowed', describeZonedProblem(resolved.problem));
  return resolved.iso;
}

function endInstant(endLocal: string, fields: DraftFields, timeZone: string): string {
  const end = resolveEnd(fields.startLocal ?? endLocal, endLocal, timeZone, fields.startFold);
  if (!end.ok) throw new OrganizerError('not_allowed', describeZonedProblem(end.problem));
  return end.iso;
}
