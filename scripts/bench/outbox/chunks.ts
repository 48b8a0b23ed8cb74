import { NO_LIMITS } from '#core/api/exchange.ts';
import { all, type Db, run, write } from '#core/db/database.ts';
import { claimNext } from '#core/outbox/attempt/claim.ts';
import { finishAttempt } from '#core/outbox/attempt/finish.ts';
import type { EnqueueParts } from '#core/outbox/queue/freeze.ts';
import { publishSelection } from '#core/outbox/queue/publish.ts';
import { addSampleDrafts } from './fill.ts';

const claimant = { owner: 'bench', keyMark: 'bench', isAlive: () => true };

/** A success without a network between: what is measured is the database. */
const created = {
  kind: 'answer',
  status: 201,
  json: {},
  html: false,
  retryAfterMs: null,
  limits: NO_LIMITS,
} as const;

/** Claims and settles so many operations, one after the other. Returns ms for each; everything is put back after. */
export function claimChunk({ db }: EnqueueParts, count: number): number {
  const claimed: string[] = [];
  const startedAt = performance.now();
  for (let done = 0; done < count; done += 1) {
    const claim = claimNext(db, claimant, Date.now());
    if (claim.kind !== 'send') throw new Error(`There was "${claim.kind}" to claim.`);
    const { id } = claim.operation;
    finishAttempt(db, claim, { kind: 'delivered', remoteId: `bench-${id}` }, created, Date.now(), 0);
    claimed.push(id);
  }
  const ms = performance.now() - startedAt;
  queueAgain(db, claimed);
  return ms / count;
}

function queueAgain(db: Db, ids: string[]): void {
  const list = { ids: JSON.stringify(ids) };
  write(db, () => {
    run(
      db,
      `UPDATE operations SET state = 'queued', attempts = 0, key_seen = 0, key_mark = NULL, first_uncertain_at = NULL,
         lease_token = 0, finished_at = NULL, remote_id = NULL WHERE id IN (SELECT value FROM json_each(:ids))`,
      list,
    );
    run(db, 'DELETE FROM attempts WHERE operation_id IN (SELECT value FROM json_each(:ids))', list);
  });
}

let nextSample = 1_000_000;

/** Publishes so many new drafts in one batch. Returns ms for each; they are taken out again after. */
export function enqueueChunk(parts: EnqueueParts, count: number): number {
  const draftIds = addSampleDrafts(parts, count, nextSample);
  nextSample += count;
  const startedAt = performance.now();
  const plan = publishSelection(parts, { selection: { kind: 'drafts', draftIds }, dryRun: false }, Date.now());
  const ms = performance.now() - startedAt;
  if (plan.queued !== count) throw new Error(`Of ${count} drafts ${plan.queued} were queued.`);
  takeOut(parts.db, draftIds);
  return ms / count;
}

function takeOut(db: Db, draftIds: string[]): void {
  const list = { ids: JSON.stringify(draftIds) };
  // The product never deletes an operation, so no index helps to check that no draft points to it.
  db.pragma('foreign_keys = OFF');
  write(db, () => {
    run(db, 'DELETE FROM operations WHERE draft_id IN (SELECT value FROM json_each(:ids))', list);
    run(db, 'DELETE FROM drafts WHERE id IN (SELECT value FROM json_each(:ids))', list);
  });
  db.pragma('foreign_keys = ON');
}

/** How many wait to be sent: the chunks above must leave that as it was. */
export function countQueued(db: Db): number {
  return all(db, `SELECT id FROM operations WHERE state = 'queued'`).length;
}
