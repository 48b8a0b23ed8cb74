import { z } from 'zod';
import {
  type Catalog,
  type Channel,
  ChannelSchema,
  type Classification,
  ClassificationSchema,
} from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { ChannelDocSchema, ClassificationsSchema, EventDocSchema } from '../api/answers.ts';
import { okJson, type Reading, readPages, unknownForm } from '../api/reading.ts';
import { all, type Db, run, write } from '../db/database.ts';
import { readSetting, writeSetting } from '../workspace/settings.ts';
import { listPlaces, rememberPlace } from './places.ts';

const REFRESHED_AT = 'catalog_refreshed_at';

/** Pages of the organizer's events that are looked through for places: the newest few hundred are plenty. */
const PLACE_PAGES = 5;

/** What is known without asking the platform. */
export function readCatalog(db: Db): Catalog {
  const refreshedAt = readSetting(db, REFRESHED_AT);
  return {
    channels: all(db, 'SELECT id, name, slug FROM channels ORDER BY name, id').map((row) => ChannelSchema.parse(row)),
    classifications: all(db, 'SELECT slug, name FROM classifications ORDER BY name').map((row) =>
      ClassificationSchema.parse(row),
    ),
    places: listPlaces(db),
    refreshedAt: refreshedAt === null ? null : Number(refreshedAt),
  };
}

/** All channels of the key's owner (GET `/channels`). @throws OrganizerError as `refusal` says. */
export async function fetchChannels(reading: Reading): Promise<Channel[]> {
  const channels: Channel[] = [];
  for await (const { docs } of readPages(reading, '/channels')) {
    const parsed = z.array(ChannelDocSchema).safeParse(docs);
    if (!parsed.success) throw unknownForm('/channels');
    channels.push(...parsed.data);
  }
  return channels;
}

/** Channels in, channels out: what the platform no longer lists is forgotten. */
export function storeChannels(db: Db, channels: Channel[]): void {
  write(db, () => {
    run(db, 'DELETE FROM channels');
    for (const channel of channels) {
      run(db, 'INSERT INTO channels VALUES (:id, :name, :slug) ON CONFLICT DO NOTHING', channel);
    }
  });
}

/**
 * Reads channels, classifications and, where the key may read events, the places of earlier events. Everything is read
 * before anything is replaced, so a failure half way leaves what was known.
 * @throws OrganizerError as `refusal` says.
 */
export async function refreshCatalog(db: Db, reading: Reading, nowMs: number): Promise<Catalog> {
  const channels = await fetchChannels(reading);
  const classifications = await fetchClassifications(reading);
  const places = await fetchPlaces(reading);
  write(db, () => {
    storeChannels(db, channels);
    run(db, 'DELETE FROM classifications');
    for (const { slug, name } of classifications) {
      run(db, 'INSERT INTO classifications VALUES (:slug, :name) ON CONFLICT DO NOTHING', { slug, name });
    }
    for (const place of places) rememberPlace(db, place, nowMs);
    writeSetting(db, REFRESHED_AT, String(nowMs));
  });
  return readCatalog(db);
}

async function fetchClassifications({ api, key, signal }: Reading): Promise<Classification[]> {
  const parsed = ClassificationsSchema.safeParse(
    okJson(await api.send({ method: 'GET', path: '/classifications', key, signal })),
  );
  if (parsed.success) return parsed.data;
  throw unknownForm('/classifications');
}

type FoundPlace = { placeId: string; placeName: string | null; countryCode: string | null };

/** Learning places is a help, never a condition: without `events:read`, or in trouble, there are simply none. */
async function fetchPlaces(reading: Reading): Promise<FoundPlace[]> {
  const places = new Map<string, FoundPlace>();
  try {
    for await (const { docs } of readPages(reading, '/events', PLACE_PAGES)) {
      for (const doc of docs) {
        const city = EventDocSchema.safeParse(doc).data?.approxLocation?.city;
        if (city)
          places.set(city.placeId, { placeId: city.placeId, placeName: city.name, countryCode: city.countryCode });
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
  }
  return [...places.values()];
}
