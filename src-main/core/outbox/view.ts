import { z } from 'zod';
import type { OperationView } from '#shared/contract/views.ts';
import type { OperationState } from '#shared/outbox/operation.ts';
import { all, type Db, get } from '../db/database.ts';
import { getOperation, isUntouched, OPERATION_COLUMNS, type OperationRow, OperationRowSchema } from './rows.ts';

const Total = z.object({ n: z.number() });

/** Operations in the given states (all when none is given): what needs a person first, then the newest. */
export function listOperations(
  db: Db,
  query: { states: OperationState[]; limit: number; offset: number },
): { total: number; items: OperationView[] } {
  const where = `WHERE :all = 1 OR state IN (SELECT value FROM json_each(:states))`;
  const filter = { all: query.states.length === 0 ? 1 : 0, states: JSON.stringify(query.states) };
  const { n: total } = Total.parse(get(db, `SELECT count(*) AS n FROM operations ${where}`, filter));
  const rows = all(
    db,
    `SELECT ${OPERATION_COLUMNS} FROM operations ${where}
     ORDER BY CASE state WHEN 'needsReview' THEN 0 WHEN 'rejected' THEN 1 WHEN 'sending' THEN 2 WHEN 'queued' THEN 3 ELSE 4 END, seq DESC
     LIMIT :limit OFFSET :offset`,
    { ...filter, limit: query.limit, offset: query.offset },
  );
  const holds = readHolds(db);
  return { total, items: rows.map((row) => toView(OperationRowSchema.parse(row), holds)) };
}

/** One operation as lists show it. @throws OrganizerError `not_found`. */
export function viewOperation(db: Db, id: string): OperationView {
  return toView(getOperation(db, id), readHolds(db));
}

const HoldRow = z.object({ channel_id: z.number(), message: z.string() });

function readHolds(db: Db): Map<number, string> {
  return new Map(
    all(db, 'SELECT channel_id, message FROM channel_holds')
      .map((row) => HoldRow.parse(row))
      .map((hold) => [hold.channel_id, hold.message]),
  );
}

function toView(row: OperationRow, holds: Map<number, string>): OperationView {
  return {
    id: row.id,
    draftId: row.draft_id,
    title: row.title,
    // The body's start is local time with its offset: the first 16 characters are what the clock on the wall shows.
    startLocal: row.start_at.slice(0, 16),
    channelId: row.channel_id,
    state: row.state,
    attempts: row.attempts,
    idempotencyKey: row.idempotency_key,
    notBefore: row.not_before,
    remoteId: row.remote_id,
    error: row.error,
    queuedAt: row.queued_at,
    heldReason: row.state === 'queued' ? (holds.get(row.channel_id) ?? null) : null,
    droppable: isUntouched(row),
  };
}
