// Pictures of every view for docs/screens.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { backupsIn } from './support/backups.ts';
import { calendar, pick } from './support/files.ts';
import { picture, picturesWanted } from './support/picture.ts';
import { expectDelivered, goTo, importSample, publishImport, startPractising } from './support/steps.ts';

if (picturesWanted) {
  test('every view is pictured', async ({ start }) => {
    test.setTimeout(180_000);
    const { electron, page } = await start();
    await page.getByRole('button', { name: 'Start in practice mode' }).waitFor();
    await picture(electron, page, 'welcome');
    await page.getByRole('button', { name: 'Use my key' }).click();
    await picture(electron, page, 'welcome-key');
    await page.getByRole('button', { name: 'Back' }).click();

    await startPractising(page);
    await picture(electron, page, 'drafts-empty');
    await goTo(page, 'Import');
    await picture(electron, page, 'import-start');
    await page.getByRole('button', { name: 'Try the sample calendar' }).click();
    await page.getByRole('button', { name: 'See the plan' }).waitFor();
    await picture(electron, page, 'import-columns');
    await page.getByRole('button', { name: 'See the plan' }).click();
    await page.getByText('Imports can be undone.').waitFor();
    await picture(electron, page, 'import-plan');
    await page.getByRole('button', { name: 'Discard' }).click();

    await importSample(page);
    await picture(electron, page, 'import-done');
    await goTo(page, 'Drafts');
    await page.getByRole('row').nth(2).click();
    await page.getByRole('complementary', { name: 'Draft editor' }).waitFor();
    await picture(electron, page, 'drafts');

    await goTo(page, 'Import');
    await page.getByRole('button', { name: 'Publish these' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish [1-9][\d,]* events?$/ })
      .waitFor();
    await picture(electron, page, 'publish');
    await page.getByRole('button', { name: 'Cancel' }).click();
    const events = await publishImport(page);
    await expectDelivered(page, events);
    // The note about what was published covers the list for ten seconds.
    await expect(page.locator('.toast')).toHaveCount(0, { timeout: 20_000 });
    await picture(electron, page, 'outbox');
  });

  test('a file with rows to put right is pictured', async ({ start, dataDir }) => {
    const { electron, page } = await start();
    await startPractising(page);
    await importSample(page);
    await page.getByRole('button', { name: 'Import another file' }).click();
    const lines = [
      'id;Titel;Datum;Beginn;Saal;Kategorie',
      'LAN-2027-001;Winterjazz im Quartett;15.01.2027;20:00;Main Room;Konzert',
      'F-2;Stummfilme mit Klavier;05.02.2027;19 Uhr;Main Room;Kino',
      'F-3;Café der Sprachen;irgendwann im März;18:00;Bar;Treffen',
      'F-4;;12.03.2027;20:00;Bar;Konzert',
      'F-2;Stummfilme mit Klavier;05.02.2027;19 Uhr;Main Room;Kino',
      ';;;;;',
    ];
    await pick(electron, page, await calendar(dataDir, lines, 'Spielplan.csv'));
    await page.getByRole('button', { name: 'See the plan' }).waitFor();
    await picture(electron, page, 'import-columns-german');
    await page.getByRole('button', { name: 'See the plan' }).click();
    await page.getByText('Imports can be undone.').waitFor();
    await picture(electron, page, 'import-plan-mixed');
    await page.getByRole('button', { name: 'Put row 4 right' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(electron, page, 'import-put-right');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Notes/ }).click();
    await page.getByRole('table', { name: 'Notes' }).getByRole('cell').first().waitFor();
    await picture(electron, page, 'import-notes');
    await page.getByRole('button', { name: /^Make 1 draft/ }).click();
    await page.getByRole('list', { name: 'Rows that made no draft' }).waitFor();
    await picture(electron, page, 'import-done-mixed');
  });

  test('what the app is made of is pictured', async ({ start }) => {
    const { electron, page } = await start();
    await startPractising(page);
    await page.keyboard.press('ControlOrMeta+i');
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await picture(electron, page, 'about');
  });

  test('a damaged database is pictured', async ({ start, dataDir }) => {
    test.setTimeout(120_000);
    const first = await start();
    await startPractising(first.page);
    await importSample(first.page);
    const practiceDir = join(dataDir, 'practice');
    await expect.poll(() => backupsIn(practiceDir)).toHaveLength(1);
    await first.quit();
    await writeFile(join(practiceDir, 'organizer.db'), 'this is no database');
    const { electron, page } = await start();
    await page.getByRole('button', { name: 'Restore this backup' }).waitFor();
    await picture(electron, page, 'recovery');
  });
}
