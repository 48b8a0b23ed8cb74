import { z } from 'zod';
import type { PublishPlan } from '#shared/contract/views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { publishProblems, summariseProblems } from '#shared/publishing/readiness.ts';
import { type Db, get, run, write } from '../db/database.ts';
import { type DraftRow, setDraftOperation } from '../drafts/rows.ts';
import type { Random } from '../ports.ts';
import { releaseChannel } from './finish.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { getOperation } from './rows.ts';

export type EnqueueParts = { db: Db; random: Random; workspaceId: string };

/**
 * Puts drafts into the outbox in one transaction: key and body bytes are frozen here and sent unchanged ever after.
 * What is delivered or under way already is left alone; what is not ready is reported; what was refused and not edited since
 * is sent again only when `refusedToo` says so. With `dryRun` nothing is kept.
 */
export function enqueueDrafts(
  parts: EnqueueParts,
  drafts: Iterable<DraftRow>,
  options: { publishAs?: 'draft' | 'published' | undefined; dryRun: boolean; refusedToo: boolean },
  nowMs: number,
): PublishPlan {
  const plan: PublishPlan = { queued: 0, alreadyInOutbox: 0, notReady: [], lookAlikes: [] };
  write(parts.db, () => {
    for (const draft of drafts) {
      const fields = options.publishAs ? { ...draft.fields, publishAs: options.publishAs } : draft.fields;
      const problems = publishProblems(fields);
      const refused = options.refusedToo ? null : standingRefusal(parts.db, draft);
      if (hasLiveOperation(parts.db, draft.id)) plan.alreadyInOutbox += 1;
      else if (refused !== null) plan.notReady.push({ draftId: draft.id, title: fields.title, reason: refused });
      else if (problems.length > 0)
        plan.notReady.push({ draftId: draft.id, title: fields.title, reason: summariseProblems(problems) });
      else {
        const body = toCreateEventBody(fields);
        const twin = deliveredTwin(parts.db, body.channelId, body.title, body.startAt);
        if (twin !== null) plan.lookAlikes.push({ draftId: draft.id, title: fields.title, remoteId: twin });
        plan.queued += 1;
        if (!options.dryRun) freeze(parts, draft, body, nowMs);
      }
    }
  });
  return plan;
}

function freeze(
  { db, random, workspaceId }: EnqueueParts,
  draft: DraftRow,
  body: ReturnType<typeof toCreateEventBody>,
  nowMs: number,
): void {
  const id = random.uuid();
  run(
    db,
    `INSERT INTO operations (id, draft_id, channel_id, title, start_at, idempotency_key, body, state, queued_at)
     VALUES (:id, :draftId, :channelId, :title, :startAt, :key, :body, 'queued', :nowMs)`,
    {
      id,
      draftId: draft.id,
      channelId: body.channelId,
      title: body.title,
      startAt: body.startAt,
      key: unusedKey(db, workspaceId, draft),
      body: Buffer.from(JSON.stringify(body), 'utf8'),
      nowMs,
    },
  );
  setDraftOperation(db, draft.id, id);
  // Queuing for a channel that was held is the person's word that it may be tried again.
  releaseChannel(db, body.channelId);
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
  if (!ready || operation.key_seen) {
    cancelOperation(parts.db, operation.id, nowMs);
    setDraftOperation(parts.db, draft.id, null);
    if (ready) freeze(parts, draft, toCreateEventBody(fields), nowMs);
    return;
  }
  const body = toCreateEventBody(fields);
  run(
    parts.db,
    `UPDATE operations SET channel_id = :channelId, title = :title, start_at = :startAt, body = :body, error = NULL WHERE id = :id`,
    {
      id: operation.id,
      channelId: body.channelId,
      title: body.title,
      startAt: body.startAt,
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

/** Why the platform refused a draft that was not edited since, or null: the same bytes would be refused again. */
function standingRefusal(db: Db, draft: DraftRow): string | null {
  if (draft.operationId === null) return null;
  const operation = getOperation(db, draft.operationId);
  return operation.state === 'rejected' ? (operation.error?.message ?? 'Pinned Events refused it.') : null;
}

const Count = z.object({ n: z.number() });

function hasLiveOperation(db: Db, draftId: string): boolean {
  const row = get(
    db,
    `SELECT count(*) AS n FROM operations
     WHERE draft_id = :draftId AND state IN ('queued', 'sending', 'needsReview', 'delivered')`,
    { draftId },
  );
  return Count.parse(row).n > 0;
}

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

/** Remote id of a delivered event that looks the same, from whatever draft, or null. */
function deliveredTwin(db: Db, channelId: number, title: string, startAt: string): string | null {
  const row = get(
    db,
    `SELECT remote_id FROM operations
     WHERE state = 'delivered' AND channel_id = :channelId AND title = :title AND start_at = :startAt LIMIT 1`,
    { channelId, title, startAt },
  );
  return row === undefined ? null : (z.object({ remote_id: z.string().nullable() }).parse(row).remote_id ?? '');
}
