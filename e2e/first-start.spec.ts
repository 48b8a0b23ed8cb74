import { expect, test } from './support/app.ts';
import { expectDelivered, goTo, importSample, publishImport, startPractising, workspaceMenu } from './support/steps.ts';

test('from the first start to a published season, and all of it is there after a restart', async ({ start }) => {
  const first = await start();
  await startPractising(first.page);
  const rows = await importSample(first.page);
  expect(rows).toBeGreaterThan(10);
  const events = await publishImport(first.page);
  expect(events).toBe(rows);
  await expectDelivered(first.page, events);
  await first.quit();

  const second = await start();
  // No welcome: the workspace that was open opens again.
  await expect(workspaceMenu(second.page)).toContainText('Practice mode');
  await expect(second.page.getByRole('grid', { name: 'Drafts' })).toHaveAttribute('aria-rowcount', String(rows + 1));
  await expectDelivered(second.page, events);
});

test('the same file again changes nothing and publishes nothing', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await importSample(page);
  const events = await publishImport(page);
  await expectDelivered(page, events);

  await goTo(page, 'Import');
  await page.getByRole('button', { name: 'Import another file' }).click();
  await page.getByRole('button', { name: 'Try the sample calendar' }).click();
  await page.getByRole('button', { name: 'See the plan' }).click();
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await expectDelivered(page, events);
});

test('practice is labelled in every view', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  for (const view of ['Drafts', 'Import', 'Outbox'] as const) {
    await goTo(page, view);
    await expect(workspaceMenu(page)).toContainText('Practice mode');
    await expect(workspaceMenu(page)).toContainText('Nothing leaves this computer');
  }
});

test('practice data and real data never meet', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await importSample(page);

  await workspaceMenu(page).click();
  await page.getByRole('menuitemradio', { name: 'Pinned Events account' }).click();
  await expect(workspaceMenu(page)).toContainText('no key yet');
  await expect(page.getByText('No drafts yet')).toBeVisible();

  await workspaceMenu(page).click();
  await page.getByRole('menuitemradio', { name: 'Practice mode' }).click();
  await expect(page.getByRole('grid', { name: 'Drafts' })).toBeVisible();
});

test('what was typed last is kept when the window is closed at once', async ({ start }) => {
  const first = await start();
  await startPractising(first.page);
  await first.page.getByRole('button', { name: 'New draft' }).first().click();
  await first.page.getByPlaceholder('What is on?').fill('Typed a moment before the end');
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await first.quit();

  const second = await start();
  await expect(second.page.getByText('Typed a moment before the end', { exact: true })).toBeVisible();
});
