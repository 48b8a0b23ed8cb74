import { expect, onPlatform, test } from './support/app.ts';
import { queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered, workspaceMenu } from './support/steps.ts';

test('the connection can be checked step by step, and what is wrong says what to do', async ({
  start,
  startPlatform,
}) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala')]);
  await expectDelivered(page, 1);
  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name: 'Check the connection…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check the connection' });
  await expect(dialog.getByText('Nothing stands in the way of publishing.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(12);
  await expect(dialog.getByText('The Lantern Room')).toBeVisible();

  platform.revokeKey(platform.key);
  await dialog.getByRole('button', { name: 'Check again' }).click();
  await expect(dialog.getByText('Something needs you.')).toBeVisible();
  const key = dialog.getByRole('listitem').filter({ hasText: 'API key' });
  await expect(key).toContainText('Create a key in your Pinned Events account');
  expect(platform.events()).toHaveLength(1);
});
