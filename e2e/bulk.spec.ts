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
  // What is selected is what the list shows: it must have heard of both drafts.
  await expect(page.getByRole('checkbox', { name: /^Select (?!all drafts)/ })).toHaveCount(2);
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
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone: Made 2 copies.')).toBeVisible();
  expect(await starts()).toEqual(['2031-03-07T20:00', null]);
});

test('a selection is moved after a preview that names what the clocks do', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await makeDrafts(page, [readyFields('Late set', { startLocal: '2031-03-02T02:30' }), emptyDraftFields()]);
  await goTo(page, 'Drafts');
  // What is selected is what the list shows: it must have heard of both drafts.
  await expect(page.getByRole('checkbox', { name: /^Select (?!all drafts)/ })).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select all drafts' }).click();
  await page.getByRole('button', { name: 'Move dates…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move the dates of the selected drafts' });
  await expect(dialog.getByLabel('Days')).toBeFocused();
  await expect(dialog.getByText('1 draft will move.')).toBeVisible();
  await expect(dialog.getByText('1 draft without a date will stay.')).toBeVisible();
  await expect(dialog.getByText('does not exist that day: the clocks go forward')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('soon');
  await expect(dialog.getByRole('button', { name: /^Move / })).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('-1');
  await expect(dialog.getByRole('button', { name: 'Move 1 draft' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 draft moved.')).toBeVisible();
  const query = { search: 'late', status: null, importId: null, limit: 1, offset: 0 };
  const [moved] = (await valueFromPage(page, 'listDrafts', query)).items;
  expect(moved?.fields.startLocal).toBe('2031-03-01T02:30');
});
