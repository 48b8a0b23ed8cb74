import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of the backups of a data directory that are complete. */
export async function backupsIn(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, 'backups')).catch(() => []);
  return names.filter((name) => name.endsWith('.db'));
}
