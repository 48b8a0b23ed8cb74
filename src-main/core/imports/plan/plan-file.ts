import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Db } from '../../db/database.ts';
import { askDisk, diskError } from '../../db/disk-errors.ts';

const FOLDER = 'plans';

/** A plan is written once from its beginning to its end, so a small page cache does, in KiB. */
const CACHE_KB = 2_000;

/** Whoever ended without tidying up left its plans behind; nobody plans for longer than this, in ms. */
const LEFT_BEHIND_AFTER_MS = 24 * 60 * 60_000;

/**
 * Plans are kept in a database of their own beside the workspace's, attached as `plans`: a plan of a million rows needs
 * no memory, and joins with the drafts. It is worth nothing after a crash, so nothing of it is synced to the disk.
 */
export type PlanFile = {
  /** Makes the database when it is first needed. */
  open(): void;
  /** Takes it away again. */
  close(): void;
};

/** The plans of one process on a data directory. */
export function createPlanFile(db: Db, dataDir: string, nowMs: () => number): PlanFile {
  const folder = join(dataDir, FOLDER);
  const file = join(folder, `${randomBytes(8).toString('hex')}.db`);
  let isOpen = false;
  return {
    open() {
      if (isOpen) return;
      makeFolder(folder, db, nowMs());
      db.prepare('ATTACH ? AS plans').run(file);
      db.pragma('plans.journal_mode = TRUNCATE');
      db.pragma('plans.synchronous = OFF');
      db.pragma(`plans.cache_size = -${CACHE_KB}`);
      isOpen = true;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      db.exec('DETACH plans');
      for (const end of ['', '-journal']) rmSync(`${file}${end}`, { force: true });
    },
  };
}

/** @throws OrganizerError `disk_full` or `disk_read_only` where that is the reason. */
function makeFolder(folder: string, db: Db, nowMs: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeLeftBehind(folder, nowMs);
  } catch (thrown) {
    const trouble = askDisk(dirname(folder));
    throw trouble === null ? thrown : diskError(trouble, db.name, thrown);
  }
}

function removeLeftBehind(folder: string, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (nowMs - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? nowMs) > LEFT_BEHIND_AFTER_MS)
      rmSync(file, { force: true, recursive: true });
  }
}
