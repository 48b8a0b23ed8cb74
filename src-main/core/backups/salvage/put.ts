import { publishProblems } from '#shared/publishing/readiness.ts';
import { type Db, get, run } from '../../db/database.ts';
import { setDraftOperation, updateImportedFields } from '../../drafts/rows.ts';
import { asStep } from '../../history/step.ts';
import type { Salvage, SalvagedDelivery, SalvagedDraft } from './read.ts';

/** How much of a salvage went into the restored database. */
export type Salvaged = { drafts: number; delivered: number };

/**
 * Puts what a backup lacks into it: drafts made since, and deliveries since, so that what is known to be published is
 * not even looked for. What the backup knows stays as the backup knows it. Part of the restore's transaction; a row
 * that does not fit is left out.
 */
export function putSalvage(db: Db, { drafts, deliveries }: Salvage, nowMs: number): Salvaged {
  const salvaged: Salvaged = { drafts: 0, delivered: 0 };
  asStep(db, { kind: 'salvage' }, nowMs, () => {
    for (const draft of drafts.values())
      if (!hasDraft(db, draft.id) && fits(db, () => putDraft(db, draft))) salvaged.drafts += 1;
  });
  for (const delivery of deliveries.values())
    if (!isDelivered(db, delivery.id) && fits(db, () => putDelivery(db, delivery))) salvaged.delivered += 1;
  return salvaged;
}

/** Runs one row's work; when the database refuses it, nothing of it stays. */
function fits(db: Db, work: () => void): boolean {
  try {
    db.transaction(work)();
    return true;
  } catch (thrown) {
    if (String((thrown as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw thrown;
  }
}

function putDraft(db: Db, draft: SalvagedDraft): void {
  run(
    db,
    `INSERT INTO drafts (id, fields, ready, source_key, source_id, created_at, updated_at, deleted_at)
     VALUES (:id, :fields, :ready, :sourceKey, :sourceId, :createdAt, :updatedAt, :deletedAt)`,
    {
      id: draft.id,
      fields: JSON.stringify(draft.fields),
      ready: publishProblems(draft.fields).length === 0 ? 1 : 0,
      sourceKey: draft.source_key,
      sourceId: draft.source_id,
      createdAt: draft.created_at,
      updatedAt: draft.updated_at,
      deletedAt: draft.deleted_at,
    },
  );
  updateImportedFields(db, draft.id, draft.imported_fields);
}

function putDelivery(db: Db, delivery: SalvagedDelivery): void {
  // What the backup still had in its outbox for this draft is over: the delivery is later.
  run(
    db,
    `UPDATE operations SET state = 'cancelled', finished_at = :finishedAt, not_before = NULL, lease_owner = NULL,
       lease_expires_at = NULL
     WHERE draft_id = :draftId AND id <> :id AND state IN ('queued', 'sending', 'needsReview')`,
    { draftId: delivery.draft_id, id: delivery.id, finishedAt: delivery.finished_at },
  );
  run(
    db,
    `INSERT INTO operations (id, draft_id, channel_id, title, start_at, idempotency_key, body, state, attempts, key_seen,
       remote_id, queued_at, confirmed_at, start_ms, finished_at)
     VALUES (:id, :draftId, :channelId, :title, :startAt, :key, :body, 'delivered', :attempts, 1, :remoteId, :queuedAt,
       :queuedAt, :startMs, :finishedAt)
     ON CONFLICT (id) DO UPDATE SET state = 'delivered', remote_id = excluded.remote_id, attempts = excluded.attempts,
       finished_at = excluded.finished_at, first_uncertain_at = NULL, error = NULL, not_before = NULL, asks = NULL,
       lease_owner = NULL, lease_expires_at = NULL`,
    {
      id: delivery.id,
      draftId: delivery.draft_id,
      channelId: delivery.channel_id,
      title: delivery.title,
      startAt: delivery.start_at,
      startMs: Date.parse(delivery.start_at),
      key: delivery.idempotency_key,
      body: delivery.body,
      attempts: delivery.attempts,
      remoteId: delivery.remote_id,
      queuedAt: delivery.queued_at,
      finishedAt: delivery.finished_at,
    },
  );
  setDraftOperation(db, delivery.draft_id, delivery.id);
}

function hasDraft(db: Db, id: string): boolean {
  return get(db, 'SELECT 1 FROM drafts WHERE id = :id', { id }) !== undefined;
}

function isDelivered(db: Db, id: string): boolean {
  return get(db, `SELECT 1 FROM operations WHERE id = :id AND state = 'delivered'`, { id }) !== undefined;
}
