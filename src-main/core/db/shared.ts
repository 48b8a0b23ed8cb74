import { join } from 'node:path';
import type { Db } from './database.ts';
import { type Lock, shareLock } from './lock.ts';
import { closedWell, DATABASE_FILE, makeDataDir, openDatabase } from './open.ts';

/** Held by everyone who has the workspace open, so that nobody replaces its database meanwhile. */
export const LOCK_FILE = 'organizer.lock';

/** Opens the database of a workspace among others who may have it open too. @throws OrganizerError, see `openDatabase`. */
export function openShared(dataDir: string): { db: Db; close(): void } {
  makeDataDir(dataDir);
  const lock = shareLock(join(dataDir, LOCK_FILE));
  try {
    const db = openDatabase(dataDir, { alone: closedWell(join(dataDir, DATABASE_FILE)) || isAlone(lock) });
    lock?.share();
    return {
      db,
      close: () => {
        db.close();
        lock?.release();
      },
    };
  } catch (thrown) {
    lock?.release();
    throw thrown;
  }
}

/** Somebody else who has it open looked for damage when they were the first. */
function isAlone(lock: Lock | null): boolean {
  return lock === null || lock.tryAlone();
}
