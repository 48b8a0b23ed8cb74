import { accessSync, constants, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Storage } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';

/** What the disk did, as far as a person has to know. */
export type DiskTrouble = Exclude<Storage['condition'], 'ok'>;

/** With less than this left, a failed write is put down to a full disk, in bytes. */
const NEARLY_NOTHING_BYTES = 256 * 1024;

/**
 * The sentence for an error of SQLite that comes from the disk, or null when it has another cause. The codes are those
 * of better-sqlite3: SQLite's names, extended ones included (https://www.sqlite.org/rescode.html).
 * @param file the database
 */
export function explainDisk(thrown: unknown, file: string): { error: OrganizerError; trouble: DiskTrouble } | null {
  const code = (thrown as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  const trouble = troubleOf(code, file);
  if (trouble === null) return null;
  return trouble === 'damaged'
    ? { error: damagedWhileOpen(file, thrown), trouble: 'failing' }
    : { error: diskError(trouble, file, thrown), trouble };
}

function troubleOf(code: string, file: string): DiskTrouble | 'damaged' | null {
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_READONLY')) return 'readOnly';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  // SQLite reports most failed writes alike; only the file system knows which it was.
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return askDisk(dirname(file)) ?? 'failing';
  return null;
}

/** What is plainly wrong with the disk of that folder, or null. */
export function askDisk(folder: string): 'full' | 'readOnly' | null {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    const { code } = thrown as { code?: unknown };
    return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'readOnly' : null;
  }
  const free = freeBytes(folder);
  return free !== null && free < NEARLY_NOTHING_BYTES ? 'full' : null;
}

/** What this process may still write on the disk of that folder, in bytes; null when the disk does not say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** The error for one kind of trouble. */
export function diskError(trouble: DiskTrouble, file: string, cause?: unknown): OrganizerError {
  const folder = dirname(file);
  const options = { cause };
  switch (trouble) {
    case 'full':
      return new OrganizerError(
        'disk_full',
        `The disk with ${folder} is full. The last change could not be saved, and nothing is sent meanwhile; what was saved before is safe. Free some space: saving works again then, and sending goes on by itself.`,
        options,
      );
    case 'readOnly':
      return new OrganizerError(
        'disk_read_only',
        `${folder} can be read but not written. Nothing can be saved or sent; what was saved before is safe. Make the folder writable, or connect the disk again; sending then goes on by itself.`,
        options,
      );
    case 'failing':
      return new OrganizerError(
        'disk_error',
        `The disk with ${folder} does not work as it should. The last change could not be saved, and nothing is sent meanwhile. Check that the disk is connected and healthy, then try again.`,
        options,
      );
  }
}

function damagedWhileOpen(file: string, cause: unknown): OrganizerError {
  return new OrganizerError(
    'database_damaged',
    `${file} is damaged. Nothing is saved or sent any more. Close Pinned Organizer and open it again: it then offers the newest backup.`,
    { cause },
  );
}

/** True for errors that come from the disk and pass when it works again. */
export function isDiskError(thrown: unknown): boolean {
  return thrown instanceof OrganizerError && ['disk_full', 'disk_read_only', 'disk_error'].includes(thrown.code);
}
