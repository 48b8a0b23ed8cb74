import type { OrganizerError } from '#shared/errors.ts';
import type { Db } from './database.ts';
import { sizeOf } from './find-damage.ts';
import { openImage } from './other-files.ts';
import { neverWritable } from './storage.ts';

/** Largest database that is read into memory for that, in bytes. */
const LARGEST_BYTES = 1024 * 1024 * 1024;

/**
 * A database on a disk that cannot be written, for looking at only: SQLite cannot open a file in WAL mode where it may
 * not put its shared memory beside it, so it gets a copy in memory. Every write fails with `disk_read_only`.
 * @param cause thrown when the file cannot be read so either: it is missing, too large, or its log was not folded in
 */
export function openFrozenCopy(file: string, cause: OrganizerError): Db {
  const bytes = sizeOf(file);
  if (bytes === 0 || bytes > LARGEST_BYTES || sizeOf(`${file}-wal`) > 0) throw cause;
  let db: Db;
  try {
    db = openImage(file);
  } catch {
    throw cause;
  }
  neverWritable(db, file, cause);
  return db;
}
