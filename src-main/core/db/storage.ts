import type Database from 'better-sqlite3';
import type { Storage } from '#shared/contract/views.ts';
import type { OrganizerError } from '#shared/errors.ts';
import { type DiskTrouble, explainDisk } from './disk-errors.ts';

type Db = Database.Database;

type Health = {
  trouble: { condition: DiskTrouble; error: OrganizerError } | null;
  listeners: Set<() => void>;
  onDamage: () => void;
  /** The database on the disk, where this one is a copy in memory. */
  file: string | null;
};

const healths = new WeakMap<Db, Health>();

const OK: Storage = { condition: 'ok', message: null };

function healthOf(db: Db): Health {
  const known = healths.get(db);
  if (known !== undefined) return known;
  const made: Health = { trouble: null, listeners: new Set(), onDamage: () => {}, file: null };
  healths.set(db, made);
  return made;
}

/** Whether the disk took what was last written to it, and if not, what a person can do. */
export function storageOf(db: Db): Storage {
  const trouble = healths.get(db)?.trouble;
  return trouble ? { condition: trouble.condition, message: trouble.error.message } : OK;
}

/** Calls back each time the condition becomes another. */
export function onStorageChanged(db: Db, listener: () => void): void {
  healthOf(db).listeners.add(listener);
}

/** Calls when SQLite finds, while it works, that the file is damaged. */
export function onDamageFound(db: Db, listener: () => void): void {
  healthOf(db).onDamage = listener;
}

/** Remembers trouble with the disk and gives the error that explains it; any other error comes back as it is. */
export function failed(db: Db, thrown: unknown): unknown {
  const explained = explainDisk(thrown, healths.get(db)?.file ?? db.name);
  if (explained === null) return thrown;
  setTrouble(db, { condition: explained.trouble, error: explained.error });
  if (explained.error.code === 'database_damaged') healthOf(db).onDamage();
  return explained.error;
}

/** Says of a copy in memory that nothing can be written to the file it came from. */
export function neverWritable(db: Db, file: string, error: OrganizerError): void {
  healthOf(db).file = file;
  setTrouble(db, { condition: 'readOnly', error });
}

function setTrouble(db: Db, trouble: Health['trouble']): void {
  const health = healthOf(db);
  const changed = health.trouble?.condition !== trouble?.condition;
  health.trouble = trouble;
  if (changed) for (const listener of health.listeners) listener();
}

/** Room that the disk has to prove before it counts as well again: a few drafts' worth, in bytes. */
const ROOM_BYTES = 64 * 1024;

/**
 * After trouble with the disk: writes something of size, really, and takes it out again. A small write may well succeed
 * on a full disk, inside space that SQLite holds already, and would only raise false hopes. Does nothing while all is well.
 * @throws OrganizerError what is still wrong.
 */
export function requireStorage(db: Db): void {
  if (!healths.get(db)?.trouble || db.inTransaction) return;
  try {
    db.transaction(() => {
      db.prepare(`INSERT OR REPLACE INTO workspace VALUES ('disk_probe', hex(zeroblob(?)))`).run(ROOM_BYTES / 2);
    }).immediate();
    db.prepare(`DELETE FROM workspace WHERE name = 'disk_probe'`).run();
  } catch (thrown) {
    throw failed(db, thrown);
  }
  setTrouble(db, null);
}
