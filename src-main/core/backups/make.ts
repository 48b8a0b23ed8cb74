import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '#shared/contract/recovery-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { Db } from '../db/database.ts';
import { diskError, explainDisk, freeBytes } from '../db/disk-errors.ts';
import { findInnerDamage } from '../db/find-damage.ts';
import { shareLock } from '../db/lock.ts';
import { openToFinish } from '../db/other-files.ts';
import { failed } from '../db/storage.ts';
import { makePrivateDirectory, syncToDisk } from './durable-files.ts';
import { describeBackup } from './list.ts';
import { BACKUPS, fileNameFor, findBackups } from './names.ts';
import { backupsToRemove } from './retention.ts';

/** Pages that are copied at once: about a millisecond of work, so that calls of the window come between. */
const PAGES_AT_ONCE = 250;

/**
 * Another process that keeps writing makes SQLite begin the copy again and again. After this long the rest is copied in
 * one go, which nobody can interrupt, in ms.
 */
const PATIENCE_MS = 5_000;

/** Room that must be left beside the copy, in bytes: a backup must never be what fills the disk. */
const SPARE_BYTES = 64 * 1024 * 1024;

/** A backup that was made, or the reason why there is none this time. */
export type BackupResult = { made: Backup } | { skipped: 'disk_nearly_full' | 'another_is_running' };

export type BackupParts = { db: Db; dataDir: string };

/**
 * Copies the database while it is in use, a few pages at a time (https://www.sqlite.org/backup.html). The copy gets its
 * name only when it is complete, checked and on the disk; older ones then go by the rule of `retention.ts`.
 * @param signal ends it early; nothing is left behind
 * @throws OrganizerError of the disk; `database_damaged` when what was copied is not sound
 */
export async function makeBackup(parts: BackupParts, nowMs: number, signal?: AbortSignal): Promise<BackupResult> {
  const folder = join(parts.dataDir, BACKUPS);
  const bytes = statSync(parts.db.name, { throwIfNoEntry: false })?.size ?? 0;
  const free = freeBytes(parts.dataDir);
  if (free !== null && free < bytes * 2 + SPARE_BYTES) return { skipped: 'disk_nearly_full' };
  try {
    makePrivateDirectory(folder);
  } catch (thrown) {
    throw diskError('failing', parts.db.name, thrown);
  }
  const lock = shareLock(join(folder, 'backup.lock'));
  try {
    if (lock?.tryAlone() !== true) return { skipped: 'another_is_running' };
    return { made: await copyInto(folder, parts, nowMs, signal) };
  } finally {
    lock?.release();
  }
}

async function copyInto(folder: string, { db, dataDir }: BackupParts, nowMs: number, signal?: AbortSignal) {
  const file = join(folder, fileNameFor(nowMs));
  const draft = `${file}.tmp`;
  try {
    await copyPages(db, draft, signal);
    chmodSync(draft, 0o600);
    finishCopy(draft, db.name);
    syncToDisk(draft);
    renameSync(draft, file);
    syncToDisk(folder);
  } catch (thrown) {
    throw explain(thrown, db);
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
  }
  for (const old of backupsToRemove(findBackups(dataDir), nowMs)) rmSync(old.file, { force: true });
  const made = describeBackup({ file, madeAt: nowMs });
  if (made === null) throw new OrganizerError('disk_error', `The backup ${file} cannot be read back.`);
  return made;
}

async function copyPages(db: Db, draft: string, signal?: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  await db.backup(draft, {
    progress: () => {
      if (signal?.aborted) throw new Error('the workspace is being closed');
      return performance.now() - startedAt > PATIENCE_MS ? 0x7fffffff : PAGES_AT_ONCE;
    },
  });
}

/** Checks the copy, and makes one file of it that can be read anywhere. */
function finishCopy(draft: string, original: string): void {
  const copy = openToFinish(draft);
  try {
    const damage = findInnerDamage(copy);
    if (damage !== null) {
      throw Object.assign(new Error(`the copy of ${original} is not sound: ${damage}`), { code: 'SQLITE_CORRUPT' });
    }
  } finally {
    copy.close();
  }
}

/** Damage in the copy is damage in the original; trouble with writing the copy is not yet trouble with that. */
function explain(thrown: unknown, db: Db): unknown {
  const disk = explainDisk(thrown, db.name);
  return disk?.error.code === 'database_damaged' ? failed(db, thrown) : (disk?.error ?? thrown);
}
