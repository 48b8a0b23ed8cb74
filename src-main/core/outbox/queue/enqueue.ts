import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { Field } from '#shared/platform/capabilities.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { type ExtraField, extraFields, isFilled, sentExtraFields } from '#shared/publishing/extra-fields.ts';
import { fieldRuleProblems } from '#shared/publishing/field-rules.ts';
import { publishProblems, summariseProblems } from '#shared/publishing/readiness.ts';
import { type Db, get, write } from '../../db/database.ts';
import type { DraftRow } from '../../drafts/rows.ts';
import { readListedFields } from '../../platform/store.ts';
import { getOperation } from '../rows.ts';
import { type EnqueueParts, freeze } from './freeze.ts';
import { createLookAlikes } from './look-alikes.ts';

export type EnqueueOptions = {
  /** Overrides the drafts' own choice. */
  publishAs?: 'draft' | 'published' | undefined;
  /** True: say what would happen and keep nothing. */
  dryRun: boolean;
  /** True: what was refused and not edited since is sent again as well. */
  refusedToo: boolean;
  /** True: also what the platform's own document would refuse, because the person says so. Default false. */
  despiteContract?: boolean | undefined;
  /** `mark` of the plan that was reviewed; another batch is not queued in its place. */
  reviewed?: string | undefined;
};

/**
 * Puts drafts into the outbox in one transaction: key and body bytes are frozen here and sent unchanged ever after.
 * What is delivered or under way already is left alone; what is not ready is reported.
 * @throws OrganizerError `plan_changed` when the batch is not the one that was reviewed; nothing is queued then.
 */
export function enqueueDrafts(
  parts: EnqueueParts,
  drafts: Iterable<DraftRow>,
  options: EnqueueOptions,
  nowMs: number,
): PublishPlan {
  const plan = emptyPlan();
  const perChannel = new Map<number, number>();
  const mark = createHash('sha256');
  const lookAlike = createLookAlikes(parts.db);
  write(parts.db, () => {
    const listed = readListedFields(parts.db);
    const extra = sentExtraFields({ fields: listed });
    for (const draft of drafts) {
      const fields = options.publishAs ? { ...draft.fields, publishAs: options.publishAs } : draft.fields;
      const own = whyNot(parts.db, draft, fields, options.refusedToo);
      const theirs = own === null ? whyRefused(fields, extra, listed) : null;
      if (theirs !== null) plan.wouldBeRefused += 1;
      const skipped = own ?? (options.despiteContract === true ? null : theirs);
      if (skipped === 'inOutbox') plan.alreadyInOutbox += 1;
      else if (skipped !== null) plan.notReady.push({ draftId: draft.id, title: fields.title, reason: skipped });
      else {
        const body = toCreateEventBody(fields, extra);
        const startMs = Date.parse(body.startAt);
        const twin = lookAlike({ channelId: body.channelId, title: body.title, startMs });
        if (twin !== null) plan.lookAlikes.push({ draftId: draft.id, title: fields.title, ...twin });
        for (const field of extraFields) {
          if (!extra.includes(field) && isFilled(fields, field)) plan.unsent[field] += 1;
        }
        plan.queued += 1;
        plan[body.status === 'draft' ? 'asDraft' : 'asPublished'] += 1;
        if (startMs <= nowMs) plan.begun += 1;
        perChannel.set(body.channelId, (perChannel.get(body.channelId) ?? 0) + 1);
        mark.update(draft.id).update(JSON.stringify(body));
        if (!options.dryRun) freeze(parts, draft, body, nowMs);
      }
    }
    plan.mark = mark.digest('hex');
    // Thrown inside, so that the transaction takes back what was frozen.
    if (options.reviewed !== undefined && options.reviewed !== plan.mark) throw changed();
  });
  return { ...plan, channels: [...perChannel].map(([channelId, n]) => ({ channelId, n })) };
}

function emptyPlan(): PublishPlan {
  return {
    queued: 0,
    asPublished: 0,
    asDraft: 0,
    begun: 0,
    channels: [],
    alreadyInOutbox: 0,
    notReady: [],
    lookAlikes: [],
    wouldBeRefused: 0,
    unsent: { description: 0, capacity: 0 },
    mark: '',
  };
}

function changed(): OrganizerError {
  return new OrganizerError(
    'plan_changed',
    'Something changed since you looked, so nothing was queued. Look at the new totals and confirm again.',
  );
}

/** Why a draft is not queued: it is in the outbox, or the reason in words. Null when it can be. */
function whyNot(
  db: Db,
  draft: DraftRow,
  fields: DraftRow['fields'],
  refusedToo: boolean,
): 'inOutbox' | (string & {}) | null {
  if (hasLiveOperation(db, draft.id)) return 'inOutbox';
  const refused = refusedToo ? null : standingRefusal(db, draft);
  if (refused !== null) return refused;
  const problems = publishProblems(fields);
  return problems.length > 0 ? summariseProblems(problems) : null;
}

/** What the platform's own document would refuse, in words, or null. */
function whyRefused(fields: DraftRow['fields'], extra: readonly ExtraField[], listed: readonly Field[]): string | null {
  const problems = fieldRuleProblems(toCreateEventBody(fields, extra), listed);
  return problems.length > 0 ? problems.map(({ message }) => message).join(' ') : null;
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
