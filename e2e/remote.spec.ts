import { expect, onPlatform, test } from './support/app.ts';
import { queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered, goTo, workspaceMenu } from './support/steps.ts';

test('events on the platform are shown beside the drafts, and one made elsewhere can be tracked', async ({
  start,
  startPlatform,
}) => {
  const platform = await startPlatform({ scopes: ['channels:read', 'events:create', 'events:read', 'events:update'] });
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala'), readyFields('Harvest supper')]);
  await expectDelivered(page, 2);
  const api = `${platform.url}/api/public/v1/events`;
  const headers = { authorization: `Bearer ${platform.key}`, 'content-type': 'application/json' };
  const { id, createdAt: _, updatedAt: __, ...body } = platform.events()[0]?.doc ?? { id: 0 };
  await fetch(api, { method: 'POST', headers, body: JSON.stringify({ ...body, title: 'By hand' }) });
  await fetch(`${api}/${id}`, { method: 'PATCH', headers, body: JSON.stringify({ locationName: 'Cellar' }) });

  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name: 'My events on Pinned Events…' }).click();
  const dialog = page.getByRole('dialog', { name: 'My events on Pinned Events' });
  await expect(dialog.getByText('1 published from here · 1 changed there · 1 made elsewhere')).toBeVisible();
  await expect(dialog.getByText('locationName: sent “Main Room”, there “Cellar”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Track By hand' }).click();
  await expect(dialog.getByText('2 published from here · 1 changed there · 0 made elsewhere')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show draft of By hand' }).click();
  const editor = page.getByRole('complementary', { name: 'Draft editor' });
  await expect(editor.getByText(/On Pinned Events as event/)).toBeVisible();
  expect(platform.events()).toHaveLength(3);
});

test('a published event can be looked at as visitors do', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala')]);
  await expectDelivered(page, 1);
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).click();
  const editor = page.getByRole('complementary', { name: 'Draft editor' });
  await editor.getByRole('button', { name: 'See it as visitors do' }).click();
  await expect(editor.getByText('Visitors can see it: it is in the public feed.')).toBeVisible();
  await expect(editor.getByText(`${platform.url}/events/1001`)).toBeVisible();
});
