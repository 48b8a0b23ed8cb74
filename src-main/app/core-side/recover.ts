import { restoreBackup, startAfresh } from '#core/backups/restore.ts';
import type { HowToRecover } from '#shared/contract/recovery-views.ts';

/** Replaces a damaged database, and says in the log what was done: nothing of it can be seen in the new one. */
export function recover(dataDir: string, how: HowToRecover, nowMs: number, log: (line: string) => void): void {
  const { backup, keptAs, salvaged } =
    how === 'restoreNewest' ? restoreBackup(dataDir, 'newest', nowMs) : startAfresh(dataDir, nowMs);
  log(
    `${backup === null ? 'began with an empty calendar' : `restored ${backup.file}`}; the database before it is kept as ${keptAs ?? 'none'}; added from it: ${salvaged.drafts} drafts, ${salvaged.delivered} publications`,
  );
}
