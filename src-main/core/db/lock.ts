import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * A lock between processes, in a small file of its own. SQLite knows how to lock on every system, and the system lets
 * go of it when a process ends, however it ends: no stale lock ever has to be guessed at.
 */
export type Lock = {
  /** Takes the lock for this one alone, without waiting. False when anybody else holds it; then it is shared as before. */
  tryAlone(): boolean;
  /** Shares the lock again. */
  share(): void;
  release(): void;
};

/** How long to wait for somebody who has the lock alone: they check, or restore, for seconds. In ms. */
const WAIT_MS = 15_000;

/**
 * Shares the lock in that file, which is made when missing. Null when there can be none: the disk is read-only, and so
 * nobody can do what the lock protects from.
 * @throws the error of SQLite when somebody keeps it alone for too long.
 */
export function shareLock(file: string): Lock | null {
  const db = openLockFile(file);
  if (db === null) return null;
  const end = () => void (db.inTransaction && db.exec('COMMIT'));
  const share = () => {
    end();
    db.pragma(`busy_timeout = ${WAIT_MS}`);
    // A read inside a transaction holds the shared lock until the transaction ends.
    db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  };
  try {
    share();
  } catch (thrown) {
    db.close();
    throw thrown;
  }
  return {
    share,
    tryAlone() {
      end();
      db.pragma('busy_timeout = 0');
      try {
        db.exec('BEGIN EXCLUSIVE');
        return true;
      } catch {
        share();
        return false;
      }
    },
    release: () => void (db.open && db.close()),
  };
}

function openLockFile(file: string): Database.Database | null {
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    // No journal: nothing is ever written.
    db.pragma('journal_mode = MEMORY');
    chmodSync(file, 0o600);
    return db;
  } catch {
    db?.close();
    return null;
  }
}
