import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { freshFolder, runCli } from './testing/run-cli.ts';

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = freshFolder();
  // Nobody listens there: an import needs no network.
  env = { ORGANIZER_DATA_DIR: join(folder, 'data'), PINNED_EVENTS_API_URL: 'http://127.0.0.1:2' };
});

const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:jazz@example.org',
  'SUMMARY:Jazz',
  'DTSTART:20270607T200000',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:film@example.org',
  'SUMMARY:Film',
  'DTSTART:20270608T180000Z',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'END:VCALENDAR',
];

const importFile = async (...more: string[]) => {
  const path = join(folder, 'season.ics');
  writeFileSync(path, calendar.join('\r\n'));
  return runCli({ args: ['import', path, '--timezone', 'Europe/Berlin', ...more], env });
};
const range = ['--from', '2027-06-01', '--until', '2027-06-28'];

test('an .ics file becomes drafts: a series up to --until, what is cancelled is counted, a second time changes nothing', async () => {
  const first = await importFile(...range, '--json');
  expect(first.code).toBe(0);
  const document = JSON.parse(first.stdout);
  expect(document).toMatchObject({ rows: 5, new: 4, skipped: 1, invalid: 0 });
  expect(document.issues).toMatchObject([{ row: 2, column: 'RRULE', code: 'series_goes_on' }]);
  const { stdout } = await runCli({ args: ['drafts', '--json'], env });
  const drafts = JSON.parse(stdout).map((draft: Record<string, unknown>) => [draft.startLocal, draft.timeZone]);
  expect(drafts).toEqual(['07', '14', '21', '28'].map((day) => [`2027-06-${day}T20:00`, 'Europe/Berlin']));
  expect(JSON.parse((await importFile(...range, '--json')).stdout)).toMatchObject({ new: 0, unchanged: 4, skipped: 1 });
});

test('for people, a place in the file is its line', async () => {
  const { stderr } = await importFile(...range, '--dry-run');
  expect(stderr).toContain('Line 2, RRULE: “Jazz” goes on after 2027-06-28; 4 dates');
});

test('what is no date is refused', async () => {
  for (const option of ['--from', '--until']) expect((await importFile(option, '31.05.2027')).code).toBe(2);
});
