import { expect, onPlatform, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { makeDrafts, queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered, goTo } from './support/steps.ts';

test('the batch is reviewed in totals, and look-alikes are left out with one press', async ({
  start,
  startPlatform,
}) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala')]);
  await expectDelivered(page, 1);
  await goTo(page, 'Drafts');
  await makeDrafts(page, [
    readyFields('SPRING  GALA'),
    readyFields('Harvest supper', { channelId: 102, publishAs: 'draft' }),
    readyFields('Twice over'),
    readyFields('Twice over'),
    readyFields('Not placed yet', { placeId: null }),
  ]);
  await page.getByRole('button', { name: 'Publish all ready (4)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish all ready drafts' });
  await expect(dialog.getByText('4 events will be sent')).toBeVisible();
  await expect(dialog.getByText('3 for the public · 1 kept as a draft on Pinned Events')).toBeVisible();
  await expect(dialog.getByText('The Lantern Room')).toBeVisible();
  await expect(dialog.getByText('Courtyard Sessions')).toBeVisible();
  await expect(dialog.getByText('1 looks like an event that is on Pinned Events')).toBeVisible();
  await expect(dialog.getByText('1 looks like another event of this batch')).toBeVisible();
  await expect(dialog.getByText('1 is not ready')).toBeVisible();

  await dialog.getByRole('button', { name: 'Leave this out' }).first().click();
  await expect(dialog.getByText('3 events will be sent')).toBeVisible();
  await expect(dialog.getByText('1 is left out by you')).toBeVisible();
  await dialog.getByRole('button', { name: 'Publish 3 events' }).click();
  await expectDelivered(page, 4);
  expect(
    platform
      .events()
      .map(({ doc }) => doc.title)
      .toSorted(),
  ).toEqual(['Harvest supper', 'Spring gala', 'Twice over', 'Twice over']);
});

test('a batch that changed since it was reviewed is not queued but shown again', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await makeDrafts(page, [readyFields('First'), readyFields('Second')]);
  await page.getByRole('button', { name: 'Publish all ready (2)' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Publish 2 events' })).toBeEnabled();
  await makeDrafts(page, [readyFields('Third')]);
  await dialog.getByRole('button', { name: 'Publish 2 events' }).click();
  await expect(dialog.getByText('Nothing was queued yet')).toBeVisible();
  const confirm = dialog.getByRole('button', { name: 'Publish 3 events' });
  await expect(confirm).toBeEnabled();
  expect(await valueFromPage(page, 'getState')).toMatchObject({ operations: { queued: 0, sending: 0, delivered: 0 } });
  await confirm.click();
  await expectDelivered(page, 3);
});

test('a second event of a delivered draft is made only on purpose', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala')]);
  await expectDelivered(page, 1);
  const id = String(platform.events()[0]?.doc.id);

  // From the outbox: looked at, and left.
  await page.getByRole('button', { name: 'More for Spring gala' }).click();
  await page.getByRole('menuitem', { name: 'Publish as a new event…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish a second event?' });
  await expect(dialog).toContainText(`Spring gala is on Pinned Events as event ${id}.`);
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(platform.events()).toHaveLength(1);

  // From the editor: meant.
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).click();
  const editor = page.getByRole('complementary', { name: 'Draft editor' });
  await editor.getByRole('button', { name: 'Publish as a new event…' }).click();
  await dialog.getByRole('button', { name: 'Publish a second event' }).click();
  await expect(page.getByText('The second event is in the outbox. This is its draft.')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Drafts' })).toHaveAttribute('aria-rowcount', '3');
  await expectDelivered(page, 2);
  const made = platform.events();
  expect(made.map(({ doc }) => doc.title)).toEqual(['Spring gala', 'Spring gala']);
  expect([...platform.effectsByKey().values()]).toEqual([1, 1]);
});
