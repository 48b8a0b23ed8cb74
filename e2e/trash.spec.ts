import type { Page } from '@playwright/test';
import { emptyDraftFields } from '#shared/drafts/draft.ts';
import { expect, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { picture, picturesWanted } from './support/picture.ts';
import { makeDrafts, queueDrafts, readyFields } from './support/season.ts';
import { goTo, importSample, startPractising } from './support/steps.ts';

const names = ['Spring gala', 'Café concert', 'Quiz night', 'Film club'];

async function deleteAll(page: Page, titles: string[]): Promise<void> {
  const ids = await makeDrafts(
    page,
    titles.map((title) => readyFields(title)),
  );
  await valueFromPage(page, 'deleteDrafts', { ids });
}

test('deleted drafts are found, restored and deleted for good by keyboard', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await goTo(page, 'Trash');
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await deleteAll(page, names);
  const rows = page.getByRole('grid', { name: 'Deleted drafts' }).getByRole('row');
  await expect(rows).toHaveCount(5);

  await page.keyboard.press('/');
  await page.keyboard.type('cafe');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Restore Café concert' }).press('Enter');
  await expect(page.getByText('1 draft restored.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing in the trash fits' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(rows).toHaveCount(4);

  await rows.nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected deleted drafts' })).toContainText('2 selected');
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('2 drafts will be gone from this computer.');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete 2 drafts for good' }).press('Enter');
  await expect(page.getByText('2 drafts deleted for good.')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Restore all' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  expect((await valueFromPage(page, 'getState')).drafts).toBe(2);
});

test('what the record of the outbox speaks of is not deleted for good', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  const [id = ''] = await queueDrafts(page, [readyFields('Gala')]);
  await expect.poll(async () => (await valueFromPage(page, 'getDraft', { id })).status).toBe('delivered');
  await valueFromPage(page, 'deleteDrafts', { ids: [id] });
  await goTo(page, 'Trash');
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('None of these can be deleted for good');
  await expect(dialog.getByRole('button', { name: /for good$/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Is on Pinned Events')).toBeVisible();
});

if (picturesWanted) {
  test('the trash is pictured (screens)', async ({ start }) => {
    test.setTimeout(120_000);
    const { electron, page } = await start();
    await startPractising(page);
    await goTo(page, 'Trash');
    await picture(electron, page, 'trash-empty');
    await importSample(page);
    const { items } = await valueFromPage(page, 'listDrafts', {
      search: '',
      status: null,
      importId: null,
      limit: 9,
      offset: 0,
    });
    const byHand = await makeDrafts(page, [readyFields('Spring gala'), emptyDraftFields()]);
    await valueFromPage(page, 'deleteDrafts', { ids: [...items.map(({ id }) => id), ...byHand] });
    await goTo(page, 'Trash');
    await picture(electron, page, 'trash');
    const rows = page.getByRole('grid', { name: 'Deleted drafts' }).getByRole('row');
    await rows.nth(2).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await picture(electron, page, 'trash-selection');
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').waitFor();
    await picture(electron, page, 'trash-for-good');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('Undone: Deleted').waitFor();
    await goTo(page, 'Drafts');
    await picture(electron, page, 'undo');
  });
}
