import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronArguments } from '../scripts/runtime/electron-arguments.ts';
import { projectRoot } from '../scripts/runtime/paths.ts';
import { expect, test } from './support/app.ts';
import { goTo, startPractising } from './support/steps.ts';

const calendar = (title: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//A calendar program//EN',
    'BEGIN:VEVENT',
    'UID:1@example.com',
    `SUMMARY:${title}`,
    'DTSTART:20270301T190000Z',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

test('a calendar that the system opens with the app goes to the import', async ({ start, dataDir }) => {
  const { electron, page } = await start();
  await startPractising(page);
  await goTo(page, 'Outbox');
  const file = join(dataDir, 'Spring season.ics');
  await writeFile(file, calendar('Spring gala'));

  // What a double click does while the app runs: a second start with the file's name.
  const program = await electron.evaluate(() => process.execPath);
  const second = spawn(program, [...electronArguments(), projectRoot, file], {
    cwd: dataDir,
    env: { ...process.env, ORGANIZER_DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  await once(second, 'exit');
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(page.getByText('Spring season.ics').first()).toBeVisible();
  await page.getByRole('button', { name: 'See the plan' }).click();
  await expect(page.getByText('Spring gala').first()).toBeVisible();

  // As the event of macOS does it, for a file that is gone by then.
  await electron.evaluate(
    ({ app }, path) => void app.emit('open-file', { preventDefault() {} }, path),
    `${file}.gone.ics`,
  );
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('gone.ics is not there any more.');
});

test('a calendar that comes with the start waits until there is a workspace', async ({ start, dataDir }) => {
  const file = join(dataDir, 'Autumn.ics');
  await writeFile(file, calendar('Harvest dance'));
  const { page } = await start({}, [file]);
  await startPractising(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(page.getByText('Autumn.ics').first()).toBeVisible();
});
