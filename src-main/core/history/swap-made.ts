import { type Db, run } from '../db/database.ts';

/**
 * Drafts that a step made and that no outbox knows are most of an import: they go to the trash, or come back, in two
 * statements and not one by one. The rules are those of `swapEntry`; what does not fit is left to it.
 */

/** Entries `e` of the step whose draft no later step has changed, and no outbox knows. */
const FREE = `e.step = :step AND e.made = 1
  AND NOT EXISTS (SELECT 1 FROM history_entries l WHERE l.draft = e.draft AND l.step > :step AND l.done = 1)
  AND EXISTS (SELECT 1 FROM drafts d WHERE d.seq = e.draft AND d.operation_id IS NULL)`;

/** To the trash; each gives up its row of a file. Says how many. */
export function removeMade(db: Db, step: number, nowMs: number): number {
  const removed = run(
    db,
    `UPDATE history_entries AS e SET done = 0,
       source_key = (SELECT d.source_key FROM drafts d WHERE d.seq = e.draft),
       deleted_at = (SELECT d.deleted_at FROM drafts d WHERE d.seq = e.draft)
     WHERE e.done = 1 AND ${FREE}`,
    { step },
  );
  run(
    db,
    `UPDATE drafts SET deleted_at = coalesce(deleted_at, :nowMs), source_key = NULL
     WHERE seq IN (SELECT draft FROM history_entries WHERE step = :step AND made = 1 AND done = 0)`,
    { step, nowMs },
  );
  return removed;
}

/** Back from the trash, each for its row of a file, unless another draft stands for that by now. Says how many. */
export function bringBackMade(db: Db, step: number): number {
  const fits = `e.done = 0 AND ${FREE} AND NOT EXISTS (
    SELECT 1 FROM drafts o WHERE o.source_key = e.source_key AND o.seq <> e.draft)`;
  run(
    db,
    `UPDATE drafts SET source_key = e.source_key, deleted_at = e.deleted_at
     FROM history_entries e WHERE e.draft = drafts.seq AND ${fits}`,
    { step },
  );
  return run(db, `UPDATE history_entries AS e SET done = 1, source_key = NULL, deleted_at = NULL WHERE ${fits}`, {
    step,
  });
}
