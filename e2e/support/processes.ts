import type { ElectronApplication } from '@playwright/test';
import { expect } from '@playwright/test';

export type ServiceName = 'Organizer core' | 'Organizer practice API';

/** The id of one of the app's utility processes, or null while it does not run. */
export async function pidOf(electron: ElectronApplication, name: ServiceName): Promise<number | null> {
  return electron.evaluate(({ app }, wanted) => {
    return app.getAppMetrics().find((metric) => metric.name === wanted)?.pid ?? null;
  }, name);
}

/** Ends the process as a crash would, and waits until another one has taken its place. */
export async function kill(electron: ElectronApplication, name: ServiceName): Promise<void> {
  const pid = await pidOf(electron, name);
  if (pid === null) throw new Error(`${name} does not run.`);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => pidOf(electron, name), { timeout: 15_000 }).not.toBe(pid);
  await expect.poll(() => pidOf(electron, name), { timeout: 15_000 }).not.toBeNull();
}
