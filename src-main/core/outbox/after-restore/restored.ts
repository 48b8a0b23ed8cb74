import { z } from 'zod';
import { type Db, get, run } from '../../db/database.ts';
import { readSetting, writeSetting } from '../../workspace/settings.ts';

/**
 * What a workspace remembers of having been restored from a backup, or started afresh after damage. What was published
 * after the backup was made is unknown to it, so nothing is sent without a look at the platform's list
 * (docs/decisions/0010-backups.md).
 */
// The two that the trigger `drafts_after_restore` looks at: while the first is there and the second is not, every new
// draft is in doubt.
const RESTORED_AT = 'restored_at';
const SETTLED_AT = 'restore_settled_at';

const BACKUP_AT = 'restored_backup_at';
const LIST_READ_AT = 'remote_events_read_at';
const LIST_COMPLETE = 'remote_events_complete';
const REFUSED = 'remote_events_refused';

/**
 * Distrusts everything that is not delivered. Part of the restore, in one transaction with it.
 * @param backupAt when the backup was made, ms since epoch
 */
export function distrustAfterRestore(db: Db, backupAt: number, nowMs: number): void {
  run(
    db,
    `UPDATE operations SET state = 'queued', first_uncertain_at = coalesce(first_uncertain_at, :backupAt),
       key_expired = 1, key_seen = 1, asks = NULL, not_before = NULL, conflict_since = NULL,
       lease_owner = NULL, lease_expires_at = NULL
     WHERE state IN ('queued', 'sending')`,
    { backupAt },
  );
  run(
    db,
    `UPDATE drafts SET maybe_published = 1
     WHERE NOT EXISTS (SELECT 1 FROM operations WHERE draft_id = drafts.id AND state = 'delivered')`,
  );
  run(db, 'DELETE FROM remote_events');
  for (const name of [LIST_READ_AT, LIST_COMPLETE, SETTLED_AT, REFUSED])
    run(db, 'DELETE FROM workspace WHERE name = :name', { name });
  writeSetting(db, RESTORED_AT, String(nowMs));
  writeSetting(db, BACKUP_AT, String(backupAt));
}

/** When the backup was made that this workspace was restored from; the beginning of time when it is not known. */
export function backupTime(db: Db): number {
  return Number(readSetting(db, BACKUP_AT) ?? 0);
}

/** True when drafts that are made now may be events that were published before the restore. */
export function distrustsNewDrafts(db: Db): boolean {
  return readSetting(db, RESTORED_AT) !== null && readSetting(db, SETTLED_AT) === null;
}

const FlagRow = z.object({ maybe_published: z.number() });

/**
 * True while a draft may have been published before the restore. No request of it has left since then, because a look
 * or the person must clear this first: so the list that was read after the restore answers it, however old by now, and
 * whatever became of the clock.
 */
export function mayBePublished(db: Db, draftId: string): boolean {
  const row = get(db, 'SELECT maybe_published FROM drafts WHERE id = :draftId', { draftId });
  return FlagRow.parse(row).maybe_published === 1;
}

/** The list as far as it was read since the restore; null before that. */
export function listState(db: Db): { complete: boolean } | null {
  return readSetting(db, LIST_READ_AT) === null ? null : { complete: readSetting(db, LIST_COMPLETE) === '1' };
}

export function noteListRead(db: Db, complete: boolean, nowMs: number): void {
  writeSetting(db, LIST_COMPLETE, complete ? '1' : '0');
  writeSetting(db, LIST_READ_AT, String(nowMs));
}

/** The key that was not allowed to read the list, and when it was last tried. */
export function listRefusal(db: Db): { keyMark: string; at: number } | null {
  const [keyMark, at] = readSetting(db, REFUSED)?.split('@') ?? [];
  return keyMark === undefined ? null : { keyMark, at: Number(at) };
}

export function noteListRefused(db: Db, keyMark: string, nowMs: number): void {
  writeSetting(db, REFUSED, `${keyMark}@${nowMs}`);
}

/** A look, or the person, has settled whether this draft was published. */
export function trustDraft(db: Db, draftId: string): void {
  run(db, 'UPDATE drafts SET maybe_published = 0 WHERE id = :draftId AND maybe_published = 1', { draftId });
}

/**
 * The person looked on Pinned Events and says that drafts made from now on are new. Those that were there at the restore
 * keep their doubt.
 */
export function settleRestore(db: Db, nowMs: number): void {
  writeSetting(db, SETTLED_AT, String(nowMs));
}
