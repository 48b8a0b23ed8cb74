import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Answer } from '#shared/contract/client.ts';
import { expect, test } from './support/app.ts';
import { answerDialogs, calendar, pick } from './support/files.ts';
import { expectDelivered, goTo, importSample, publishImport, startPractising } from './support/steps.ts';

async function seePlan(page: Page) {
  await page.getByRole('button', { name: 'See the plan' }).click();
}

const rows = (page: Page) => page.getByRole('table', { name: 'Rows of the file' });

test('an ambiguous file asks first; another meaning of a column shows at once, and is remembered', async ({
  start,
  dataDir,
}) => {
  const { electron, page } = await start();
  await startPractising(page);
  const odd = await calendar(dataDir, [
    'What,When,Where',
    'Jazz,01/02/2027 20:00,Cellar',
    'Film,03/04/2027 20:00,Hall',
  ]);
  await pick(electron, page, odd);
  const next = page.getByRole('button', { name: 'See the plan' });
  await expect(next).toBeDisabled();
  await page.getByRole('radio', { name: /Month first/ }).click();
  await expect(next).toBeEnabled();
  const preview = page.getByRole('table', { name: 'The first events of the file' });
  await expect(preview).toContainText('Cellar');
  await page.getByRole('combobox', { name: 'What “Where” is' }).click();
  await page.getByRole('option', { name: 'Description' }).click();
  await expect(preview).not.toContainText('Cellar');
  await seePlan(page);
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByRole('heading', { name: '2 drafts made' })).toBeVisible();

  await page.getByRole('button', { name: 'Import another file' }).click();
  await pick(electron, page, await calendar(dataDir, ['What,When,Where', 'Tanz,05/06/2027 20:00,Hall'], 'more.csv'));
  await expect(page.getByRole('note')).toContainText('Read with what you chose before: “season”.');
  await expect(preview).not.toContainText('Hall');
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await expect(preview).toContainText('Hall');
});

test('rows that cannot be read are put right in place, or saved with their reasons', async ({ start, dataDir }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const file = await calendar(dataDir, [
    'Title,Start,Venue',
    'Jazz,2027-06-01 20:00,Bar',
    'Film,some day,Hall',
    'Opera,whenever,Hall',
  ]);
  await pick(electron, page, file);
  await seePlan(page);
  await page.getByRole('button', { name: /Not readable/ }).click();
  await expect(rows(page).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Put row 3 right' }).click();
  const dialog = page.getByRole('dialog', { name: 'Row 3' });
  await expect(dialog.getByLabel('Start')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2027-06-02 21:00');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Row 4' }).getByLabel('Start')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Make 2 drafts' })).toBeEnabled();

  // Left by accident, the work is not lost.
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('button', { name: 'Make 2 drafts' })).toBeHidden();
  await page.getByText('is put aside').locator('..').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Make 2 drafts' })).toBeEnabled();

  const saved = join(dataDir, 'to put right.csv');
  await answerDialogs(electron, { save: saved });
  await page.getByRole('button', { name: 'Save 1 unreadable row…' }).click();
  await expect(page.getByText('1 row saved as to put right.csv')).toBeVisible();
  expect(await readFile(saved, 'utf8')).toContain('Opera,whenever,Hall,');

  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByRole('heading', { name: '2 drafts made' })).toBeVisible();
});

