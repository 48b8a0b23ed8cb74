import { z } from 'zod';
import {
  type ContractStop,
  type DeprecationNotice,
  DeprecationNoticeSchema,
  type Field,
  FieldSchema,
} from '#shared/platform/capabilities.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import type { Validators } from './fetch-document.ts';

const Row = z.object({
  tried_at: z.number(),
  trouble: z.string().nullable(),
  read_at: z.number().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  document: z.string().nullable(),
  seen_document: z.string().nullable(),
});
export type StoredContract = z.infer<typeof Row>;

/** The document as it was read last, and how the last attempt went; null before the first. */
export function readStored(db: Db): StoredContract | null {
  const row = get(
    db,
    'SELECT tried_at, trouble, read_at, etag, last_modified, document, seen_document FROM platform_contract WHERE one = 1',
  );
  return row === undefined ? null : Row.parse(row);
}

const TimesRow = Row.pick({ tried_at: true, trouble: true });

/** When it was last tried and with what trouble, without reading the document. */
export function readTimes(db: Db): z.infer<typeof TimesRow> | null {
  const row = get(db, 'SELECT tried_at, trouble FROM platform_contract WHERE one = 1');
  return row === undefined ? null : TimesRow.parse(row);
}

/** A document that could be read takes the place of the one before it. The first one is no news to anybody. */
export function storeDocument(
  db: Db,
  found: { document: string; fields: Field[]; stop: string[] } & Validators,
  nowMs: number,
): void {
  const { document, fields, stop, etag, lastModified } = found;
  run(
    db,
    `INSERT INTO platform_contract
       (one, tried_at, trouble, read_at, etag, last_modified, document, seen_document, fields, stop)
     VALUES (1, :nowMs, NULL, :nowMs, :etag, :lastModified, :document, :document, :fields, :stop)
     ON CONFLICT DO UPDATE SET tried_at = :nowMs, trouble = NULL, read_at = :nowMs, etag = :etag,
       last_modified = :lastModified, document = :document, seen_document = coalesce(seen_document, :document),
       fields = :fields, stop = :stop`,
    {
      nowMs,
      etag,
      lastModified,
      document,
      fields: JSON.stringify(fields),
      stop: stop.length === 0 ? null : JSON.stringify(stop),
    },
  );
}

/** A person has seen what the document says now. */
export function storeSeen(db: Db): void {
  run(db, 'UPDATE platform_contract SET seen_document = document');
}

/** A person wants to send in spite of the stop as it stands; another one stops again. */
export function overruleStop(db: Db): void {
  run(db, 'UPDATE platform_contract SET overruled = stop');
}

const StopRow = z.object({ stop: z.string(), overruled: z.number() });

/** Why every event would be refused, as far as the platform's document tells; null when it does not say so. */
export function readStop(db: Db): ContractStop | null {
  const row = get(
    db,
    'SELECT stop, stop IS overruled AS overruled FROM platform_contract WHERE one = 1 AND stop IS NOT NULL',
  );
  if (row === undefined) return null;
  const { stop, overruled } = StopRow.parse(row);
  return { reasons: z.array(z.string()).parse(JSON.parse(stop)), overruled: overruled === 1 };
}

/** True while the platform's document holds the lane. */
export function isStoppedByContract(db: Db): boolean {
  return readStop(db)?.overruled === false;
}

/** An attempt that gave nothing; what was read before stays in force. */
export function storeTrouble(db: Db, trouble: string, nowMs: number): void {
  run(
    db,
    `INSERT INTO platform_contract (one, tried_at, trouble) VALUES (1, :nowMs, :trouble)
     ON CONFLICT DO UPDATE SET tried_at = :nowMs, trouble = :trouble`,
    { nowMs, trouble },
  );
}

const FieldsRow = z.object({ fields: z.string() });

/** The fields that the document lists for a body frozen now; none before it was read. */
export function readListedFields(db: Db): Field[] {
  const row = get(db, 'SELECT fields FROM platform_contract WHERE one = 1');
  return row === undefined ? [] : z.array(FieldSchema).parse(JSON.parse(FieldsRow.parse(row).fields));
}

const NoticeRow = z
  .object({ route: z.string(), since_ms: z.number().nullable(), sunset_ms: z.number().nullable() })
  .transform(({ route, since_ms, sunset_ms }) =>
    DeprecationNoticeSchema.parse({ route, sinceMs: since_ms, sunsetMs: sunset_ms }),
  );

export function readNotices(db: Db): DeprecationNotice[] {
  return all(db, 'SELECT * FROM deprecation_notices ORDER BY route').map((row) => NoticeRow.parse(row));
}

/** Keeps what an answer said of its route. Returns false, and writes nothing, when that is known already. */
export function storeNotice(db: Db, notice: DeprecationNotice): boolean {
  return write(db, () => {
    const known = readNotices(db).find(({ route }) => route === notice.route);
    if (known?.sinceMs === notice.sinceMs && known.sunsetMs === notice.sunsetMs) return false;
    const changed = run(
      db,
      `INSERT INTO deprecation_notices VALUES (:route, :sinceMs, :sunsetMs)
       ON CONFLICT DO UPDATE SET since_ms = excluded.since_ms, sunset_ms = excluded.sunset_ms`,
      notice,
    );
    return changed === 1;
  });
}
