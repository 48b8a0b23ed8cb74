import { expect, onPlatform, test } from './support/app.ts';
import { dayIn, distance, draftIn, dragBy, openCalendar, timesOf, undo } from './support/calendar.ts';
import { makeDrafts, queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered, goTo, startPractising } from './support/steps.ts';

const jazz = readyFields('Jazz night', { startLocal: '2031-03-12T20:00', endLocal: '2031-03-12T22:00' });
const club = readyFields('Club', { startLocal: '2031-03-14T23:00', endLocal: '2031-03-15T04:00' });
const fair = readyFields('Fair', { startLocal: '2031-03-18T10:00', endLocal: '2031-03-20T18:00' });

test('each view is one key away; the view and the day are there again after a restart', async ({ start }) => {
  const { page, quit } = await start();
  await startPractising(page);
  await makeDrafts(page, [jazz, club, fair]);
  await goTo(page, 'Drafts');
  const pressed = (name: string) =>
    page.getByRole('group', { name: 'View' }).getByRole('button', { name, pressed: true });

  await page.keyboard.press('m');
  await expect(pressed('Month')).toBeVisible();
  await page.keyboard.press('g');
  await expect(page.getByLabel('Jump to date')).toBeFocused();
  await page.getByLabel('Jump to date').fill('2031-03-12');
  await page.keyboard.press('Enter');
  await expect(dayIn(page, '2031-03-12')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'March 2031' })).toBeVisible();
  await expect(draftIn(page, 'Jazz night')).toHaveAccessibleName(/March 12, 2031, 8 PM – 10 PM .*Ready$/);
  // A night belongs to the day that it begins on.
  await expect(dayIn(page, '2031-03-14')).toHaveAccessibleName(/1 draft/);
  await expect(dayIn(page, '2031-03-15')).toHaveAccessibleName(/no drafts/);
  await expect(dayIn(page, '2031-03-19')).toHaveAccessibleName(/1 draft/);

  await page.keyboard.press('w');
  await expect(pressed('Week')).toBeVisible();
  // Among hours it goes on after midnight.
  await expect(page.locator('.week-event', { hasText: 'Club' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Next week' }).click();
  await expect(draftIn(page, 'Fair')).toBeVisible();
  await page.getByRole('button', { name: 'Previous week' }).click();

  await page.keyboard.press('l');
  await expect(page.getByRole('grid', { name: 'Drafts' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Friday, March 14, 2031' })).toBeVisible();
  // A letter that is typed is a letter.
  await page.getByLabel('Search drafts').fill('');
  await page.getByLabel('Search drafts').pressSequentially('jazz');
  await expect(pressed('Agenda')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Friday, March 14, 2031' })).toBeHidden();
  await quit();

  const again = await start();
  await expect(again.page.getByRole('heading', { name: 'Wednesday, March 12, 2031', exact: true })).toBeVisible();
  await again.page.keyboard.press('m');
  await again.page.keyboard.press('t');
  await expect(again.page.locator('button[data-day][aria-current="date"]')).toBeFocused();
  await again.page.getByRole('button', { name: /^Next: / }).click();
  await expect(dayIn(again.page, '2031-03-12')).toBeFocused();
});

test('in the month a draft is dragged to another day, moved by keyboard, and both are taken back', async ({
  start,
}) => {
  const { page } = await start();
  await startPractising(page);
  await makeDrafts(page, [jazz, fair]);
  await openCalendar(page, 'Month', '2031-03-12');

  const way = await distance(dayIn(page, '2031-03-12'), dayIn(page, '2031-03-24'));
  await dragBy(page, draftIn(page, 'Jazz night'), way.x, way.y);
  await expect(page.getByText('Jazz night is on Mon, Mar 24, 8 PM – 10 PM now.')).toBeVisible();
  expect(await timesOf(page, 'jazz')).toEqual(['2031-03-24T20:00', '2031-03-24T22:00']);
  await expect(dayIn(page, '2031-03-24')).toHaveAccessibleName(/1 draft/);
  await undo(page, 'Jazz night is on Mon, Mar 24');
  await expect(page.getByText('Moved back.')).toBeVisible();
  await expect(dayIn(page, '2031-03-12')).toHaveAccessibleName(/1 draft/);
  expect(await timesOf(page, 'jazz')).toEqual(['2031-03-12T20:00', '2031-03-12T22:00']);
  // A drag is no click: nothing was opened.
  await expect(page.getByRole('complementary', { name: 'Draft editor' })).toBeHidden();

  await dayIn(page, '2031-03-12').focus();
  await page.keyboard.press('Tab');
  await expect(draftIn(page, 'Jazz night')).toBeFocused();
  // All arrows until Alt is let go are one step, over the edge of the month too.
  await page.keyboard.down('Alt');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
  expect(await timesOf(page, 'jazz')).toEqual(['2031-03-12T20:00', '2031-03-12T22:00']);
  await page.keyboard.up('Alt');
  await expect(page.getByText('Jazz night is on Tue, Apr 1')).toBeVisible();
  await expect(draftIn(page, 'Jazz night')).toBeFocused();
  expect(await timesOf(page, 'jazz')).toEqual(['2031-04-01T20:00', '2031-04-01T22:00']);
  await undo(page, 'Jazz night is on Tue, Apr 1');
  await expect.poll(() => timesOf(page, 'jazz')).toEqual(['2031-03-12T20:00', '2031-03-12T22:00']);
});

test('in the week a draft is dragged to another time, and its end to another one', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await makeDrafts(page, [jazz]);
  await openCalendar(page, 'Week', '2031-03-12');
  const column = await page.locator('.week-column').first().boundingBox();
  const hour = (column?.height ?? 0) / 24;

  await dragBy(page, draftIn(page, 'Jazz night'), column?.width ?? 0, -1.5 * hour);
  await expect(page.getByText('Jazz night is on Thu, Mar 13, 6:30 PM – 8:30 PM now.')).toBeVisible();
  expect(await timesOf(page, 'jazz')).toEqual(['2031-03-13T18:30', '2031-03-13T20:30']);

  await dragBy(page, draftIn(page, 'Jazz night').locator('.event-end'), 0, hour);
  await expect.poll(() => timesOf(page, 'jazz')).toEqual(['2031-03-13T18:30', '2031-03-13T21:30']);

  // Escape in the middle of a drag leaves everything as it was.
  await draftIn(page, 'Jazz night').hover();
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 3 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await timesOf(page, 'jazz')).toEqual(['2031-03-13T18:30', '2031-03-13T21:30']);

  await dayIn(page, '2031-03-13').focus();
  await page.keyboard.press('Tab');
  await expect(draftIn(page, 'Jazz night')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => timesOf(page, 'jazz')).toEqual(['2031-03-13T18:45', '2031-03-13T21:45']);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => timesOf(page, 'jazz')).toEqual(['2031-03-13T18:45', '2031-03-13T21:30']);
  await undo(page, '6:45 PM – 9:30 PM now.');
  await expect.poll(() => timesOf(page, 'jazz')).toEqual(['2031-03-13T18:45', '2031-03-13T21:45']);
});

test('every draft in the week shows its status, however little room it has', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  const from = (startLocal: string, endLocal: string | null, title: string) =>
    readyFields(title, { startLocal, endLocal });
  await makeDrafts(page, [
    from('2031-03-12T20:00', '2031-03-12T20:15', 'A very short reading before the house opens'),
    from('2031-03-12T20:00', '2031-03-12T20:50', 'An introduction for members and their guests'),
    from('2031-03-12T20:00', '2031-03-12T21:10', 'A rehearsal that everybody may listen to'),
    from('2031-03-12T20:00', null, 'An evening without an end yet'),
    from('2031-03-13T20:00', '2031-03-13T21:30', 'Words and music'),
  ]);
  await openCalendar(page, 'Week', '2031-03-12');
  const events = page.locator('.week-event');
  await expect(events).toHaveCount(5);
  const cut = await events.evaluateAll(
    (all) =>
      all.filter((event) => {
        const outer = event.getBoundingClientRect();
        const glyph = event.querySelector('.status-glyph')?.getBoundingClientRect();
        return glyph === undefined || glyph.bottom > outer.bottom || glyph.right > outer.right || glyph.width < 12;
      }).length,
  );
  expect(cut).toBe(0);
});

test('a new draft begins on the day or at the time that was chosen', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await openCalendar(page, 'Month', '2031-03-12');
  await expect(page.getByText('No drafts yet')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dayIn(page, '2031-03-12')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(dayIn(page, '2031-03-20')).toBeFocused();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('complementary', { name: 'Draft editor' });
  await expect(editor.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Poetry slam');
  await expect(draftIn(page, 'Poetry slam')).toBeVisible();
  expect(await timesOf(page, 'poetry')).toEqual(['2031-03-20T20:00', null]);
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(draftIn(page, 'Poetry slam')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(editor.getByLabel('Title')).toHaveValue('Poetry slam');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await page.locator('.week-column[data-day="2031-03-21"]').scrollIntoViewIfNeeded();
  const column = page.locator('.week-column[data-day="2031-03-21"]');
  const { height = 0 } = (await column.boundingBox()) ?? {};
  await column.click({ position: { x: 20, y: (18.7 / 24) * height } });
  await editor.getByLabel('Title').fill('Matinee');
  await expect.poll(() => timesOf(page, 'matinee')).toEqual(['2031-03-21T18:30', null]);
});

test('what is published stays where it is, and the reason is said', async ({ start, startPlatform }) => {
  const { page } = await start(onPlatform(await startPlatform()));
  await queueDrafts(page, [jazz]);
  await expectDelivered(page, 1);
  await openCalendar(page, 'Month', '2031-03-12');
  await expect(draftIn(page, 'Jazz night')).toHaveAccessibleName(/Delivered$/);
  const way = await distance(dayIn(page, '2031-03-12'), dayIn(page, '2031-03-13'));
  await dragBy(page, draftIn(page, 'Jazz night'), way.x, way.y);
  await expect(page.getByText('Jazz night stays where it is. This is on Pinned Events.')).toBeVisible();
  await expect(dayIn(page, '2031-03-12')).toHaveAccessibleName(/1 draft/);
  expect((await timesOf(page, 'jazz'))[0]).toBe('2031-03-12T20:00');
});

test('a crowded day says how many more there are, and a channel can be looked at alone', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  const many = Array.from({ length: 30 }, (_, i) =>
    readyFields(`Show ${i}`, { startLocal: `2031-03-12T${10 + (i % 10)}:00`, channelId: i % 3 === 0 ? 102 : 101 }),
  );
  await makeDrafts(page, many);
  await openCalendar(page, 'Month', '2031-03-12');
  const more = page.getByRole('button', { name: /more on Wednesday, March 12, 2031/ });
  await expect(dayIn(page, '2031-03-12')).toHaveAccessibleName(/30 drafts/);
  const shown = page.locator('.month-event');
  await expect.poll(async () => (await more.textContent()) === `+${30 - (await shown.count())} more`).toBe(true);
  const channel = page.getByRole('group', { name: 'Channels' }).getByRole('button', { name: 'The Lantern Room' });
  await channel.click();
  await expect(dayIn(page, '2031-03-12')).toHaveAccessibleName(/20 drafts/);
  await channel.click();
  await expect(dayIn(page, '2031-03-12')).toHaveAccessibleName(/30 drafts/);
  await more.click();
  await expect(page.getByRole('heading', { name: 'Wednesday, March 12, 2031', exact: true })).toBeVisible();
  await page.locator('.agenda-draft').first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('.agenda-draft').last()).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { name: 'Thursday, March 13, 2031', exact: true })).toBeVisible();
});
