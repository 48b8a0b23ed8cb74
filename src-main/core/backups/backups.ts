import type { Backup } from '#shared/contract/recovery-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { get } from '../db/database.ts';
import { storageOf } from '../db/storage.ts';
import type { Clock } from '../ports.ts';
import { listBackups } from './list.ts';
import { type BackupParts, type BackupResult, makeBackup } from './make.ts';
import { findBackups } from './names.ts';

/** The app has other things to do when it starts, in ms. */
const AFTER_START_MS = 30_000;

/** Without any news a backup is made once a day, */
const DAILY_MS = 24 * 60 * 60_000;

/** and after an import or a batch, at most once an hour. Both in ms. */
const HOURLY_MS = 60 * 60_000;

/** After one that could not be made, the next try waits so long, in ms. */
const TRY_AGAIN_MS = 10 * 60_000;

/** How often it is looked whether one is due, in ms. */
const LOOK_EVERY_MS = 60_000;

/** The backups of an open workspace. They hold drafts and the ledger, never keys: those are in the keychain. */
export type Backups = {
  list(): Backup[];
  /** @throws OrganizerError of the disk, or `not_allowed` when the disk is nearly full or another one is running. */
  now(): Promise<Backup>;
  /** Something was done that would be a pity to lose: an import, a batch. */
  noteNews(): void;
  /** For a command that is about to end: makes one when there is news and the newest is old enough. Never throws. */
  afterNews(): Promise<void>;
  /** The same without waiting, and once a day without news: called over and over by whoever has nothing to do. */
  whenIdle(): void;
  /** Ends a backup that is running, and waits for its end. */
  stop(): Promise<void>;
};

export function createBackups(parts: BackupParts & { clock: Clock; log: (line: string) => void }): Backups {
  const { db, dataDir, clock, log } = parts;
  const stopping = new AbortController();
  const openedAt = clock.now();
  let news = false;
  let lookAgainAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;

  async function make(): Promise<BackupResult> {
    const result = makeBackup(parts, clock.now(), stopping.signal);
    running = result.then(
      () => {},
      () => {},
    );
    try {
      return await result;
    } finally {
      running = null;
    }
  }

  function isDue(): boolean {
    const newest = findBackups(dataDir)[0];
    // An empty calendar needs none.
    if (newest === undefined) return get(db, 'SELECT 1 FROM drafts LIMIT 1') !== undefined;
    const ageMs = clock.now() - newest.madeAt;
    // One from the future was made by a wrong clock.
    return ageMs < 0 || ageMs >= (news ? HOURLY_MS : DAILY_MS);
  }

  async function ifDue(): Promise<void> {
    const idle = running === null && !stopping.signal.aborted && storageOf(db).condition === 'ok';
    if (!idle || clock.now() < lookAgainAt) return;
    lookAgainAt = clock.now() + LOOK_EVERY_MS;
    try {
      if (!isDue()) return;
      const result = await make();
      if ('made' in result) news = false;
      else {
        lookAgainAt = clock.now() + TRY_AGAIN_MS;
        log(`no backup was made: ${result.skipped}`);
      }
    } catch (thrown) {
      lookAgainAt = clock.now() + TRY_AGAIN_MS;
      if (!stopping.signal.aborted) log(`no backup was made: ${thrown instanceof Error ? thrown.message : thrown}`);
    }
  }

  return {
    list: () => listBackups(dataDir),
    async now() {
      const result = await make();
      if ('made' in result) return result.made;
      throw new OrganizerError('not_allowed', reasons[result.skipped]);
    },
    noteNews: () => {
      news = true;
    },
    afterNews: async () => {
      if (news) await ifDue();
    },
    whenIdle: () => {
      if (news || clock.now() - openedAt >= AFTER_START_MS) void ifDue();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

const reasons = {
  disk_nearly_full: 'The disk is nearly full, so no backup was made. Free some space first.',
  another_is_running: 'Another backup of this workspace is being made right now.',
};
