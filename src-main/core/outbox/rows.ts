import { z } from 'zod';
import type { OperationCounts } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { OperationErrorSchema, type OperationState, operationStates } from '#shared/outbox/operation.ts';
import { all, type Db, get } from '../db/database.ts';

const errorColumn = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : OperationErrorSchema.parse(JSON.parse(text))));
const flag = z.number().transform((value) => value === 1);

/** A row of `operations`, without the body. */
export const OperationRowSchema = z.object({
  seq: z.number(),
  id: z.string(),
  draft_id: z.string(),
  channel_id: z.number(),
  title: z.string(),
  start_at: z.string(),
  idempotency_key: z.string(),
  state: z.enum(operationStates),
  attempts: z.number(),
  key_seen: flag,
  not_before: z.number().nullable(),
  first_uncertain_at: z.number().nullable(),
  key_mark: z.string().nullable(),
  key_expired: flag,
  conflict_since: z.number().nullable(),
  lease_token: z.number(),
  lease_expires_at: z.number().nullable(),
  remote_id: z.string().nullable(),
  error: errorColumn,
  queued_at: z.number(),
  asks: z.enum(['begun', 'waited']).nullable(),
  finished_at: z.number().nullable(),
});
export type OperationRow = z.infer<typeof OperationRowSchema>;

export const OPERATION_COLUMNS = Object.keys(OperationRowSchema.shape).join(', ');

/** The operation with that id. @throws OrganizerError `not_found`. */
export function getOperation(db: Db, id: string): OperationRow {
  const row = get(db, `SELECT ${OPERATION_COLUMNS} FROM operations WHERE id = :id`, { id });
  if (row === undefined) throw new OrganizerError('not_found', `There is no operation ${id} in the outbox.`);
  return OperationRowSchema.parse(row);
}

/** True while no request with this operation's key can have had an effect: it may be changed or dropped. */
export function isUntouched(row: Pick<OperationRow, 'state' | 'first_uncertain_at'>): boolean {
  return row.state === 'queued' && row.first_uncertain_at === null;
}

const CountRow = z.object({ state: z.enum(operationStates), n: z.number() });

/** How many operations stand in each state. */
export function countOperations(db: Db): OperationCounts {
  const counts = Object.fromEntries(operationStates.map((state) => [state, 0])) as Record<OperationState, number>;
  for (const row of all(db, 'SELECT state, count(*) AS n FROM operations GROUP BY state')) {
    const { state, n } = CountRow.parse(row);
    counts[state] = n;
  }
  return counts;
}
