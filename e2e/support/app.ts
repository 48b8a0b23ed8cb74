import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '#practice/server.ts';
import { electronArguments } from '../../scripts/runtime/electron-arguments.ts';
import { projectRoot } from '../../scripts/runtime/paths.ts';

/** A running app and its window. */
export type RunningApp = {
  electron: ElectronApplication;
  page: Page;
  /** Quits as a person would, and waits for the end. */
  quit(): Promise<void>;
};

type Fixtures = {
  /** True for tests that provoke what a browser complains about. */
  complaintsExpected: boolean;
  /** Each test has its own, and it is gone afterwards. */
  dataDir: string;
  /** Starts the app on that data directory, with `args` behind its own. Whatever is still running at the end of the test is quit. */
  start: (env?: Record<string, string>, args?: string[]) => Promise<RunningApp>;
  /** A platform of this test's own, in this process, so that the test can look inside. */
  startPlatform: (options?: PracticeOptions) => Promise<PracticeServer>;
};

/** How a start on the platform of a test looks from outside. */
export function onPlatform({ url, key }: { url: string; key: string }): Record<string, string> {
  return { PINNED_EVENTS_API_URL: url, PINNED_EVENTS_API_KEY: key };
}

export const test = base.extend<Fixtures>({
  complaintsExpected: [false, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'organizer-e2e-'));
    await use(dataDir);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  },

  start: async ({ dataDir, complaintsExpected }, use, info) => {
    const apps: RunningApp[] = [];
    const complaints: string[] = [];
    await use(async (env = {}, args = []) => {
      const app = await launch(dataDir, env, args, complaints);
      apps.push(app);
      return app;
    });
    const failed = info.status !== info.expectedStatus;
    if (failed) await attachEvidence(apps, dataDir, info);
    for (const app of apps) await app.quit();
    // A window that complains, above all about its security policy, is broken even when it looks right.
    if (!failed && !complaintsExpected) expect(complaints).toEqual([]);
    if (!failed) expect(await logOf(dataDir)).not.toContain('uncaught');
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above
  startPlatform: async ({}, use) => {
    const servers: PracticeServer[] = [];
    await use(async (options) => {
      const server = await startPracticeServer(options);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.close();
  },
});

export { expect } from '@playwright/test';

async function launch(
  dataDir: string,
  env: Record<string, string>,
  args: string[],
  complaints: string[],
): Promise<RunningApp> {
  const electron = await _electron.launch({
    args: [...electronArguments(), '.', ...args],
    cwd: projectRoot,
    env: { ...ownEnvironment(), ORGANIZER_DATA_DIR: dataDir, ...env },
  });
  const page = await electron.firstWindow();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  let ended: Promise<void> | null = null;
  return {
    electron,
    page,
    quit() {
      ended ??= electron.close();
      return ended;
    },
  };
}

/** What this test run was started with, without what would steer the app. */
function ownEnvironment(): Record<string, string> {
  const steering = /^(PINNED_EVENTS_|ORGANIZER_DATA_DIR|ELECTRON_RENDERER_URL)/;
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && !steering.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The app's log, or nothing when nothing was logged. */
export async function logOf(dataDir: string): Promise<string> {
  return readFile(join(dataDir, 'logs', 'app.log'), 'utf8').catch(() => '');
}

async function attachEvidence(apps: RunningApp[], dataDir: string, info: { attach: AttachFunction }): Promise<void> {
  await info.attach('app.log', { body: await logOf(dataDir), contentType: 'text/plain' });
  for (const { page } of apps) {
    const picture = await page.screenshot({ timeout: 5_000 }).catch(() => null);
    if (picture !== null) await info.attach('window', { body: picture, contentType: 'image/png' });
  }
}

type AttachFunction = (name: string, options: { body: string | Buffer; contentType: string }) => Promise<void>;
