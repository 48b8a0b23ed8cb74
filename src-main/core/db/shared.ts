import { join } from 'node:path';
import type { Db } from './database.ts';
import { type Lock, shareLock } from './lock.ts';
import { closedWell, DATABASE_FILE, makeDataDir, openDatabase } from './open.ts';

/** Held by everyone who has the workspace open, so that nobody replaces its database meanwhile. */
export const LOCK_FILE = 'organizer.lock';

/**
 * Opens the database of a workspace among others who may have it open too.
 * @param prepare what has to work before it counts as open; when it throws, everything is closed again
 * @throws OrganizerError, see `openDatabase`.
 */
export function openShared(dataDir: string, prepare: (db: Db) => void = () => {}): { db: Db; close(): void } {
  makeDataDir(dataDir);
  const lock = shareLock(join(dataDir, LOCK_FILE));
  let db: Db | undefined;
  try {
    const opened = openDatabase(dataDir, { alone: closedWell(join(dataDir, DATABASE_FILE)) || isAlone(lock) });
    db = opened;
    lock?.share();
    prepare(opened);
    return {
      db: opened,
      close: () => {
        opened.close();
        lock?.release();
      },
    };
  } catch (thrown) {
    db?.close();
    lock?.release();
    throw thrown;
  }
}

/** Somebody else who has it open looked for damage when they were the first. */
function isAlone(lock: Lock | null): boolean {
  return lock === null || lock.tryAlone();
}
