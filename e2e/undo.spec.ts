import type { Page } from '@playwright/test';
import { expect, onPlatform, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { makeDrafts, readyFields } from './support/season.ts';
import { goTo, importSample, startPractising } from './support/steps.ts';

const query = { search: '', status: null, importId: null, limit: 100, offset: 0 };
const titles = async (page: Page) =>
  (await valueFromPage(page, 'listDrafts', query)).items.map(({ fields }) => fields.title);

test('what was deleted, moved and imported is taken back by keyboard, also after a restart', async ({ start }) => {
  const first = await start();
  await startPractising(first.page);
  const ids = await makeDrafts(
    first.page,
    ['Spring gala', 'Quiz night'].map((title) => readyFields(title)),
  );
  await valueFromPage(first.page, 'changeDrafts', { ids, change: { set: {}, shiftDays: 7 }, dryRun: false });
  await goTo(first.page, 'Drafts');
  await first.page.getByRole('checkbox', { name: 'Select all drafts' }).click();
  await first.page.getByRole('toolbar', { name: 'Selected drafts' }).getByRole('button', { name: 'Delete' }).click();
  await expect(first.page.getByText('2 drafts deleted.')).toBeVisible();
  await first.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(first.page.getByText('Undone: Deleted 2 drafts.')).toBeVisible();
  expect(await titles(first.page)).toHaveLength(2);
  const imported = await importSample(first.page);
  await first.page.keyboard.press('ControlOrMeta+z');
  await expect(first.page.getByText(`Undone: Imported sample-calendar.csv: ${imported} new.`)).toBeVisible();
  expect(await titles(first.page)).toHaveLength(2);
  await first.quit();

  const { page } = await start();
  await goTo(page, 'Drafts');
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Redo: Imported sample-calendar.csv', exact: false }).press('Enter');
  await expect(page.getByText(`Done again: Imported sample-calendar.csv: ${imported} new.`)).toBeVisible();
  expect(await titles(page)).toHaveLength(2 + imported);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText(`Undone: Imported sample-calendar.csv: ${imported} new.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo: Moved 2 drafts by 7 days' })).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Undone: Moved 2 drafts by 7 days.')).toBeVisible();
  const { items } = await valueFromPage(page, 'listDrafts', query);
  expect(items.map(({ fields }) => fields.startLocal?.slice(5, 10))).toEqual(['05-14', '05-14']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByText('Done again: Moved 2 drafts by 7 days.')).toBeVisible();
});

test('in a text field the letters just typed go first, then the changes that are stored', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await makeDrafts(page, [readyFields('Spring gala', { description: 'Doors at seven' })]);
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).press('Enter');
  const title = page.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('Spring gala');
  await title.press('End');
  await page.keyboard.type(' 2031');
  await page.getByRole('textbox', { name: 'Description' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Undone: Edited “Spring gala')).toBeVisible();
  await expect(title).toHaveValue('Spring gala');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(title).toHaveValue('Spring gala 2031');

  await title.press('End');
  await page.keyboard.type('!');
  await expect(title).toHaveValue('Spring gala 2031!');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('Spring gala 2031');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(title).toHaveValue('Spring gala 2031!');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('Spring gala 2031');
  // The field has nothing of its own any more: the change that is stored goes next.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('Spring gala');
});

test('what is published stays, and the note says so', async ({ start, startPlatform }) => {
  const server = await startPlatform();
  const { page } = await start(onPlatform(server));
  const [first = '', second = ''] = await makeDrafts(page, [readyFields('Gala'), readyFields('Quiz')]);
  await valueFromPage(page, 'changeDrafts', {
    ids: [first, second],
    change: { set: { locationName: 'Bar' }, shiftDays: 0 },
    dryRun: false,
  });
  await valueFromPage(page, 'publish', { selection: { kind: 'drafts', draftIds: [first] }, dryRun: false });
  await expect.poll(async () => (await valueFromPage(page, 'getDraft', { id: first })).status).toBe('delivered');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('1 of 2 done; 1 stays. This is on Pinned Events.')).toBeVisible();
  expect((await valueFromPage(page, 'getDraft', { id: first })).fields.locationName).toBe('Bar');
  expect((await valueFromPage(page, 'getDraft', { id: second })).fields.locationName).toBe('Main Room');
  expect(server.events()).toHaveLength(1);
});
