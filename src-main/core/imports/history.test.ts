import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importCalendar } from '../testing/calendars.ts';
import { openOrganizer } from '../testing/organizers.ts';

const lines = ['Title,Start', 'Jazz,2027-06-01 20:00'];

test('the file of an import is kept as it was, once, and for nobody else to read', async () => {
  const organizer = await openOrganizer();
  const first = await importCalendar(organizer, lines);
  await importCalendar(organizer, lines);
  const source = join(organizer.dataDir, 'calendar.csv');
  const before = readFileSync(source, 'utf8');
  writeFileSync(source, 'something else');
  expect(first.originalSize).toBe(before.length);
  const target = join(organizer.dataDir, 'again.csv');
  await organizer.imports.saveOriginal(first.id, target);
  expect(readFileSync(target, 'utf8')).toBe(before);
  expect(statSync(join(organizer.dataDir, 'originals')).mode & 0o077).toBe(0);
  await expect(organizer.imports.saveOriginal('nobody', target)).rejects.toMatchObject({ code: 'not_found' });
});

test('cells that were pasted are read like a file', async () => {
  const organizer = await openOrganizer();
  const path = organizer.imports.keepPastedCells('Title\tStart\nJazz\t2027-06-01 20:00\n');
  const plan = await organizer.imports.plan(path, {});
  expect(plan).toMatchObject({ fileName: 'Pasted cells.tsv', delimiter: '\t', counts: { new: 1 } });
});

test('reading tells how far it has come, and can be stopped: nothing is changed', async () => {
  const organizer = await openOrganizer();
  const path = join(organizer.dataDir, 'large.csv');
  const rows = Array.from({ length: 30_000 }, (_unused, n) => `Show ${n},2027-06-01 20:00,Hall ${n % 90}`);
  writeFileSync(path, `Title,Start,Venue\n${rows.join('\n')}\n`);
  const shares: number[] = [];
  organizer.onChanged((changed) => {
    if (!changed.includes('importProgress')) return;
    const job = organizer.imports.progress();
    if (job?.share != null) shares.push(job.share);
    if (job !== null && job.rows > 5_000) organizer.imports.cancel();
  });
  await expect(organizer.imports.plan(path, {})).rejects.toMatchObject({ code: 'cancelled' });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.5);
  expect(organizer.imports.progress()).toBeNull();
  expect(organizer.imports.cancel()).toBe(false);
  expect(organizer.imports.list()).toEqual([]);
});
