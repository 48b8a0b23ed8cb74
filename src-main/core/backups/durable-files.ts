import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';

/** Makes a directory that is its owner's alone. */
export function makePrivateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
}

/** Waits until a file, or the names in a directory, are on the disk. Some systems cannot sync a directory. */
export function syncToDisk(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (thrown) {
    if (process.platform === 'win32') return;
    throw thrown;
  }
  try {
    fsyncSync(descriptor);
  } catch (thrown) {
    const { code } = thrown as { code?: unknown };
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'EISDIR') throw thrown;
  } finally {
    closeSync(descriptor);
  }
}
