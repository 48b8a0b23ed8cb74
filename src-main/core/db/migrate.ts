import { OrganizerError } from '#shared/errors.ts';
import type { Db } from './database.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings the schema to this version: each migration in one transaction with its version number (`user_version`).
 * A database of a newer app is refused untouched; a failed migration leaves the version before it.
 * @throws OrganizerError `database_too_new`.
 */
export function migrate(db: Db, file: string, steps: readonly string[] = migrations): void {
  for (const [index, sql] of steps.entries()) {
    const version = index + 1;
    if (versionOf(db) >= version) continue;
    db.transaction(() => {
      // Looked up again inside: another process may have migrated while this one waited for the lock.
      if (versionOf(db) >= version) return;
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
  refuseNewer(db, file, steps.length);
}

/** Reads only, so that it can come before everything else. @throws OrganizerError `database_too_new`. */
export function refuseNewer(db: Db, file: string, known: number = migrations.length): void {
  const found = versionOf(db);
  if (found > known) {
    throw new OrganizerError(
      'database_too_new',
      `${file} was written by a newer version of Pinned Organizer (schema ${found}; this version knows ${known}). Update the app; the file was not changed.`,
    );
  }
}

function versionOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}
