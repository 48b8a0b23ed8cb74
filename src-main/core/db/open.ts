import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OrganizerError } from '#shared/errors.ts';
import { findBackups } from '../backups/names.ts';
import { damagedError } from './damaged-error.ts';
import type { Db } from './database.ts';
import { askDisk, diskError, explainDisk } from './disk-errors.ts';
import { findInnerDamage, findPlainDamage, sizeOf } from './find-damage.ts';
import { openFrozenCopy } from './frozen-copy.ts';
import { migrate, refuseNewer } from './migrate.ts';
import { onDamageFound } from './storage.ts';

export const DATABASE_FILE = 'organizer.db';

/** Lies beside a database in which damage was found while it was open: the next start reads all of it. */
const SUSPECT_SUFFIX = '-suspect';

/** How long a write waits for another process on the same data directory, in ms. */
const WAIT_FOR_LOCK_MS = 15_000;

/**
 * Opens the workspace's database, making the directory (private to the user) and the schema when missing.
 * @param alone false when another process has it open: then that one has looked for damage
 * @throws OrganizerError `data_dir_unusable`, `database_too_new`, `database_damaged`, `disk_full` and the like; nothing
 * is changed then.
 */
export function openDatabase(dataDir: string, { alone = true }: { alone?: boolean } = {}): Db {
  const file = join(dataDir, DATABASE_FILE);
  makeDataDir(dataDir);
  let db: Db | undefined;
  try {
    refusePlainDamage(dataDir, file);
    const wasClosedWell = closedWell(file);
    db = new Database(file, { timeout: WAIT_FOR_LOCK_MS });
    // Before the pragmas, since the journal mode is written into the file.
    refuseNewer(db, file);
    if (alone && !wasClosedWell) refuseInnerDamage(db, dataDir, file);
    setUp(db);
    chmodSync(file, 0o600);
    migrate(db, file);
    onDamageFound(db, () => writeSuspicion(file));
    return db;
  } catch (thrown) {
    db?.close();
    const cause = explain(thrown, file, dataDir);
    // Where nothing can be written, SQLite needs to write to open; what was saved can still be looked at.
    if (cause instanceof OrganizerError && cause.code === 'disk_read_only') return openFrozenCopy(file, cause);
    throw cause;
  }
}

/**
 * False when the last one who had it open did not close it, for example because the power failed: its log is still
 * there. Only then all of it is read at the start.
 */
export function closedWell(file: string): boolean {
  return sizeOf(`${file}-wal`) === 0 && !existsSync(file + SUSPECT_SUFFIX);
}

/** Makes the directory, private to the user, when it is missing. @throws OrganizerError `data_dir_unusable`. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
}

function setUp(db: Db): void {
  // WAL lets the app and the command line read while one writes. FULL makes each commit survive a power loss, which
  // the outbox relies on: what is about to be sent is on the disk before it leaves.
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
}

function refusePlainDamage(dataDir: string, file: string): void {
  const damage = findPlainDamage(file);
  if (damage !== null) throw damagedError(dataDir, file, damage);
  // To begin with an empty calendar, because a file went missing, would forget what was published.
  if (sizeOf(file) === 0 && findBackups(dataDir).length > 0)
    throw damagedError(dataDir, file, 'it is empty or missing');
}

function refuseInnerDamage(db: Db, dataDir: string, file: string): void {
  const damage = findInnerDamage(db);
  if (damage !== null) throw damagedError(dataDir, file, damage);
  rmSync(file + SUSPECT_SUFFIX, { force: true });
}

function writeSuspicion(file: string): void {
  try {
    writeFileSync(file + SUSPECT_SUFFIX, '', { mode: 0o600 });
  } catch {
    // Then the next start notices when it meets the damage again.
  }
}

function unusable(dataDir: string, cause: unknown): OrganizerError {
  const message = `The data directory ${dataDir} cannot be created or written. Check that it exists, that the disk is not full, and that you may write there; or choose another with --data-dir.`;
  return new OrganizerError('data_dir_unusable', message, { cause });
}

function explain(thrown: unknown, file: string, dataDir: string): unknown {
  if (thrown instanceof OrganizerError) return thrown;
  const disk = explainDisk(thrown, file)?.error;
  if (disk?.code === 'database_damaged') return damagedError(dataDir, file, String(disk.cause));
  if (disk !== undefined && disk.code !== 'disk_error') return disk;
  const trouble = askDisk(dataDir);
  return trouble === null ? unusable(dataDir, thrown) : diskError(trouble, file, thrown);
}
