import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where measured files live. */
export type Disk = { name: string; root: string };

/** The disk of the temporary files. */
export const realDisk: Disk = { name: 'disk', root: tmpdir() };

/**
 * A file system in memory, where `fsync` costs nothing: what remains is the work itself. Null where the system has none
 * at its usual place.
 */
export function memoryDisk(): Disk | null {
  const root = '/dev/shm';
  return existsSync(root) ? { name: 'memory', root } : null;
}

/** A fresh directory below `root`. */
export function benchDirectory(root: string = realDisk.root): { path: string; remove(): void } {
  const path = mkdtempSync(join(root, 'organizer-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}
