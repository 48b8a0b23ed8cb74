import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '#shared/contract/recovery-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { type Db, write } from '../db/database.ts';
import { explainDisk } from '../db/disk-errors.ts';
import { sizeOf } from '../db/find-damage.ts';
import { migrate } from '../db/migrate.ts';
import { DATABASE_FILE, makeDataDir } from '../db/open.ts';
import { createEmpty, openToFinish } from '../db/other-files.ts';
import { distrustAfterRestore } from '../outbox/after-restore/restored.ts';
import { writeSetting } from '../workspace/settings.ts';
import { aloneIn } from './alone.ts';
import { syncToDisk } from './durable-files.ts';
import { findDamage } from './inspect.ts';
import { describeBackup, isSound } from './list.ts';
import { findBackups, timeInName } from './names.ts';
import { putSalvage, type Salvaged } from './salvage/put.ts';
import { type Salvage, salvageFrom } from './salvage/read.ts';
import { setAside } from './set-aside.ts';

export type Restored = {
  /** The backup that is the database now; null after a fresh start. */
  backup: Backup | null;
  /** Where the database before is kept, or null when there was none. */
  keptAs: string | null;
  /** What was found in it that the backup lacks. */
  salvaged: Salvaged;
};

/** What a fresh start takes over, so that keys and platform stay those of this workspace. */
const IDENTITY = ['workspace_id', 'platform'];

/**
 * Puts a backup in the place of the database, which is kept. What was published after the backup was made is unknown to
 * it, so nothing that is not delivered is trusted from then on (docs/decisions/0010-backups.md).
 * @param which a backup's file, or `newest`: the newest that is sound
 * @throws OrganizerError `not_found`, `unreadable_input`, `not_allowed` while somebody has the workspace open, or of the disk
 */
export function restoreBackup(dataDir: string, which: string, nowMs: number): Restored {
  makeDataDir(dataDir);
  return aloneIn(dataDir, () => {
    const backup = which === 'newest' ? newestSound(dataDir) : given(which);
    const salvage = worthKeeping(join(dataDir, DATABASE_FILE));
    return replace(dataDir, nowMs, backup, (draft) => {
      copyFileSync(backup.file, draft);
      chmodSync(draft, 0o600);
      return finish(openToFinish(draft), draft, (db) => {
        const salvaged = putSalvage(db, salvage, nowMs);
        distrustAfterRestore(db, backup.madeAt, nowMs);
        return salvaged;
      });
    });
  });
}

/**
 * Begins with an empty calendar; the database before is kept. Drafts that come in from now on may be events that were
 * published before, so they are looked for before they are sent.
 * @throws OrganizerError `not_allowed` while somebody has the workspace open, or of the disk
 */
export function startAfresh(dataDir: string, nowMs: number): Restored {
  makeDataDir(dataDir);
  return aloneIn(dataDir, () => {
    const settings = identityOf(dataDir);
    return replace(dataDir, nowMs, null, (draft) => {
      const db = createEmpty(draft);
      chmodSync(draft, 0o600);
      return finish(db, draft, () => {
        for (const [name, value] of settings) writeSetting(db, name, value);
        distrustAfterRestore(db, nowMs, nowMs);
        return { drafts: 0, delivered: 0 };
      });
    });
  });
}

/**
 * What the backup is given of the database that it replaces. Of a damaged one everything that it lacks. Who goes back
 * from a sound one does not want its newer drafts, but what was published stays published.
 */
function worthKeeping(file: string): Salvage {
  const salvage = salvageFrom(file);
  if (sizeOf(file) === 0 || findDamage(file) !== null) return salvage;
  const published = new Set([...salvage.deliveries.values()].map((delivery) => delivery.draft_id));
  return { ...salvage, drafts: new Map([...salvage.drafts].filter(([id]) => published.has(id))) };
}

/** Makes the new database under another name first: whatever ends this half way, the one before is still there. */
function replace(dataDir: string, nowMs: number, backup: Backup | null, make: (draft: string) => Salvaged): Restored {
  const file = join(dataDir, DATABASE_FILE);
  const draft = `${file}-restoring`;
  try {
    for (const suffix of ['', '-journal']) rmSync(draft + suffix, { force: true });
    const salvaged = make(draft);
    syncToDisk(draft);
    const keptAs = setAside(dataDir, nowMs);
    renameSync(draft, file);
    syncToDisk(dataDir);
    return { backup, keptAs, salvaged };
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw explainDisk(thrown, file)?.error ?? thrown;
  }
}

function finish(db: Db, draft: string, work: (db: Db) => Salvaged): Salvaged {
  try {
    migrate(db, draft);
    return write(db, () => work(db));
  } finally {
    db.close();
  }
}

function newestSound(dataDir: string): Backup {
  for (const found of findBackups(dataDir)) {
    const backup = isSound(found.file) ? describeBackup(found) : null;
    if (backup !== null) return backup;
  }
  throw new OrganizerError('not_found', `There is no backup in ${join(dataDir, 'backups')} that can be read.`);
}

function given(file: string): Backup {
  if (!existsSync(file)) throw new OrganizerError('not_found', `There is no backup ${file}.`);
  const madeAt = timeInName(file.split(/[\\/]/).at(-1) ?? '') ?? Math.floor(statSync(file).mtimeMs);
  const backup = isSound(file) ? describeBackup({ file, madeAt }) : null;
  if (backup !== null) return backup;
  throw new OrganizerError(
    'unreadable_input',
    `${file} is not a sound backup of Pinned Organizer, or it is from a newer version. Nothing was changed.`,
  );
}

function identityOf(dataDir: string): [string, string][] {
  const sources = [join(dataDir, DATABASE_FILE), ...findBackups(dataDir).map(({ file }) => file)];
  for (const source of sources) {
    const { settings }: Salvage = salvageFrom(source);
    const found = IDENTITY.flatMap((name): [string, string][] => {
      const value = settings.get(name);
      return value === undefined ? [] : [[name, value]];
    });
    if (settings.has('workspace_id')) return found;
  }
  return [];
}
