const DELAYS_MS = [100, 500, 2_000, 5_000, 15_000, 30_000] as const;

/** A process that ran this long was healthy: its next end is a new story. */
const HEALTHY_AFTER_MS = 60_000;

/** How long to wait, in ms, before a process is started again after it ended `endsInARow` times without being asked. */
export function backOffMs(endsInARow: number): number {
  return DELAYS_MS[Math.min(Math.max(endsInARow, 1), DELAYS_MS.length) - 1] ?? 0;
}

/** The new count of ends in a row, when a process ended after it ran for `ranMs`. */
export function countEnd(endsInARow: number, ranMs: number): number {
  return ranMs >= HEALTHY_AFTER_MS ? 1 : endsInARow + 1;
}
