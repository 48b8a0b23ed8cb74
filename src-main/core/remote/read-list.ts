import { z } from 'zod';
import { OrganizerError } from '#shared/errors.ts';
import { differencesOf, type RemoteDoc, RemoteDocSchema } from '#shared/remote/remote-doc.ts';
import { type Reading, readPages } from '../api/reading.ts';
import { rememberPlace } from '../catalog/places.ts';
import { type Db, get, run, write } from '../db/database.ts';
import { writeSetting } from '../workspace/settings.ts';

export const READ_AT = 'platform_events_read_at';
export const COMPLETE = 'platform_events_complete';

/** Ids are numbers in every documented sample; text is taken too. */
const IdSchema = z.object({ id: z.union([z.number().transform(String), z.string().min(1).max(200)]) });

/**
 * Reads the organizer's events to the end by the documented rule, and keeps them. Nothing is kept when a page cannot be
 * read, so what was known stays whole. Places and classifications that are met are learned.
 * @throws OrganizerError as `refusal` says, `platform_error` when the list has items that are no events.
 */
export async function readRemoteList(db: Db, reading: Reading, nowMs: () => number): Promise<void> {
  const startedAt = nowMs();
  const docs = new Map<string, RemoteDoc>();
  let complete = false;
  for await (const page of readPages(reading, '/events')) {
    for (const item of page.docs) {
      const id = IdSchema.safeParse(item).data?.id;
      if (id === undefined)
        throw new OrganizerError('platform_error', 'Pinned Events lists events in a form that this app does not know.');
      docs.set(id, RemoteDocSchema.parse(item));
    }
    complete = page.last;
  }
  write(db, () => {
    // Without the end nobody knows what is gone: what was read before stays beside what is news.
    if (complete) run(db, 'DELETE FROM platform_events');
    for (const [id, doc] of docs) keep(db, id, doc, startedAt);
    writeSetting(db, READ_AT, String(startedAt));
    writeSetting(db, COMPLETE, complete ? '1' : '0');
  });
}

const BodyRow = z.object({ body: z.string() });

function keep(db: Db, id: string, doc: RemoteDoc, nowMs: number): void {
  const row = get(
    db,
    `SELECT CAST(body AS TEXT) AS body FROM operations WHERE remote_id = :id AND state = 'delivered' LIMIT 1`,
    { id },
  );
  const differences = row === undefined ? [] : differencesOf(JSON.parse(BodyRow.parse(row).body), doc);
  const startMs = doc.startAt === undefined ? Number.NaN : Date.parse(doc.startAt);
  run(
    db,
    `INSERT INTO platform_events VALUES (:id, :channelId, :title, :startMs, :doc, :differences, :nowMs)
     ON CONFLICT DO UPDATE SET channel_id = excluded.channel_id, title = excluded.title, start_ms = excluded.start_ms,
       doc = excluded.doc, differences = excluded.differences, read_at = excluded.read_at`,
    {
      id,
      channelId: doc.channelId ?? null,
      title: doc.title ?? null,
      startMs: Number.isNaN(startMs) ? null : startMs,
      doc: JSON.stringify(doc),
      differences: JSON.stringify(differences),
      nowMs,
    },
  );
  learn(db, doc, nowMs);
}

function learn(db: Db, { approxLocation, classifications = [] }: RemoteDoc, nowMs: number): void {
  const city = approxLocation?.city;
  const country = /^[A-Z]{2}$/.test(city?.countryCode ?? '') ? (city?.countryCode ?? null) : null;
  if (city) rememberPlace(db, { placeId: city.placeId, placeName: city.name ?? null, countryCode: country }, nowMs);
  for (const slug of classifications.filter((one) => one !== ''))
    run(db, 'INSERT INTO classifications VALUES (:slug, :slug) ON CONFLICT DO NOTHING', { slug });
}
