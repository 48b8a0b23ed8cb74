import { z } from 'zod';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { sentExtraFields } from '#shared/publishing/extra-fields.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { type Db, get, run } from '../../db/database.ts';
import { type DraftRow, setDraftOperation } from '../../drafts/rows.ts';
import { readListedFields } from '../../platform/store.ts';
import type { Random } from '../../ports.ts';
import { backupTime, mayBePublished } from '../after-restore/restored.ts';
import { releaseChannel } from '../attempt/finish.ts';
import { idempotencyKey } from './idempotency-key.ts';

export type EnqueueParts = { db: Db; random: Random; workspaceId: string };

type Body = ReturnType<typeof toCreateEventBody>;

/** Makes the operation of a draft that is ready: from here on its key and body bytes never change by themselves. */
export function freeze({ db, random, workspaceId }: EnqueueParts, draft: DraftRow, body: Body, nowMs: number): void {
  const id = random.uuid();
  // Of a restored backup it is not known what was published after it was made: look before sending.
  const uncertainSince = mayBePublished(db, draft.id) ? backupTime(db) : null;
  insertOperation(db, { id, draft, body, workspaceId, uncertainSince }, nowMs);
  setDraftOperation(db, draft.id, id);
  // Queuing for a channel that was held is the person's word that it may be tried again.
  releaseChannel(db, body.channelId);
}

/** An operation that waits; with `uncertainSince` one that is looked for before anything is sent. */
export function insertOperation(
  db: Db,
  operation: { id: string; draft: DraftRow; body: Body; workspaceId: string; uncertainSince: number | null },
  nowMs: number,
): void {
  const { id, draft, body, workspaceId, uncertainSince } = operation;
  run(
    db,
    `INSERT INTO operations (id, draft_id, channel_id, title, start_at, idempotency_key, body, state, queued_at,
       confirmed_at, start_ms, first_uncertain_at, key_expired, key_seen)
     VALUES (:id, :draftId, :channelId, :title, :startAt, :key, :body, 'queued', :nowMs, :nowMs, :startMs,
       :uncertainSince, :doubtful, :doubtful)`,
    {
      id,
      draftId: draft.id,
      channelId: body.channelId,
      title: body.title,
      startAt: body.startAt,
      startMs: Date.parse(body.startAt),
      key: unusedKey(db, workspaceId, draft),
      body: Buffer.from(JSON.stringify(body), 'utf8'),
      nowMs,
      uncertainSince,
      doubtful: uncertainSince === null ? 0 : 1,
    },
  );
}

/**
 * Gives an operation that no request can have carried out a new body, after its draft was edited. While the server
 * never saw the key it is kept; else (a refused key, a pause) the operation is dropped and a new one takes its place,
 * because the same key with other bytes would be a conflict. A choice that was made for the batch ("as drafts, for
 * review") stays, unless the edit is about just that.
 * @param edited the fields from now on
 */
export function refreeze(
  parts: EnqueueParts,
  draft: DraftRow,
  edited: DraftFields,
  operation: { id: string; key_seen: boolean },
  nowMs: number,
): void {
  const publishAs =
    edited.publishAs === draft.fields.publishAs ? frozenStatus(parts.db, operation.id) : edited.publishAs;
  const fields = { ...edited, publishAs };
  const ready = publishProblems(fields).length === 0;
  const extra = sentExtraFields({ fields: readListedFields(parts.db) });
  if (!ready || operation.key_seen) {
    cancelOperation(parts.db, operation.id, nowMs);
    setDraftOperation(parts.db, draft.id, null);
    if (ready) freeze(parts, draft, toCreateEventBody(fields, extra), nowMs);
    return;
  }
  const body = toCreateEventBody(fields, extra);
  run(
    parts.db,
    `UPDATE operations SET channel_id = :channelId, title = :title, start_at = :startAt, body = :body, error = NULL,
       start_ms = :startMs, confirmed_at = :nowMs, asks = NULL
     WHERE id = :id`,
    {
      id: operation.id,
      channelId: body.channelId,
      title: body.title,
      startAt: body.startAt,
      startMs: Date.parse(body.startAt),
      nowMs,
      body: Buffer.from(JSON.stringify(body), 'utf8'),
    },
  );
}

const BodyRow = z.object({ body: z.instanceof(Uint8Array) });
const FrozenBody = z.object({ status: z.enum(['draft', 'published']) });

/** How the frozen bytes say that the event is to be published. */
export function frozenStatus(db: Db, operationId: string): 'draft' | 'published' {
  const { body } = BodyRow.parse(get(db, 'SELECT body FROM operations WHERE id = :operationId', { operationId }));
  return FrozenBody.parse(JSON.parse(Buffer.from(body).toString('utf8'))).status;
}

/** Drops an operation that no request can have carried out. @throws OrganizerError `not_allowed` otherwise. */
export function cancelOperation(db: Db, id: string, nowMs: number): void {
  const changed = run(
    db,
    `UPDATE operations SET state = 'cancelled', finished_at = :nowMs, not_before = NULL
     WHERE id = :id AND state = 'queued' AND first_uncertain_at IS NULL`,
    { id, nowMs },
  );
  if (changed !== 1) {
    throw new OrganizerError(
      'not_allowed',
      'This can no longer be dropped: a request for it may have reached Pinned Events.',
    );
  }
}

const Count = z.object({ n: z.number() });

/**
 * The key of the draft's next operation. One that was ever used is never used again, also not by another draft of the
 * same source: an import that was taken back and done again makes new drafts.
 */
function unusedKey(db: Db, workspaceId: string, draft: DraftRow): string {
  const earlier = get(db, 'SELECT count(*) AS n FROM operations WHERE draft_id = :id', { id: draft.id });
  for (let revision = Count.parse(earlier).n + 1; ; revision += 1) {
    const key = idempotencyKey(workspaceId, draft.sourceKey ?? draft.id, revision);
    const used = get(db, 'SELECT count(*) AS n FROM operations WHERE idempotency_key = :key', { key });
    if (Count.parse(used).n === 0) return key;
  }
}
