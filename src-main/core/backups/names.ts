import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where backups lie, below the data directory. */
export const BACKUPS = 'backups';

/** Where a damaged or replaced database is kept, below the data directory. */
export const SET_ASIDE = 'damaged';

const NAME = /^organizer-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.db$/;

/** `organizer-20261123T181017123Z.db`: when it was made, in UTC, so that names sort by time. */
export function fileNameFor(atMs: number): string {
  return `organizer-${new Date(atMs).toISOString().replaceAll(/[-:.]/g, '')}.db`;
}

/** The time in such a name, in ms since epoch; null for any other name. */
export function timeInName(name: string): number | null {
  const parts = NAME.exec(name);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, ms] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(at) ? null : at;
}

export type BackupFile = { file: string; madeAt: number };

/** The backups of a data directory by their names alone, newest first. */
export function findBackups(dataDir: string): BackupFile[] {
  const folder = join(dataDir, BACKUPS);
  return namesIn(folder)
    .map((name) => ({ file: join(folder, name), madeAt: timeInName(name) }))
    .filter((found): found is BackupFile => found.madeAt !== null)
    .sort((a, b) => b.madeAt - a.madeAt);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
