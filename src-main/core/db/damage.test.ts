import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { OrganizerError } from '#shared/errors.ts';
import { fileNameFor } from '../backups/names.ts';
import { saveDraft } from '../drafts/edit.ts';
import { countDrafts } from '../drafts/view.ts';
import { readyFields } from '../testing/organizers.ts';
import { seeded } from '../testing/seeded.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { all, type Db, get } from './database.ts';
import { shareLock } from './lock.ts';
import { DATABASE_FILE, openDatabase } from './open.ts';
import { openShared } from './shared.ts';
import { storageOf } from './storage.ts';

/** A closed workspace with that many drafts. */
function workspaceWith(drafts: number): { dataDir: string; file: string } {
  const dataDir = temporaryDirectory();
  const db = openDatabase(dataDir);
  addDrafts(db, drafts);
  db.close();
  return { dataDir, file: join(dataDir, DATABASE_FILE) };
}

function addDrafts(db: Db, count: number): void {
  const parts = { db, random: seeded(count), workspaceId: 'w' };
  for (let number = 1; number <= count; number += 1)
    saveDraft(parts, null, readyFields({ title: `Event ${number}`, description: 'x'.repeat(500) }), number);
}

/** The files as a power failure leaves them: database and log, both as they are on the disk now. */
function copyWhileOpen(dataDir: string): string {
  const copy = temporaryDirectory();
  for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`])
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(copy, name));
  return copy;
}

/** Overwrites part of a file with rubbish. */
function spoil(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}

function refusal(dataDir: string): OrganizerError | null {
  try {
    openDatabase(dataDir).close();
    return null;
  } catch (thrown) {
    if (thrown instanceof OrganizerError) return thrown;
    throw thrown;
  }
}

describe('damage that is found at the start', () => {
  test('an end that is missing, also after a clean close', () => {
    const { dataDir, file } = workspaceWith(200);
    truncateSync(file, 8 * 4_096);
    const before = readFileSync(file);
    expect(refusal(dataDir)).toMatchObject({ code: 'database_damaged', message: expect.stringContaining(file) });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('an empty database with a log beside it', () => {
    const { dataDir, file } = workspaceWith(1);
    truncateSync(file, 0);
    writeFileSync(`${file}-wal`, 'the last changes');
    expect(refusal(dataDir)?.code).toBe('database_damaged');
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('the last changes');
  });

  test.each(['missing', 'empty'])('a %s database where backups say that there was one', (how) => {
    const { dataDir, file } = workspaceWith(3);
    const backup = join(dataDir, 'backups', fileNameFor(Date.UTC(2026, 5, 12, 10)));
    mkdirSync(join(dataDir, 'backups'));
    copyFileSync(file, backup);
    if (how === 'missing') rmSync(file);
    else truncateSync(file, 0);
    const message = refusal(dataDir)?.message;
    expect(message).toContain('2026-06-12T10:00:00.000Z');
    expect(message).toContain('3 drafts, 0 of them published');
    expect(existsSync(file)).toBe(how === 'empty');
  });

  test('rubbish in the middle, when the last one did not close it', () => {
    const { dataDir } = workspaceWith(0);
    const db = openDatabase(dataDir);
    onTestFinished(() => void db.close());
    addDrafts(db, 300);
    db.pragma('wal_checkpoint(PASSIVE)');
    addDrafts(db, 1);
    const copy = copyWhileOpen(dataDir);
    expect(refusal(copy)).toBeNull();
    const spoilt = copyWhileOpen(dataDir);
    spoil(join(spoilt, DATABASE_FILE), 40 * 4_096, 4_096);
    expect(refusal(spoilt)).toMatchObject({ code: 'database_damaged' });
  });

  test('what was not closed but is sound opens with all that was saved', () => {
    const { dataDir } = workspaceWith(5);
    const db = openDatabase(dataDir);
    onTestFinished(() => void db.close());
    addDrafts(db, 6);
    const copy = openDatabase(copyWhileOpen(dataDir));
    expect(countDrafts(copy)).toBe(11);
    copy.close();
  });
});

test('damage that is met while it is open is said so, and the next start reads everything', () => {
  const { dataDir, file } = workspaceWith(400);
  spoil(file, leafOfDrafts(dataDir) * 4_096, 4_096);
  // It was closed well, and nothing that the start looks at is spoilt.
  const db = openDatabase(dataDir);
  expect(() => all(db, 'SELECT * FROM drafts ORDER BY seq')).toThrow(
    expect.objectContaining({ code: 'database_damaged', message: expect.stringContaining('open it again') }),
  );
  expect(storageOf(db).condition).toBe('failing');
  db.close();
  expect(refusal(dataDir)?.code).toBe('database_damaged');
});

describe('the lock of a workspace', () => {
  test('is shared by all who have it open; only without them one can have it alone', () => {
    const { dataDir } = workspaceWith(0);
    const [first, second] = [openShared(dataDir), openShared(dataDir)];
    const lock = shareLock(join(dataDir, 'organizer.lock'));
    expect(lock?.tryAlone()).toBe(false);
    first.close();
    expect(lock?.tryAlone()).toBe(false);
    second.close();
    expect(lock?.tryAlone()).toBe(true);
    lock?.release();
    const again = openShared(dataDir);
    expect(get(again.db, 'SELECT 1 AS one')).toEqual({ one: 1 });
    again.close();
  });
});

/** The number, from 0, of a page with drafts on it, from the middle of them: the start looks at none of these. */
function leafOfDrafts(dataDir: string): number {
  const db = openDatabase(dataDir);
  const rows = all(db, "SELECT pageno FROM dbstat WHERE name = 'drafts' AND pagetype = 'leaf' ORDER BY pageno");
  db.close();
  const pages = z.array(z.object({ pageno: z.number() })).parse(rows);
  const middle = pages[Math.floor(pages.length / 2)];
  if (middle === undefined) throw new Error('There are no drafts.');
  return middle.pageno - 1;
}
