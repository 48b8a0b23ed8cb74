import { z } from 'zod';
import { type DeprecationNotice, DeprecationNoticeSchema } from '#shared/platform/capabilities.ts';
import { type ExtraField, extraFields } from '#shared/publishing/extra-fields.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import type { Validators } from './fetch-document.ts';

const Row = z.object({
  tried_at: z.number(),
  trouble: z.string().nullable(),
  read_at: z.number().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  document: z.string().nullable(),
});
export type StoredContract = z.infer<typeof Row>;

/** The document as it was read last, and how the last attempt went; null before the first. */
export function readStored(db: Db): StoredContract | null {
  const row = get(
    db,
    'SELECT tried_at, trouble, read_at, etag, last_modified, document FROM platform_contract WHERE one = 1',
  );
  return row === undefined ? null : Row.parse(row);
}

const TimesRow = Row.pick({ tried_at: true, trouble: true });

/** When it was last tried and with what trouble, without reading the document. */
export function readTimes(db: Db): z.infer<typeof TimesRow> | null {
  const row = get(db, 'SELECT tried_at, trouble FROM platform_contract WHERE one = 1');
  return row === undefined ? null : TimesRow.parse(row);
}

/** A document that could be read takes the place of the one before it. */
export function storeDocument(
  db: Db,
  found: { document: string; sent: ExtraField[] } & Validators,
  nowMs: number,
): void {
  const { document, sent, etag, lastModified } = found;
  run(
    db,
    `INSERT INTO platform_contract (one, tried_at, trouble, read_at, etag, last_modified, document, sent_extra_fields)
     VALUES (1, :nowMs, NULL, :nowMs, :etag, :lastModified, :document, :sent)
     ON CONFLICT DO UPDATE SET tried_at = :nowMs, trouble = NULL, read_at = :nowMs, etag = :etag,
       last_modified = :lastModified, document = :document, sent_extra_fields = :sent`,
    { nowMs, etag, lastModified, document, sent: JSON.stringify(sent) },
  );
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

const SentRow = z.object({ sent_extra_fields: z.string() });
const Sent = z.array(z.enum(extraFields));

/** The fields beyond the documented ones that a body frozen now has. */
export function readSentExtraFields(db: Db): ExtraField[] {
  const row = get(db, 'SELECT sent_extra_fields FROM platform_contract WHERE one = 1');
  return row === undefined ? [] : Sent.parse(JSON.parse(SentRow.parse(row).sent_extra_fields));
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