test('a cell is put right in all rows that say the same; notes are there by kind', async ({ start, dataDir }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const soon = Array.from({ length: 250 }, (_unused, n) => `Show ${n},soon,Hall`);
  const file = await calendar(dataDir, ['Title,Start,Venue', 'Jazz,2027-06-01 20:00,Bar', ',later,Bar', ...soon]);
  await pick(electron, page, file);
  await seePlan(page);
  await page.getByRole('button', { name: /^Notes/ }).click();
  const notes = page.getByRole('table', { name: 'Notes' });
  await page.getByRole('button', { name: /^Problem No title 1$/ }).click();
  await expect(notes.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Problem Unreadable date/ }).click();
  await notes.getByText('“soon”').first().waitFor();
  await notes.locator('.plan-scroller').focus();
  await page.keyboard.press('End');
  await expect(notes.getByRole('cell', { name: '253', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Back to the rows' }).click();
  await page.getByRole('button', { name: /Not readable/ }).click();
  await expect(rows(page).getByText('Jazz')).toBeHidden();
  await page.getByRole('button', { name: 'Put row 4 right' }).click();
  const dialog = page.getByRole('dialog', { name: 'Row 4' });
  await expect(dialog.getByRole('status')).toHaveText('250 more rows to put right');
  await dialog.getByLabel('Start', { exact: false }).first().fill('2027-06-02 21:00');
  await dialog.getByRole('checkbox', { name: 'Also in 249 other unreadable rows that say “soon”' }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Make 251 drafts' }).click();
  await expect(page.getByRole('heading', { name: '251 drafts made' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Rows that made no draft' })).toContainText('1 row could not be read.');
});

test('what is remembered for such files is renamed, and forgotten after a question', async ({ start, dataDir }) => {
  const { electron, page } = await start();
  await startPractising(page);
  await pick(electron, page, await calendar(dataDir, ['What,When', 'Jazz,01/02/2027 20:00']));
  await page.getByRole('radio', { name: /Month first/ }).click();
  await seePlan(page);
  await page.getByRole('button', { name: 'Make 1 draft' }).click();
  await page.getByRole('button', { name: 'Rename…: season' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Box office');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await page.getByRole('button', { name: 'Forget: Box office' }).click();
  const question = page.getByRole('dialog', { name: 'Forget “Box office”?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('heading', { name: 'Remembered for such files' })).toBeHidden();
});

test('a file that cannot be read says why and leads to another; one that fails later keeps its plan and answers', async ({
  start,
  dataDir,
}) => {
  const { electron, page } = await start();
  await startPractising(page);
  await pick(electron, page, await calendar(dataDir, ['Title,Start'], 'empty.csv'));
  await expect(page.getByRole('alert')).toContainText('has a header but no rows');
  await page.getByRole('button', { name: 'Import another file' }).click();

  const file = await calendar(dataDir, ['Title,Start,Venue', 'Jazz,2027-06-01 20:00,Bar']);
  await pick(electron, page, file);
  await page.getByRole('combobox', { name: 'Cells are separated by' }).click();
  await page.getByRole('option', { name: 'tabs' }).click();
  await expect(page.getByText('No event was understood yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to what was detected' }).click();
  const preview = page.getByRole('table', { name: 'The first events of the file' });
  await expect(preview).toContainText('Jazz');

  const headerRow = page.getByRole('textbox', { name: 'Header row' });
  await expect(headerRow).toHaveValue('1');
  await headerRow.fill('0');
  await headerRow.press('Enter');
  await expect(page.getByText('No row names the columns.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to what was detected' }).click();
  await expect(headerRow).toHaveValue('1');

  const venue = page.getByRole('combobox', { name: 'What “Venue” is' });
  await venue.click();
  await page.getByRole('option', { name: 'Description' }).click();
  await expect(preview).not.toContainText('Bar');
  await rm(file);
  await page.getByRole('combobox', { name: 'What “Title” is' }).click();
  await page.getByRole('option', { name: 'Not used' }).click();
  await expect(page.getByText('There is no file season.csv. Check the name and the folder.').first()).toBeVisible();
  await expect(preview).toContainText('Jazz');
  await expect(venue).toHaveText('Description');
  await expect(page.getByRole('combobox', { name: 'What “Title” is' })).toHaveText('Title');
  await expect(page.getByRole('button', { name: 'Back to what was detected' })).toBeVisible();
});

test('cells that are pasted from a spreadsheet are read like a file', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await goTo(page, 'Import');
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Title\\tStart\\nJazz\\t2027-06-01 20:00\\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }`);
  await expect(page.getByRole('table', { name: 'The first events of the file' })).toContainText('Jazz');
});

test('what a page made up is no file that was dropped', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  const answers = await page.evaluate<Answer<unknown>[]>(`Promise.all([
    organizer.takeDroppedFile(new File(['Title,Start'], 'made-up.csv')),
    organizer.takeDroppedFile('/etc/passwd'),
    organizer.takeDroppedFile({ path: '/etc/passwd' }),
  ])`);
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'unreadable_input' } });
});

test('the original of an import can be saved again, and the whole import taken back', async ({ start, dataDir }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const lines = ['Title,Start', 'Jazz,2027-06-01 20:00'];
  await pick(electron, page, await calendar(dataDir, lines));
  await seePlan(page);
  await page.getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(page.getByRole('heading', { name: '1 draft made' })).toBeVisible();
  const saved = join(dataDir, 'again.csv');
  await answerDialogs(electron, { save: saved });
  await page.getByRole('button', { name: 'Save original…: season.csv' }).click();
  await expect(page.getByText('The file as it was imported is saved as again.csv.')).toBeVisible();
  expect(await readFile(saved, 'utf8')).toBe(`${lines.join('\r\n')}\r\n`);
  await page.getByRole('button', { name: 'Undo import: season.csv' }).click();
  await expect(page.getByText('Import undone: 1 draft removed.')).toBeVisible();
});

test('a hundred thousand rows: progress, a way to stop, and rows that scroll', async ({ start, dataDir }) => {
  test.setTimeout(120_000);
  const { electron, page } = await start();
  await startPractising(page);
  const many = Array.from({ length: 100_000 }, (_unused, n) => `Show ${n},2027-06-01 20:00,Hall ${n % 90}`);
  const file = await calendar(dataDir, ['Title,Start,Venue', ...many], 'city.csv');
  await pick(electron, page, file);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();

  await pick(electron, page, file);
  const next = page.getByRole('button', { name: 'See the plan' });
  await next.waitFor({ timeout: 60_000 });
  // Another reading that is stopped leaves the one before.
  await page.getByRole('combobox', { name: 'What “Venue” is' }).click();
  await page.getByRole('option', { name: 'Not used' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('combobox', { name: 'What “Venue” is' })).toHaveText('Venue or room');
  await next.click();
  await expect(page.getByRole('button', { name: 'Make 100,000 drafts' })).toBeEnabled();
  await rows(page).getByText('Show 0', { exact: true }).waitFor();
  const scroller = page.locator('.plan-scroller');
  await scroller.focus();
  await page.keyboard.press('End');
  await expect(rows(page).getByText('Show 99999', { exact: true })).toBeVisible();
});

test('an import that was published is taken back but for what is there already, which is listed', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  await importSample(page);
  const events = await publishImport(page);
  await expectDelivered(page, events);
  await goTo(page, 'Import');
  await page.getByRole('button', { name: 'Undo import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `${events} drafts stay` });
  await expect(dialog.getByRole('listitem')).toHaveCount(events);
  await expect(dialog).toContainText('This is on Pinned Events.');
  await dialog.getByRole('button', { name: 'Winter Jazz Quartet' }).click();
  await expect(page.getByRole('complementary', { name: 'Draft editor' })).toBeVisible();
});

test('spellings of a venue become one, and rows that look like another event can be left out', async ({
  start,
  dataDir,
}) => {
  const { electron, page } = await start();
  await startPractising(page);
  const lines = [
    'ID,Title,Start,Venue',
    '1,Jazz,2027-06-01 20:00,Café Luna',
    '2,Film,2027-06-02 20:00,cafe luna',
    '3,Jazz,2027-06-01 20:00,Hall',
  ];
  await pick(electron, page, await calendar(dataDir, lines));
  const preview = page.getByRole('table', { name: 'The first events of the file' });
  await expect(preview).toContainText('cafe luna');
  await page.getByRole('button', { name: 'Use “Café Luna”' }).click();
  await expect(preview).not.toContainText('cafe luna');
  await seePlan(page);
  await page.getByRole('button', { name: '1 row looks like another event' }).click();
  await expect(rows(page)).toContainText('Row 2 has the same title and start, at another venue.');
  await page.getByRole('button', { name: 'Leave out row 4' }).click();
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByRole('heading', { name: '2 drafts made' })).toBeVisible();

  await goTo(page, 'Drafts');
  const saved = join(dataDir, 'all.csv');
  await answerDialogs(electron, { save: saved });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /As CSV/ }).click();
  await expect(page.getByText('2 events saved as all.csv.')).toBeVisible();
  expect(await readFile(saved, 'utf8')).toMatch(/^\uFEFFID,Title,Start/);
});
