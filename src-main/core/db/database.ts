import type Database from 'better-sqlite3';
import { failed, requireStorage, storageOf } from './storage.ts';

export type Db = Database.Database;

/** Values that SQLite takes for a parameter. */
export type Bindings = Record<string, string | number | bigint | Uint8Array | null>;

const statements = new WeakMap<Db, Map<string, Database.Statement<unknown[], unknown>>>();

/** A prepared statement, prepared once for each connection. SQL stays visible where it is used. */
function prepared(db: Db, sql: string): Database.Statement<unknown[], unknown> {
  const ofThisDb = statements.get(db) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  statements.set(db, ofThisDb);
  const statement = ofThisDb.get(sql) ?? db.prepare<unknown[], unknown>(sql);
  ofThisDb.set(sql, statement);
  return statement;
}

/**
 * All rows. They are `unknown` until a schema has parsed them.
 * @throws OrganizerError `disk_full`, `disk_read_only`, `disk_error` or `database_damaged`, like all that follow here.
 */
export function all(db: Db, sql: string, bindings: Bindings = {}): unknown[] {
  try {
    return prepared(db, sql).all(bindings);
  } catch (thrown) {
    throw failed(db, thrown);
  }
}

/** The first row, or undefined. */
export function get(db: Db, sql: string, bindings: Bindings = {}): unknown {
  try {
    return prepared(db, sql).get(bindings);
  } catch (thrown) {
    throw failed(db, thrown);
  }
}

/** Runs a write and says how many rows it changed. */
export function run(db: Db, sql: string, bindings: Bindings = {}): number {
  try {
    return prepared(db, sql).run(bindings).changes;
  } catch (thrown) {
    throw failed(db, thrown);
  }
}

/**
 * One transaction that takes the write lock at once (`BEGIN IMMEDIATE`), so that what it reads stays true until it
 * commits, whoever else works on the same file. Synchronous on purpose: nothing may wait inside.
 */
export function write<T>(db: Db, work: () => T): T {
  if (db.inTransaction) return work();
  try {
    const result = db.transaction(work).immediate();
    if (storageOf(db).condition !== 'ok') tryAgain(db);
    return result;
  } catch (thrown) {
    throw failed(db, thrown);
  }
}

/** This write went well although one before it did not: look whether the disk is well again. */
function tryAgain(db: Db): void {
  try {
    requireStorage(db);
  } catch {
    // Still not: what was just written is safe, and the condition says the rest.
  }
}
