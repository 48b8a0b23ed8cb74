import { z } from 'zod';
import { type DraftFields, DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { OperationErrorSchema, operationStates } from '#shared/outbox/operation.ts';
import { all, type Db } from '../../../../db/database.ts';
import { openDatabase } from '../../../../db/open.ts';
import type { SeasonRow } from '../season.ts';

/** Everything that a verdict looks at, as plain data: what was wanted, what the ledger says, what the platform has. */
export type Evidence = {
  rows: readonly SeasonRow[];
  drafts: DraftFact[];
  operations: OperationFact[];
  attempts: AttemptFact[];
  events: EventFact[];
  requests: RequestFact[];
  /** How many senders were killed. */
  kills: number;
  /** Whether the key could read the platform's list. */
  canRead: boolean;
};

const json = z.string().transform((text): unknown => JSON.parse(text));
const DraftFactSchema = z.object({
  id: z.string(),
  source_id: z.string().nullable(),
  fields: json.pipe(DraftFieldsSchema),
  deleted_at: z.number().nullable(),
});
export type DraftFact = Omit<z.infer<typeof DraftFactSchema>, 'fields'> & { fields: DraftFields };

const OperationFactSchema = z.object({
  id: z.string(),
  draft_id: z.string(),
  title: z.string(),
  start_at: z.string(),
  idempotency_key: z.string(),
  state: z.enum(operationStates),
  attempts: z.number(),
  first_uncertain_at: z.number().nullable(),
  lease_token: z.number(),
  remote_id: z.string().nullable(),
  error: json.pipe(OperationErrorSchema).nullable(),
});
export type OperationFact = z.infer<typeof OperationFactSchema>;

const AttemptFactSchema = z.object({
  operation_id: z.string(),
  kind: z.enum(['send', 'reconcile']),
  lease_token: z.number(),
  started_at: z.number(),
  finished_at: z.number().nullable(),
  outcome: z.string().nullable(),
  status: z.number().nullable(),
});
export type AttemptFact = z.infer<typeof AttemptFactSchema>;

/** An event of the platform, with the key that made it. */
export type EventFact = { id: string; key: string | null; title: string; startAt: string; channelId: number };

/** A request to create that the platform saw, whatever became of it. */
export type RequestFact = { key: string; at: number };

/** What the practice API tells, as far as it is needed. */
type Platform = {
  events(): {
    doc: { id: number; title: string; startAt: string; channelId: number };
    idempotencyKey: string | null;
  }[];
  requests(): { idempotencyKey?: string; at: number }[];
};

type Sources = {
  dataDir: string;
  server: Platform;
  season: { rows(): readonly SeasonRow[] };
  kills: number;
  canRead: boolean;
};

/** Reads both sides: the ledger of the workspace, which nobody has open any more, and the platform. */
export function gatherEvidence({ dataDir, server, season, kills, canRead }: Sources): Evidence {
  const db = openDatabase(dataDir);
  try {
    return {
      rows: season.rows(),
      drafts: read(db, 'drafts', DraftFactSchema),
      operations: read(db, 'operations', OperationFactSchema),
      attempts: read(db, 'attempts', AttemptFactSchema),
      events: server.events().map(({ doc, idempotencyKey }) => ({ ...doc, id: String(doc.id), key: idempotencyKey })),
      requests: server.requests().flatMap(({ idempotencyKey: key, at }) => (key === undefined ? [] : { key, at })),
      kills,
      canRead,
    };
  } finally {
    db.close();
  }
}

function read<Shape extends z.ZodObject>(db: Db, table: string, schema: Shape): z.infer<Shape>[] {
  return all(db, `SELECT ${Object.keys(schema.shape).join(', ')} FROM ${table}`).map((row) => schema.parse(row));
}
