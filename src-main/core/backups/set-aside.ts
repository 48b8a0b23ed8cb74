import { chmodSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../db/open.ts';
import { makePrivateDirectory, syncToDisk } from './durable-files.ts';
import { fileNameFor, SET_ASIDE } from './names.ts';

/**
 * Moves the database of a workspace, with its log, to where replaced ones are kept. The database goes first: without
 * it, a log that stayed behind counts as damage and is never taken for the log of another. Returns where it is now, or
 * null when there was none.
 */
export function setAside(dataDir: string, nowMs: number): string | null {
  const folder = join(dataDir, SET_ASIDE);
  const from = join(dataDir, DATABASE_FILE);
  const suffixes = ['', '-wal', '-shm', '-suspect'].filter((suffix) => existsSync(from + suffix));
  if (suffixes.length === 0) return null;
  makePrivateDirectory(folder);
  const kept = join(folder, unusedName(folder, nowMs));
  for (const suffix of suffixes) {
    renameSync(from + suffix, kept + suffix);
    chmodSync(kept + suffix, 0o600);
  }
  syncToDisk(folder);
  syncToDisk(dataDir);
  return kept;
}

function unusedName(folder: string, nowMs: number): string {
  for (let atMs = nowMs; ; atMs += 1) {
    const name = fileNameFor(atMs);
    if (!existsSync(join(folder, name)) && !existsSync(join(folder, `${name}-wal`))) return name;
  }
}
