import { z } from 'zod';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import type { Db } from '../../db/database.ts';
import { openDamagedToRead } from '../../db/other-files.ts';
import { ImportedFieldsSchema } from '../../drafts/rows.ts';

const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

const DraftRow = z.object({
  id: z.string().min(1),
  fields: jsonOf(DraftFieldsSchema),
  source_key: z.string().nullable(),
  source_id: z.string().nullable(),
  imported_fields: jsonOf(ImportedFieldsSchema).nullable(),
  created_at: z.number(),
  updated_at: z.number(),
  deleted_at: z.number().nullable(),
});
export type SalvagedDraft = z.infer<typeof DraftRow>;

const DeliveryRow = z.object({
  state: z.literal('delivered'),
  id: z.string().min(1),
  draft_id: z.string().min(1),
  channel_id: z.number().int(),
  title: z.string(),
  start_at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  idempotency_key: z.string().min(1),
  body: z.instanceof(Uint8Array),
  attempts: z.number().int(),
  remote_id: z.string().nullable(),
  queued_at: z.number(),
  finished_at: z.number(),
});
export type SalvagedDelivery = z.infer<typeof DeliveryRow>;

const SettingRow = z.object({ name: z.string(), value: z.string() });

/** What could still be read of a damaged database, by id or name. */
export type Salvage = {
  drafts: Map<string, SalvagedDraft>;
  /** Delivered operations: the ledger. */
  deliveries: Map<string, SalvagedDelivery>;
  settings: Map<string, string>;
};

/**
 * Reads what can be read of a database, however damaged: from the beginning until SQLite refuses, then from the end.
 * Every row is parsed as if it came from a stranger. Changes nothing; an unreadable file gives nothing.
 */
export function salvageFrom(file: string): Salvage {
  const salvage: Salvage = { drafts: new Map(), deliveries: new Map(), settings: new Map() };
  let db: Db | undefined;
  try {
    db = openDamagedToRead(file);
    for (const row of readable(db, 'workspace', SettingRow, 'name')) salvage.settings.set(row.name, row.value);
    for (const row of readable(db, 'drafts', DraftRow, 'seq')) salvage.drafts.set(row.id, row);
    for (const row of readable(db, 'operations', DeliveryRow, 'seq')) salvage.deliveries.set(row.id, row);
  } catch {
    // Not even its first page can be read: then the platform's list and the person have to tell.
  } finally {
    db?.close();
  }
  return salvage;
}

/** Rows in either order, each until the first that SQLite cannot read; rows that make no sense are left out. */
function* readable<T>(db: Db, table: string, schema: z.ZodObject & z.ZodType<T>, key: string): Generator<T> {
  const columns = Object.keys(schema.shape).join(', ');
  for (const order of ['ASC', 'DESC']) {
    let complete = false;
    try {
      for (const row of db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${key} ${order}`).iterate()) {
        const parsed = schema.safeParse(row);
        if (parsed.success) yield parsed.data;
      }
      complete = true;
    } catch {
      // The damage begins here: the rest is read from the other end.
    }
    if (complete) return;
  }
}
