import { join } from 'node:path';
import type { Inspection } from '#shared/contract/recovery-views.ts';
import type { Db } from '../db/database.ts';
import { findInnerDamage, findPlainDamage, sizeOf } from '../db/find-damage.ts';
import { DATABASE_FILE } from '../db/open.ts';
import { openToRead } from '../db/other-files.ts';
import { listBackups } from './list.ts';
import { SET_ASIDE } from './names.ts';

/** Looks at a data directory that nobody may be able to open: is its database sound, and what is there to go back to? */
export function inspectDataDir(dataDir: string): Inspection {
  const file = join(dataDir, DATABASE_FILE);
  const absent = sizeOf(file) === 0 && sizeOf(`${file}-wal`) === 0;
  const damage = absent ? null : findDamage(file);
  return {
    condition: absent ? 'absent' : damage === null ? 'ok' : 'damaged',
    damage,
    file,
    keptIn: join(dataDir, SET_ASIDE),
    backups: listBackups(dataDir),
  };
}

/** What is wrong with a database; null when it is sound. Reads all of it, changes nothing. */
export function findDamage(file: string): string | null {
  const plain = findPlainDamage(file);
  if (plain !== null) return plain;
  let db: Db | undefined;
  try {
    db = openToRead(file);
    return findInnerDamage(db);
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    db?.close();
  }
}
