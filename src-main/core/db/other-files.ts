import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Db } from './database.ts';

/** Opens a database that is not the workspace's own, such as a backup, to look at. @throws the error of SQLite. */
export function openToRead(file: string): Db {
  return new Database(file, { readonly: true, fileMustExist: true });
}

/** The same for a file that is known to be damaged: SQLite then reads on where it would refuse all of it. */
export function openDamagedToRead(file: string): Db {
  const db = openToRead(file);
  // A database whose end is missing is refused as a whole, unless its schema could be written
  // (sqlite3WritableSchema in btree.c); nothing can be, since it is opened for reading.
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  return db;
}

/**
 * Opens a copy that nobody else knows of yet, to finish it: what is written is on the disk before a commit returns, and
 * no log stays beside it. @throws the error of SQLite.
 */
export function openToFinish(file: string): Db {
  const db = new Database(file, { fileMustExist: true });
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  return db;
}

/** Makes a new, empty database. @throws the error of SQLite. */
export function createEmpty(file: string): Db {
  const db = new Database(file);
  db.pragma('foreign_keys = ON');
  return db;
}

/** Offsets of the write and read version in the header: 1 is a rollback journal, 2 is WAL. */
const VERSION_OFFSETS = [18, 19];

/** The content of a database file, in memory and for reading only. Its log, if any, is left out. */
export function openImage(file: string): Db {
  const image = readFileSync(file);
  // A database in memory cannot be in WAL mode.
  for (const offset of VERSION_OFFSETS) image[offset] = 1;
  const db = new Database(image);
  db.pragma('trusted_schema = OFF');
  db.pragma('query_only = ON');
  return db;
}
