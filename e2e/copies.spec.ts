import { emptyDraftFields } from '#shared/drafts/draft.ts';
import { expect, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { makeDrafts, readyFields } from './support/season.ts';
import { goTo, startPractising } from './support/steps.ts';

test('a selection is copied to next week by keyboard, and taken back from the note', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await makeDrafts(page, [readyFields('Spring gala', { startLocal: '2031-03-07T20:00' }), emptyDraftFields()]);
  await goTo(page, 'Drafts');
  await page.getByRole('checkbox', { name: 'Select all drafts' }).click();
  await page.getByRole('button', { name: 'Duplicate', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'On the same day' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 drafts made.')).toBeVisible();

  const starts = async () => {
    const query = { search: '', status: null, importId: null, limit: 100, offset: 0 };
    return (await valueFromPage(page, 'listDrafts', query)).items.map(({ fields }) => fields.startLocal);
  };
  expect(await starts()).toEqual(['2031-03-07T20:00', '2031-03-14T20:00', null, null]);
  await expect(page.getByRole('toolbar', { name: 'Selected drafts' })).toContainText('2 selected');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 drafts deleted.')).toBeVisible();
  expect(await starts()).toEqual(['2031-03-07T20:00', null]);
});
