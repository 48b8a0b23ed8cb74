import { z } from 'zod';
import type { Backup } from '#shared/contract/recovery-views.ts';
import type { Db } from '../db/database.ts';
import { findInnerDamage, findPlainDamage } from '../db/find-damage.ts';
import { migrations } from '../db/migrations/index.ts';
import { openToRead } from '../db/other-files.ts';
import { type BackupFile, findBackups } from './names.ts';

/** The backups of a data directory that can be read, newest first, with what is in them. */
export function listBackups(dataDir: string): Backup[] {
  return findBackups(dataDir)
    .map(describeBackup)
    .filter((backup) => backup !== null);
}

/** The newest backup that can be read, or null. */
export function newestBackup(dataDir: string): Backup | null {
  for (const found of findBackups(dataDir)) {
    const backup = describeBackup(found);
    if (backup !== null) return backup;
  }
  return null;
}

const CountsRow = z.object({ drafts: z.number().int(), delivered: z.number().int() });

/** What is in a backup; null when it cannot be read. */
export function describeBackup({ file, madeAt }: BackupFile): Backup | null {
  return readBackup(file, (db) => {
    const counts = db
      .prepare(
        `SELECT (SELECT count(*) FROM drafts WHERE deleted_at IS NULL) AS drafts,
           (SELECT count(*) FROM operations WHERE state = 'delivered') AS delivered`,
      )
      .get();
    return { file, madeAt, ...CountsRow.parse(counts) };
  });
}

/** True when the whole file is sound and of a version that this app knows. Reads all of it. */
export function isSound(file: string): boolean {
  return readBackup(file, (db) => findInnerDamage(db) === null && versionOf(db) <= migrations.length) === true;
}

function versionOf(db: Db): number {
  return z.number().parse(db.pragma('user_version', { simple: true }));
}

/** Opens a backup for reading only. Null when it is no database, or `read` finds that it cannot be read. */
function readBackup<T>(file: string, read: (db: Db) => T): T | null {
  let db: Db | undefined;
  try {
    if (findPlainDamage(file) !== null) return null;
    db = openToRead(file);
    return read(db);
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
