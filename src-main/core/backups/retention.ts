import type { BackupFile } from './names.ts';

/** The newest ones are all kept, */
const NEWEST_KEPT = 5;

/** and of each of the last days the newest. */
const DAYS_KEPT = 7;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Which backups may go: all but the newest five and the newest of each of the last seven days (UTC, today included).
 * Pure. The newest of all always stays, whatever the clock says.
 */
export function backupsToRemove(backups: readonly BackupFile[], nowMs: number): BackupFile[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt);
  const today = dayOf(nowMs);
  const days = new Set<number>();
  return newestFirst.filter(({ madeAt }, index) => {
    const day = dayOf(madeAt);
    const newestOfItsDay = !days.has(day);
    days.add(day);
    const recent = day > today - DAYS_KEPT;
    return index >= NEWEST_KEPT && !(newestOfItsDay && recent);
  });
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}
