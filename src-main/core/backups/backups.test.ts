import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { all } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { openToRead } from '../db/other-files.ts';
import { saveDraft } from '../drafts/edit.ts';
import { importCalendar } from '../testing/calendars.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, openOrganizer, readyFields } from '../testing/organizers.ts';
import { seeded } from '../testing/seeded.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { createBackups } from './backups.ts';
import { makeBackup } from './make.ts';

const HOUR = 60 * 60_000;

/** A database with drafts, large enough that a copy takes several steps. */
function filled(drafts = 400) {
  const dataDir = temporaryDirectory();
  const db = openDatabase(dataDir);
  const parts = { db, random: seeded(1), workspaceId: 'w' };
  db.transaction(() => {
    for (let number = 1; number <= drafts; number += 1)
      saveDraft(parts, null, readyFields({ title: `Event ${number}`, description: 'x'.repeat(8_000) }), number);
  })();
  return { dataDir, db, parts };
}

test('a backup is complete, sound, private, and alone in its folder', async () => {
  const { dataDir, db } = filled();
  const result = await makeBackup({ db, dataDir }, Date.UTC(2026, 5, 12, 10));
  const folder = join(dataDir, 'backups');
  const file = join(folder, 'organizer-20260612T100000000Z.db');
  expect(result).toEqual({ made: { file, madeAt: Date.UTC(2026, 5, 12, 10), drafts: 400, delivered: 0 } });
  expect(readdirSync(folder).sort()).toEqual(['backup.lock', 'organizer-20260612T100000000Z.db']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const copy = openToRead(file);
  expect(all(copy, 'SELECT id, fields FROM drafts ORDER BY seq')).toEqual(
    all(db, 'SELECT id, fields FROM drafts ORDER BY seq'),
  );
  copy.close();
  db.close();
});

test('work goes on while it is made, also by another process, and it holds one moment', async () => {
  const { dataDir, db, parts } = filled(2_000);
  const other = openDatabase(dataDir);
  let turns = 0;
  let running = true;
  const making = makeBackup({ db, dataDir }, 1).finally(() => {
    running = false;
  });
  while (running) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
    // Two drafts in one transaction, never one without the other.
    if (turns % 20 === 0 && turns < 100)
      other.transaction(() => {
        for (const half of ['a', 'b'])
          saveDraft({ ...parts, random: seeded(turns), db: other }, null, readyFields({ title: `pair ${half}` }), 1);
      });
    if (turns === 5) saveDraft(parts, null, readyFields({ title: 'meanwhile' }), 1);
  }
  expect(turns).toBeGreaterThan(10);
  const result = await making;
  expect(result).toHaveProperty('made');
  if ('made' in result) expect([2_000, 2_001]).toContain(result.made.drafts);
  other.close();
  db.close();
});

test('never two at once', async () => {
  const { dataDir, db } = filled();
  const other = openDatabase(dataDir);
  const results = await Promise.all([makeBackup({ db, dataDir }, 1), makeBackup({ db: other, dataDir }, 2)]);
  expect(results.map((result) => Object.keys(result)[0]).sort()).toEqual(['made', 'skipped']);
  expect(await makeBackup({ db: other, dataDir }, 3)).toHaveProperty('made');
  other.close();
  db.close();
});

test('closing ends a backup that is running, and leaves nothing behind', async () => {
  const { dataDir, db } = filled(3_000);
  const lines: string[] = [];
  const backups = createBackups({ db, dataDir, clock: manualClock(), log: (line) => void lines.push(line) });
  const making = backups.now().then(
    () => 'made',
    () => 'ended',
  );
  await new Promise((resolve) => setImmediate(resolve));
  await backups.stop();
  expect(await making).toBe('ended');
  db.close();
  expect(readdirSync(join(dataDir, 'backups'))).toEqual(['backup.lock']);
});

test('damage in the database is found by its backup, which is then none', async () => {
  const { dataDir, db } = filled();
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec(`UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'attempts'`);
  await expect(makeBackup({ db, dataDir }, 1)).rejects.toMatchObject({ code: 'database_damaged' });
  expect(readdirSync(join(dataDir, 'backups'))).toEqual(['backup.lock']);
  db.close();
});

test('after an import, at most once an hour; without news once a day; an empty calendar needs none', async () => {
  const organizer = await openOrganizer();
  const { clock, backups } = organizer;
  await backups.afterNews();
  expect(backups.list()).toEqual([]);
  const lines = ['Title,Start', 'One,2027-06-12 20:00'];
  await importCalendar(organizer, lines);
  await backups.afterNews();
  expect(backups.list()).toMatchObject([{ drafts: 1 }]);
  await importCalendar(organizer, [...lines, 'Two,2027-06-13 20:00']);
  clock.advance(HOUR - 61_000);
  await backups.afterNews();
  expect(backups.list()).toHaveLength(1);
  clock.advance(61_000);
  await backups.afterNews();
  expect(backups.list()).toMatchObject([{ drafts: 2 }, { drafts: 1 }]);
  clock.advance(25 * HOUR);
  await backups.afterNews();
  expect(backups.list()).toHaveLength(2);
});

test('in the background one is made by itself, some time after the start', async () => {
  const organizer = await openOrganizer();
  addDrafts(organizer, 2);
  const startedAt = organizer.clock.now();
  organizer.startSending();
  while (organizer.backups.list().length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(organizer.backups.list()[0]?.madeAt).toBeGreaterThanOrEqual(startedAt + 30_000);
  await organizer.stopSending();
});
