import { z } from 'zod';
import type { OperationFilter, OperationView } from '#shared/contract/outbox-views.ts';
import { all, type Db, get } from '../db/database.ts';
import { toGroups } from './groups.ts';
import { getOperation, isUntouched, OPERATION_COLUMNS, type OperationRow, OperationRowSchema } from './rows.ts';

const Total = z.object({ n: z.number() });

/**
 * Operations that the filter lets through: what needs a person first, then the newest. Group by group, so that a page
 * is read through an index and a hundred thousand entries are not sorted for it.
 */
export function listOperations(
  db: Db,
  { limit, offset, ...filter }: OperationFilter & { limit: number; offset: number },
): { total: number; items: OperationView[] } {
  const holds = readHolds(db);
  const items: OperationView[] = [];
  let total = 0;
  for (const { where, bindings } of toGroups(filter)) {
    const { n } = Total.parse(get(db, `SELECT count(*) AS n FROM operations WHERE ${where}`, bindings));
    const skip = Math.max(offset - total, 0);
    total += n;
    const wanted = limit - items.length;
    if (wanted <= 0 || skip >= n) continue;
    const rows = all(
      db,
      `SELECT ${OPERATION_COLUMNS} FROM operations WHERE ${where} ORDER BY seq DESC LIMIT :wanted OFFSET :skip`,
      { ...bindings, wanted, skip },
    );
    items.push(...rows.map((row) => toView(OperationRowSchema.parse(row), holds)));
  }
  return { total, items };
}

/** One operation as lists show it. @throws OrganizerError `not_found`. */
export function viewOperation(db: Db, id: string): OperationView {
  return toView(getOperation(db, id), readHolds(db));
}

/** How many operations ask before they are sent. */
export function countAsking(db: Db): number {
  return Total.parse(get(db, `SELECT count(*) AS n FROM operations WHERE state = 'queued' AND asks IS NOT NULL`)).n;
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
    asks: row.state === 'queued' ? row.asks : null,
    droppable: isUntouched(row),
  };
}
