import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OrganizerError } from '#shared/errors.ts';
import type { Db } from './database.ts';
import { migrate, refuseNewer } from './migrate.ts';

export const DATABASE_FILE = 'organizer.db';

/** How long a write waits for another process on the same data directory, in ms. */
const WAIT_FOR_LOCK_MS = 15_000;

/**
 * Opens the workspace's database, making the directory (private to the user) and the schema when missing.
 * @throws OrganizerError `data_dir_unusable`, `database_too_new` or `database_damaged`; nothing is changed then.
 */
export function openDatabase(dataDir: string): Db {
  const file = join(dataDir, DATABASE_FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
  let db: Db | undefined;
  try {
    db = new Database(file, { timeout: WAIT_FOR_LOCK_MS });
    // Before the pragmas, since the journal mode is written into the file.
    refuseNewer(db, file);
    // WAL lets the app and the command line read while one writes. FULL makes each commit survive a power loss, which
    // the outbox relies on: what is about to be sent is on the disk before it leaves.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    chmodSync(file, 0o600);
    migrate(db, file);
    return db;
  } catch (cause) {
    db?.close();
    throw explain(cause, file, dataDir);
  }
}

function unusable(dataDir: string, cause: unknown): OrganizerError {
  const message = `The data directory ${dataDir} cannot be created or written. Check that it exists, that the disk is not full, and that you may write there; or choose another with --data-dir.`;
  return new OrganizerError('data_dir_unusable', message, { cause });
}

function explain(cause: unknown, file: string, dataDir: string): unknown {
  if (cause instanceof OrganizerError) return cause;
  const code = (cause as { code?: unknown }).code;
  if (code === 'SQLITE_NOTADB' || (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT'))) {
    const message = `${file} is damaged or not a Pinned Organizer database. It was left as it is. Move it aside to start afresh, or put a backup in its place.`;
    return new OrganizerError('database_damaged', message, { cause });
  }
  return unusable(dataDir, cause);
}
