import { expect, onPlatform, test } from './support/app.ts';
import { callFromPage, valueFromPage } from './support/bridge.ts';
import { kill } from './support/processes.ts';
import { expectDelivered, goTo, importSample, publishImport, startPractising } from './support/steps.ts';

test('the core is killed: the window goes on with a new one, and nothing is lost', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const rows = await importSample(page);
  await goTo(page, 'Drafts');
  await kill(electron, 'Organizer core');

  // The same page, not reloaded, reads and writes again.
  const drafts = page.getByRole('grid', { name: 'Drafts' });
  await expect(drafts).toHaveAttribute('aria-rowcount', String(rows + 1));
  await page.getByRole('button', { name: 'New draft' }).first().click();
  await page.getByPlaceholder('What is on?').fill('Written after the crash');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeAttached();
  await expect(drafts).toHaveAttribute('aria-rowcount', String(rows + 2));
});

test('reads that were under way when the core died are answered by the next one', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const answers = page.evaluate(async () => {
    const { organizer } = globalThis as unknown as {
      organizer: Record<string, (input: object) => Promise<{ ok: boolean }>>;
    };
    const results: boolean[] = [];
    const until = Date.now() + 2_500;
    while (Date.now() < until) {
      const answer = await organizer.getState?.({});
      results.push(answer?.ok ?? false);
    }
    return results;
  });
  await kill(electron, 'Organizer core');
  expect(await answers).not.toContain(false);
});

test('a picked file is still known after the core was replaced', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const { file } = await valueFromPage(page, 'openSampleCalendar');
  await kill(electron, 'Organizer core');
  const plan = await valueFromPage(page, 'planImport', { file, choices: {} });
  expect(plan.counts.rows).toBeGreaterThan(10);
});

test('the practice API is killed: its events are still there, and sending goes on by itself', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  await importSample(page);
  await kill(electron, 'Organizer practice API');
  const events = await publishImport(page);
  await expectDelivered(page, events);
});

test('the core is killed in the middle of sending, again and again: every event arrives exactly once', async ({
  start,
  startPlatform,
}) => {
  // What was in flight is taken up by the next core, which sees that its predecessor is gone.
  test.setTimeout(180_000);
  const platform = await startPlatform({ latencyMs: 120 });
  const { electron, page } = await start(onPlatform(platform));
  await importSample(page);
  const events = await publishImport(page);
  for (const arrived of [4, 8, 12]) {
    const underWay = () => platform.requests().at(-1)?.status === 0;
    await expect.poll(() => platform.events().length >= arrived && underWay(), { intervals: [5] }).toBe(true);
    await kill(electron, 'Organizer core');
  }
  expect(platform.events().length).toBeLessThan(events);
  await expectDelivered(page, events, 120_000);
  expect(platform.events()).toHaveLength(events);
  expect([...platform.effectsByKey().values()].every((effects) => effects === 1)).toBe(true);
  // The deaths left their mark: something that was under way was sent again, under the same key.
  expect([...platform.requestsByKey().values()].some((requests) => requests > 1)).toBe(true);
});

test('the page dies: it comes back with everything', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const rows = await importSample(page);
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // Asked through the main process: the driver has lost the page that died.
  const draftsShown = () =>
    electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const query = '{ search: "", status: null, importId: null, limit: 1, offset: 0 }';
      const answer = contents?.executeJavaScript(`organizer.listDrafts(${query})`).catch(() => null);
      return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500))]);
    });
  await expect.poll(draftsShown, { timeout: 15_000 }).toMatchObject({ ok: true, value: { total: rows } });
});

test('the whole app is killed: no process stays, and the next start has everything', async ({ start }) => {
  const first = await start();
  await startPractising(first.page);
  const rows = await importSample(first.page);
  const pids = await first.electron.evaluate(({ app }) => app.getAppMetrics().map((metric) => metric.pid));
  first.electron.process().kill('SIGKILL');
  await expect.poll(() => pids.filter(isRunning)).toEqual([]);

  const second = await start();
  await expect(second.page.getByRole('grid', { name: 'Drafts' })).toHaveAttribute('aria-rowcount', String(rows + 1));
  const events = await valueFromPage(second.page, 'publish', { selection: { kind: 'all' }, dryRun: false });
  await expectDelivered(second.page, events.queued);
});

test('a damaged database is said in a sentence, and tried again', async ({ start, dataDir }) => {
  const { mkdir, rm, writeFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  await writeFile(join(dataDir, 'app.json'), '{"workspace":"practice"}');
  await mkdir(join(dataDir, 'practice'));
  await writeFile(join(dataDir, 'practice', 'organizer.db'), 'this is no database');
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Your calendar file is damaged' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'There is no backup yet' })).toBeVisible();
  expect(await callFromPage(page, 'getState')).toMatchObject({ ok: false, error: { code: 'database_damaged' } });

  await rm(join(dataDir, 'practice', 'organizer.db'));
  await expect(async () => {
    await page.getByRole('button', { name: 'Try again' }).first().click({ timeout: 1_000 });
    await expect(page.getByRole('button', { name: /^Workspace: / })).toContainText('Practice mode', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
