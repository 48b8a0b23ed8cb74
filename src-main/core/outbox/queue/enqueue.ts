import { z } from 'zod';
import type { PublishPlan } from '#shared/contract/views.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { publishProblems, summariseProblems } from '#shared/publishing/readiness.ts';
import { type Db, get, write } from '../../db/database.ts';
import type { DraftRow } from '../../drafts/rows.ts';
import { getOperation } from '../rows.ts';
import { type EnqueueParts, freeze } from './freeze.ts';

/**
 * Puts drafts into the outbox in one transaction: key and body bytes are frozen here and sent unchanged ever after.
 * What is delivered or under way already is left alone; what is not ready is reported; what was refused and not edited
 * since is sent again only when `refusedToo` says so. With `dryRun` nothing is kept.
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
