import { expect, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { picture, picturesWanted } from './support/picture.ts';
import { makeDrafts, readyFields } from './support/season.ts';
import { goTo, startPractising } from './support/steps.ts';

const query = { search: '', status: null, importId: null, limit: 100, offset: 0 };

test('what is the same at a venue is saved once, and fills a new draft', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const offers = [{ name: 'Standard', url: 'https://tickets.example/1', availability: 'available' }];
  await makeDrafts(page, [
    readyFields('Spring gala', { startLocal: '2031-05-14T20:00', endLocal: '2031-05-14T23:30', offers, capacity: 80 }),
  ]);
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).press('Enter');
  const presets = page.getByRole('button', { name: 'Venue presets' });
  await presets.press('Enter');
  await expect(page.getByText('No venue preset yet')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Save this as a preset…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save as a venue preset' });
  await expect(dialog.getByLabel('Name')).toHaveValue('Main Room');
  await expect(dialog.getByRole('checkbox')).toHaveCount(9);
  await dialog.getByRole('checkbox', { name: 'Capacity' }).press('Space');
  if (picturesWanted) await picture(electron, page, 'venue-preset-save');
  await dialog.getByLabel('Name').press('Enter');
  await expect(page.getByText('The preset “Main Room” is saved.')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('textbox', { name: 'Title' }).fill('Quiz night');
  await presets.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Main Room' })).toBeVisible();
  if (picturesWanted) await picture(electron, page, 'venue-preset');
  await page.getByRole('menuitem', { name: 'Main Room' }).press('Enter');
  await expect(page.getByText('Filled in from “Main Room”.')).toBeVisible();
  // The end comes with the start, which was not there yet.
  await page.getByLabel('Start', { exact: true }).fill('2031-06-01T19:00');
  await expect(page.getByLabel('End (optional)')).toHaveValue('2031-06-01T22:30');
  await expect
    .poll(async () => (await valueFromPage(page, 'listDrafts', { ...query, search: 'quiz' })).items[0]?.fields)
    .toMatchObject({
      title: 'Quiz night',
      locationName: 'Main Room',
      placeId: 'place-new-york',
      channelId: 101,
      classifications: ['music'],
      offers,
      capacity: null,
      startLocal: '2031-06-01T19:00',
      endLocal: '2031-06-01T22:30',
    });

  await presets.press('Enter');
  await page.getByRole('menuitem', { name: 'Edit presets…' }).press('Enter');
  const manage = page.getByRole('dialog', { name: 'Venue presets' });
  await manage.getByLabel('Name of “Main Room”').fill('Big room');
  await manage.getByLabel('Name of “Main Room”').press('Enter');
  await expect(manage.getByRole('button', { name: 'Delete “Big room”' })).toBeVisible();
  if (picturesWanted) await picture(electron, page, 'venue-preset-edit');
  await manage.getByRole('button', { name: 'Delete “Big room”' }).press('Enter');
  await expect(page.getByText('The preset “Big room” is deleted.')).toBeVisible();
  await expect(manage.getByText('No venue preset yet')).toBeVisible();
});
