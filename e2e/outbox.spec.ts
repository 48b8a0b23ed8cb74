import type { Page } from '@playwright/test';
import { expect, onPlatform, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { changeDatabase, queueDrafts, readyFields, twoDaysLater } from './support/season.ts';
import { expectDelivered, goTo } from './support/steps.ts';

const season = (n: number) => Array.from({ length: n }, (_, i) => readyFields(`Evening ${i + 1}`));
const states = (page: Page) => page.getByRole('group', { name: 'Show' });
const entry = (page: Page, title: string) => page.getByRole('row', { name: title, exact: true });

test('paused: nothing is sent; resumed: everything is, once', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await goTo(page, 'Outbox');
  await page.getByRole('button', { name: 'Pause sending' }).click();
  await queueDrafts(page, season(4));
  await expect(states(page).getByRole('button', { name: 'Queued 4' })).toBeVisible();
  await expect(page.getByText('Paused by you').first()).toBeVisible();
  // The sender looks at least once a second.
  await page.waitForTimeout(2_500);
  expect(platform.requests().filter(({ method }) => method === 'POST')).toEqual([]);

  await page.getByRole('button', { name: 'Resume sending' }).first().click();
  await expectDelivered(page, 4);
  expect([...platform.effectsByKey().values()]).toEqual([1, 1, 1, 1]);
});

test('many are cancelled at once, and put back with Undo', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await valueFromPage(page, 'setSending', { paused: true });
  await queueDrafts(page, season(5));
  await goTo(page, 'Outbox');

  await page.getByRole('button', { name: 'Cancel (5)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel 5 events?' });
  // The way out has the keyboard: a stray Enter cancels nothing.
  await expect(dialog.getByRole('button', { name: 'Keep sending' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(states(page).getByRole('button', { name: 'Queued 5' })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel (5)' }).click();
  await dialog.getByRole('button', { name: 'Cancel 5 events' }).click();
  await expect(states(page).getByRole('button', { name: 'Cancelled 5' })).toBeVisible();
  await expect(page.getByText('5 events cancelled. The drafts stay.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(states(page).getByRole('button', { name: 'Queued 5' })).toBeVisible();

  await page.getByRole('button', { name: 'Resume sending' }).first().click();
  await expect(states(page).getByRole('button', { name: 'Delivered 5' })).toBeVisible({ timeout: 15_000 });
  expect(platform.events()).toHaveLength(5);
});

test('single ones are selected by mouse and keyboard, and only they are cancelled', async ({
  start,
  startPlatform,
}) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await valueFromPage(page, 'setSending', { paused: true });
  await queueDrafts(page, season(6));
  await goTo(page, 'Outbox');

  await entry(page, 'Evening 6').getByRole('checkbox').click();
  await entry(page, 'Evening 4')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: 'Selected entries' });
  await expect(bar).toContainText('3 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await entry(page, 'Evening 6').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel 2 events' }).click();
  await expect(states(page).getByRole('button', { name: 'Cancelled 2' })).toBeVisible();
  await expect(states(page).getByRole('button', { name: 'Queued 4' })).toBeVisible();

  await entry(page, 'Evening 1').focus();
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('6 selected');
});

test('the search narrows the list and what its buttons mean', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await valueFromPage(page, 'setSending', { paused: true });
  await queueDrafts(page, [...season(3), readyFields('Jazz breakfast'), readyFields('Jazz supper')]);
  await goTo(page, 'Outbox');
  await page.getByRole('searchbox', { name: 'Search the outbox' }).fill('jazz');
  await page.getByRole('button', { name: 'Cancel (2)' }).click();
  await page.getByRole('button', { name: 'Cancel 2 events' }).click();
  await expect(states(page).getByRole('button', { name: 'Queued 3' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the outbox' }).fill('nobody has this title');
  await expect(page.getByText('Nothing fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('grid', { name: 'Outbox entries' })).toHaveAttribute('aria-rowcount', '6');
});

test('late work asks before it is sent, and goes with one word', async ({ start, startPlatform, dataDir }) => {
  const platform = await startPlatform();
  const first = await start(onPlatform(platform));
  await valueFromPage(first.page, 'setSending', { paused: true });
  await queueDrafts(first.page, season(3));
  await first.quit();
  await changeDatabase(dataDir, `${twoDaysLater}; UPDATE lanes SET paused_by_person = 0`);

  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Queued today')]);
  await expect(page.getByRole('navigation').getByText('3 need you')).toBeVisible();
  await goTo(page, 'Outbox');
  await expect(page.getByText('3 events ask before they are sent')).toBeVisible();
  await expect(page.getByText('They have waited for more than a day.')).toBeVisible();
  // What was queued today goes out; what is late does not.
  await expect(states(page).getByRole('button', { name: 'Delivered 1' })).toBeVisible();
  expect(platform.events()).toHaveLength(1);

  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('grid', { name: 'Outbox entries' })).toHaveAttribute('aria-rowcount', '4');
  await entry(page, 'Evening 2').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('2 events ask before they are sent')).toBeVisible();
  // Put back it would be sent at once, which is the last thing that was meant.
  await expect(page.getByText('1 event cancelled.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await entry(page, 'Evening 1').getByRole('button', { name: 'Send anyway' }).click();
  await expect(page.getByText('1 event asks before it is sent')).toBeVisible();
  await page.getByRole('button', { name: 'Send it', exact: true }).click();
  await expect(states(page).getByRole('button', { name: 'Delivered 3' })).toBeVisible();
  expect(platform.events()).toHaveLength(3);
});

test('the keyboard stays in the list: after an action, in menus and dialogs', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await valueFromPage(page, 'setSending', { paused: true });
  await queueDrafts(page, season(4));
  await goTo(page, 'Outbox');

  await entry(page, 'Evening 4').focus();
  await page.keyboard.press('Enter');
  await expect(entry(page, 'Evening 4')).toContainText('Queued by you');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(entry(page, 'Evening 3')).toBeFocused();

  // The menu of a row has the arrow keys to itself, and choosing from it is no press on the row.
  await entry(page, 'Evening 3').getByRole('button', { name: 'More for Evening 3' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Show draft' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Copy title' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Title copied.')).toBeVisible();
  await expect(entry(page, 'Evening 3')).not.toContainText('Queued by you');

  // The entry moves to the end; the one that takes its place has the focus.
  await entry(page, 'Evening 3').getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(states(page).getByRole('button', { name: 'Cancelled 1' })).toBeVisible();
  await expect(entry(page, 'Evening 2')).toBeFocused();

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Cancel 2 events?' });
  await dialog.getByRole('button', { name: 'Cancel 2 events' }).press('Enter');
  await expect(states(page).getByRole('button', { name: 'Cancelled 3' })).toBeVisible();
  // The dialog gives the keyboard back to the list.
  await expect(dialog).toBeHidden();
  await expect(page.locator('.operation:focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(entry(page, 'Evening 4')).toBeFocused();
});
