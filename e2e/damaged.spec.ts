import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onPlatform, test } from './support/app.ts';
import { backupsIn } from './support/backups.ts';
import { valueFromPage } from './support/bridge.ts';
import { expectDelivered, importSample, publishImport } from './support/steps.ts';

test('a damaged database: the newest backup is offered and restored, and nothing is published twice', async ({
  start,
  startPlatform,
  dataDir,
}) => {
  const platform = await startPlatform();
  const first = await start(onPlatform(platform));
  const rows = await importSample(first.page);
  await expect.poll(() => backupsIn(dataDir)).toHaveLength(1);
  // Published after the backup was made: the backup knows nothing of it.
  const events = await publishImport(first.page);
  await expectDelivered(first.page, events);
  await first.quit();
  const file = join(dataDir, 'organizer.db');
  const ruined = (await readFile(file)).fill(0xa5);
  await writeFile(file, ruined);

  const { page } = await start(onPlatform(platform));
  await expect(page.getByRole('heading', { name: 'Your calendar file is damaged' })).toBeFocused();
  await expect(page.getByText(`${rows} drafts, none of them published`)).toBeVisible();
  await expect(page.getByText(join(dataDir, 'damaged'))).toBeVisible();
  expect(await readFile(file)).toEqual(ruined);

  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(page.getByRole('grid', { name: 'Drafts' })).toHaveAttribute('aria-rowcount', String(rows + 1));
  // The platform's list tells what is there already, without anybody asking.
  await expect.poll(async () => (await valueFromPage(page, 'getState')).operations.delivered).toBe(events);
  await valueFromPage(page, 'publish', { selection: { kind: 'all' }, dryRun: false });
  await expectDelivered(page, events);
  expect(platform.events()).toHaveLength(events);
  expect([...platform.effectsByKey().values()].every((effects) => effects === 1)).toBe(true);
});

test('a damaged database without a backup: an empty calendar, on the person’s word', async ({ start, dataDir }) => {
  await writeFile(join(dataDir, 'app.json'), '{"workspace":"real"}');
  await writeFile(join(dataDir, 'organizer.db'), 'this is no database');
  const { page } = await start({ PINNED_EVENTS_API_KEY: 'no-key' });
  await page.getByRole('button', { name: 'Start with an empty calendar' }).click();
  await expect(page.getByRole('button', { name: 'New draft' }).first()).toBeVisible();
  expect((await valueFromPage(page, 'getState')).drafts).toBe(0);
});
