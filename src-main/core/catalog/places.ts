import { z } from 'zod';
import type { Place } from '#shared/contract/views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { all, type Db, run } from '../db/database.ts';

const PlaceRow = z
  .object({ place_id: z.string(), name: z.string().nullable(), country_code: z.string().nullable() })
  .transform((row) => ({ placeId: row.place_id, name: row.name, countryCode: row.country_code }));

/** Places this organizer has used, the latest first. No look-up of places is documented, so they are remembered. */
export function listPlaces(db: Db): Place[] {
  return all(db, 'SELECT place_id, name, country_code FROM places ORDER BY used_at DESC, place_id').map((row) =>
    PlaceRow.parse(row),
  );
}

/** Remembers a draft's place. Names once known are kept when a later use does not give them. */
export function rememberPlace(
  db: Db,
  fields: Pick<DraftFields, 'placeId' | 'placeName' | 'countryCode'>,
  nowMs: number,
): void {
  if (fields.placeId === null || fields.placeId.trim() === '') return;
  run(
    db,
    `INSERT INTO places (place_id, name, country_code, used_at) VALUES (:placeId, :name, :countryCode, :nowMs)
     ON CONFLICT DO UPDATE SET used_at = excluded.used_at,
       name = coalesce(excluded.name, name), country_code = coalesce(excluded.country_code, country_code)`,
    { placeId: fields.placeId.trim(), name: fields.placeName, countryCode: fields.countryCode, nowMs },
  );
}
