import { foldText } from '#shared/calendar/text/fold.ts';
import type { ReadRow } from '#shared/calendar/types.ts';
import type { Place } from '#shared/contract/views.ts';
import type { EventRow } from '../identity.ts';

/** A place of the platform, as the person chose it for a city of the file. */
export type PlaceAnswer = { placeId: string; placeName?: string | undefined; countryCode?: string | undefined };

/**
 * Gives rows that name a city the id of that place: by what the person answered, else by the one known place of that
 * name. No look-up of places is documented, so what is not known is asked.
 * @param fallback the place that was chosen for rows that name none
 */
export function createPlaceCheck(
  known: readonly Place[],
  fallback: { placeId?: string | undefined; placeName?: string | undefined },
  answers: Readonly<Record<string, PlaceAnswer>> = {},
) {
  const answered = new Map(Object.entries(answers).map(([city, place]) => [foldText(city.trim()), place] as const));
  const byName = new Map<string, Place | null>();
  for (const place of known) {
    const name = foldText((place.name ?? '').trim());
    // Two places of one name cannot be told apart by it.
    if (name !== '') byName.set(name, byName.has(name) ? null : place);
  }
  const unknown = new Map<string, { value: string; rows: number }>();

  function find(city: string): PlaceAnswer | null {
    const name = foldText(city.trim());
    const answer = answered.get(name);
    if (answer !== undefined) return answer;
    const place = byName.get(name);
    if (place == null) return null;
    return { placeId: place.placeId, ...(place.countryCode !== null && { countryCode: place.countryCode }) };
  }

  return {
    check(row: ReadRow): ReadRow {
      if (row.kind !== 'event' || !row.given.includes('placeName') || row.given.includes('placeId')) return row;
      const city = row.fields.placeName ?? '';
      const found = find(city);
      if (found !== null) return withPlace(row, found);
      const isTheDefault = fallback.placeId !== undefined && foldText(fallback.placeName ?? '') === foldText(city);
      if (!isTheDefault) {
        const key = foldText(city.trim());
        unknown.set(key, { value: city, rows: (unknown.get(key)?.rows ?? 0) + 1 });
      }
      return row;
    },
    /** Cities that no known place has the name of, the most frequent first. */
    unmapped: () => [...unknown.values()].sort((a, b) => b.rows - a.rows),
  };
}

/** Like a default, the id is not what the file said: a later choice of the person is never overwritten by it. */
function withPlace(row: EventRow, { placeId, countryCode }: PlaceAnswer): EventRow {
  const given = new Set(row.given);
  const country = given.has('countryCode') ? row.fields.countryCode : (countryCode ?? row.fields.countryCode);
  return { ...row, fields: { ...row.fields, placeId, countryCode: country } };
}
