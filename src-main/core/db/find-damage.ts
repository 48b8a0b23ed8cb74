import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Db } from './database.ts';

/** Bytes of a file, 0 when there is none. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/**
 * What can be seen without SQLite, in a fraction of a millisecond: no database, cut off, or empty though there is more
 * to it. Offsets are those of the file format (https://www.sqlite.org/fileformat.html#the_database_header).
 * Null when nothing is wrong that can be seen so.
 */
export function findPlainDamage(file: string): string | null {
  const bytes = sizeOf(file);
  const logBytes = sizeOf(`${file}-wal`);
  // SQLite would take the log of an empty database for rubbish and remove it.
  if (bytes === 0) return logBytes > 0 ? 'it is empty or missing, but its log is there' : null;
  const header = readStart(file, HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) return 'it is not a database';
  const stored = header.readUInt16BE(16);
  const pageBytes = stored === 1 ? 65_536 : stored;
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0) return 'its header makes no sense';
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  // A log that was not folded in yet may hold the missing pages.
  return countIsValid && logBytes === 0 && bytes < pages * pageBytes ? 'its end is missing' : null;
}

function readStart(file: string, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Reads the whole database and checks that its parts fit together. Null when they do. @throws the error of SQLite. */
export function findInnerDamage(db: Db): string | null {
  const found = db.pragma('quick_check(3)') as { quick_check: string }[];
  const complaints = found.map((row) => row.quick_check).filter((text) => text !== 'ok');
  return complaints.length === 0 ? null : complaints.join('; ');
}
