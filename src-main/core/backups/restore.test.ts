import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { DATABASE_FILE } from '../db/open.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, openOrganizer } from '../testing/organizers.ts';
import { inspectDataDir } from './inspect.ts';
import { restoreBackup, startAfresh } from './restore.ts';

const RUBBISH = 'This is no database. '.repeat(100);
const NOW = Date.UTC(2026, 5, 13, 9);

/** A closed workspace with a backup of 3 drafts, and 5 drafts now. */
async function withBackup() {
  const organizer = await openOrganizer();
  addDrafts(organizer, 3);
  const backup = await organizer.backups.now();
  addDrafts(organizer, 2);
  await organizer.close();
  return { dataDir: organizer.dataDir, file: join(organizer.dataDir, DATABASE_FILE), backup };
}

const draftsIn = async (dataDir: string) => {
  const organizer = await openOrganizer({ dataDir, clock: manualClock(NOW) });
  const { drafts } = await organizer.state();
  await organizer.close();
  return drafts;
};

test('a damaged directory is looked at without being changed', async () => {
  const { dataDir, file, backup } = await withBackup();
  expect(inspectDataDir(dataDir)).toMatchObject({ condition: 'ok', damage: null, backups: [backup] });
  writeFileSync(file, RUBBISH);
  expect(inspectDataDir(dataDir)).toEqual({
    condition: 'damaged',
    damage: 'it is not a database',
    file,
    keptIn: join(dataDir, 'damaged'),
    backups: [backup],
  });
  expect(readFileSync(file, 'utf8')).toBe(RUBBISH);
  rmSync(file);
  expect(inspectDataDir(dataDir)).toMatchObject({ condition: 'absent', backups: [{ drafts: 3 }] });
});

test('a restore puts the newest sound backup in its place and keeps what was there, with its log', async () => {
  const { dataDir, file, backup } = await withBackup();
  writeFileSync(file, RUBBISH);
  writeFileSync(`${file}-wal`, 'log');
  const restored = restoreBackup(dataDir, 'newest', NOW);
  expect(restored).toMatchObject({ backup, salvaged: { drafts: 0, delivered: 0 } });
  expect(restored.keptAs).toBe(join(dataDir, 'damaged', 'organizer-20260613T090000000Z.db'));
  expect(readFileSync(restored.keptAs ?? '', 'utf8')).toBe(RUBBISH);
  expect(readFileSync(`${restored.keptAs}-wal`, 'utf8')).toBe('log');
  expect(statSync(join(dataDir, 'damaged')).mode & 0o777).toBe(0o700);
  expect(statSync(restored.keptAs ?? '').mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(await draftsIn(dataDir)).toBe(3);
});

test('drafts that the backup lacks and the damaged file still tells are taken over', async () => {
  const { dataDir, file } = await withBackup();
  // Only its end is missing: most of it can be read.
  truncateSync(file, statSync(file).size - 4_096);
  expect(inspectDataDir(dataDir).condition).toBe('damaged');
  expect(restoreBackup(dataDir, 'newest', NOW).salvaged).toEqual({ drafts: 2, delivered: 0 });
  expect(await draftsIn(dataDir)).toBe(5);
});

test('who goes back from a sound database gets the drafts as they were', async () => {
  const { dataDir } = await withBackup();
  expect(restoreBackup(dataDir, 'newest', NOW).salvaged).toEqual({ drafts: 0, delivered: 0 });
  expect(await draftsIn(dataDir)).toBe(3);
});

test('a damaged backup is passed over; without a sound one nothing is changed', async () => {
  const { dataDir, file, backup } = await withBackup();
  const newer = join(dataDir, 'backups', 'organizer-20260612T120000000Z.db');
  const bytes = readFileSync(backup.file);
  writeFileSync(newer, bytes.fill(0xa5, 3 * 4_096, 9 * 4_096));
  expect(restoreBackup(dataDir, 'newest', NOW).backup?.file).toBe(backup.file);
  writeFileSync(file, RUBBISH);
  rmSync(backup.file);
  expect(() => restoreBackup(dataDir, 'newest', NOW)).toThrow(expect.objectContaining({ code: 'not_found' }));
  expect(() => restoreBackup(dataDir, newer, NOW)).toThrow(expect.objectContaining({ code: 'unreadable_input' }));
  expect(() => restoreBackup(dataDir, join(dataDir, 'x'), NOW)).toThrow(expect.objectContaining({ code: 'not_found' }));
  expect(readFileSync(file, 'utf8')).toBe(RUBBISH);
  expect(readdirSync(dataDir).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('nothing is replaced while somebody has it open', async () => {
  const { dataDir } = await withBackup();
  const organizer = await openOrganizer({ dataDir });
  for (const replace of [() => restoreBackup(dataDir, 'newest', NOW), () => startAfresh(dataDir, NOW)])
    expect(replace).toThrow(expect.objectContaining({ code: 'not_allowed' }));
  expect((await organizer.state()).drafts).toBe(5);
  await organizer.close();
  expect(restoreBackup(dataDir, 'newest', NOW).keptAs).not.toBeNull();
});

test('a restore that ended half way, after the old one was moved, is damage and can be repeated', async () => {
  const { dataDir, file } = await withBackup();
  writeFileSync(`${file}-wal`, 'log');
  rmSync(file);
  await expect(openOrganizer({ dataDir })).rejects.toMatchObject({ code: 'database_damaged' });
  const { keptAs } = restoreBackup(dataDir, 'newest', NOW);
  expect(readdirSync(join(dataDir, 'damaged'))).toEqual([`${basename(keptAs ?? '')}-wal`]);
  expect(await draftsIn(dataDir)).toBe(3);
});

test('a fresh start is empty, opens, keeps the old file, and the workspace stays the same one', async () => {
  const { dataDir, file } = await withBackup();
  const before = await openOrganizer({ dataDir });
  const { idempotencyKey: keyBefore } = keyOf(before);
  await before.close();
  writeFileSync(file, RUBBISH);
  const { keptAs, backup } = startAfresh(dataDir, NOW);
  expect(backup).toBeNull();
  expect(readFileSync(keptAs ?? '', 'utf8')).toBe(RUBBISH);
  expect(await draftsIn(dataDir)).toBe(0);
  const after = await openOrganizer({ dataDir, clock: manualClock(NOW) });
  addDrafts(after, 1);
  const { idempotencyKey: keyAfter } = keyOf(after);
  expect(keyAfter.split('-')[1]).toBe(keyBefore.split('-')[1]);
});

test('a directory with nothing in it can be restored from a file elsewhere', async () => {
  const { dataDir, backup } = await withBackup();
  const elsewhere = join(dataDir, 'elsewhere');
  mkdirSync(elsewhere);
  expect(restoreBackup(elsewhere, backup.file, NOW)).toMatchObject({ keptAs: null, backup: { drafts: 3 } });
  expect(await draftsIn(elsewhere)).toBe(3);
});

function keyOf(organizer: Awaited<ReturnType<typeof openOrganizer>>) {
  organizer.publish({ selection: { kind: 'all' }, dryRun: false });
  const [operation] = organizer.outbox.list({ states: [], limit: 1, offset: 0 }).items;
  if (operation === undefined) throw new Error('Nothing was queued.');
  return operation;
}
