import { expect, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { picture, picturesWanted } from './support/picture.ts';
import { makeDrafts, readyFields } from './support/season.ts';
import { goTo, startPractising } from './support/steps.ts';

const query = { search: '', status: null, importId: null, limit: 100, offset: 0 };

test('a draft repeats after a preview, and an edit is given to those that follow, or to all', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  // A Sunday a week before the clocks go forward in New York.
  const fields = readyFields('Late set', { startLocal: '2031-03-02T02:30', endLocal: '2031-03-02T04:00' });
  await makeDrafts(page, [fields]);
  const drafts = async () => (await valueFromPage(page, 'listDrafts', query)).items.map((draft) => draft.fields);
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).press('Enter');
  await page.getByRole('button', { name: 'Repeat…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Repeat this draft' });
  await expect(dialog.getByRole('button', { name: 'Sunday' })).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.getByText('3 drafts will be made.')).toBeVisible();
  await expect(dialog.getByText('The clocks jump over this time that night')).toHaveCount(1);
  await dialog.getByLabel('Dates in all').fill('1');
  await expect(dialog.getByText('Fill in the marked boxes to see the dates.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Make/ })).toBeDisabled();
  await dialog.getByLabel('Dates in all').fill('5');
  await dialog.getByRole('checkbox', { name: 'Sun, Mar 9, 2031' }).press('Space');
  await expect(dialog.getByText('3 drafts will be made. 1 date is left out.')).toBeVisible();
  if (picturesWanted) await picture(electron, page, 'repeat');
  await dialog.getByRole('button', { name: 'Make 3 drafts' }).press('Enter');
  await expect(page.getByText('3 drafts made.')).toBeVisible();
  expect((await drafts()).map(({ startLocal }) => startLocal)).toEqual([
    '2031-03-02T02:30',
    '2031-03-16T02:30',
    '2031-03-23T02:30',
    '2031-03-30T02:30',
  ]);

  await page.getByRole('row').nth(2).click();
  await expect(page.getByText('One of 4 in a series')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('Very late set');
  await expect(page.getByText('Changed here: Title.')).toBeVisible();
  if (picturesWanted) await picture(electron, page, 'series');
  await page.getByRole('button', { name: 'This and 2 later ones' }).press('Enter');
  await expect(page.getByText('2 other drafts changed.')).toBeVisible();
  const titles = async () => (await drafts()).map(({ title }) => title);
  expect(await titles()).toEqual(['Late set', 'Very late set', 'Very late set', 'Very late set']);
  await expect(page.getByText('Changed here: Title.')).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Title' }).fill('Night set');
  await page.getByRole('button', { name: 'Only this one' }).press('Enter');
  await expect(page.getByText('Changed here: Title.')).toHaveCount(0);
  await expect.poll(titles).toEqual(['Late set', 'Night set', 'Very late set', 'Very late set']);
  await page.getByRole('textbox', { name: 'Title' }).fill('Last set');
  await page.getByRole('button', { name: 'All 4' }).press('Enter');
  await expect(page.getByText('3 other drafts changed.')).toBeVisible();
  expect(await titles()).toEqual(['Last set', 'Last set', 'Last set', 'Last set']);
  await page.getByRole('button', { name: 'Undo: Changed title of 3 drafts' }).press('Enter');
  await expect.poll(titles).toEqual(['Late set', 'Last set', 'Very late set', 'Very late set']);
});
