import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { OrganizerError } from '#shared/errors.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { all, get } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { DATABASE_FILE, openDatabase } from './open.ts';

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown instanceof OrganizerError ? thrown.code : thrown;
  }
};

test('a new directory gets a database of this version that only the user can read', () => {
  const directory = join(temporaryDirectory(), 'a', 'b');
  const db = openDatabase(directory);
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(statSync(join(directory, DATABASE_FILE)).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  db.close();
});

test('what is committed survives a power loss, and references are kept', () => {
  const db = openDatabase(temporaryDirectory());
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  db.close();
});

test('every table is strict', () => {
  const db = openDatabase(temporaryDirectory());
  const tables = all(db, `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`);
  const loose = (tables as { name: string; strict: number }[])
    .filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_') && !name.startsWith('drafts_search'))
    .map(({ name }) => name);
  expect(loose).toEqual([]);
  db.close();
});

test('opening twice changes nothing', () => {
  const directory = temporaryDirectory();
  openDatabase(directory).close();
  const before = hash(join(directory, DATABASE_FILE));
  openDatabase(directory).close();
  expect(hash(join(directory, DATABASE_FILE))).toBe(before);
});

for (const journal of ['wal', 'delete']) {
  test(`a database of a newer version is refused untouched (journal mode ${journal})`, () => {
    const directory = temporaryDirectory();
    const file = join(directory, DATABASE_FILE);
    const newer = new Database(file);
    newer.pragma(`journal_mode = ${journal}`);
    newer.exec('CREATE TABLE something (new TEXT)');
    newer.pragma(`user_version = ${migrations.length + 1}`);
    newer.close();
    const before = hash(file);
    expect(codeOf(() => openDatabase(directory))).toBe('database_too_new');
    expect(hash(file)).toBe(before);
  });
}

test.each([
  ['text', Buffer.from('This is no database. '.repeat(100))],
  ['a header and nothing else', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5_000, 0xff)])],
])('a damaged file (%s) is named, and left as it is', (_name, bytes) => {
  const directory = temporaryDirectory();
  const file = join(directory, DATABASE_FILE);
  writeFileSync(file, bytes);
  expect(codeOf(() => openDatabase(directory))).toBe('database_damaged');
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a directory that cannot be made or written is named', () => {
  const file = join(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  expect(codeOf(() => openDatabase(join(file, 'below')))).toBe('data_dir_unusable');
  expect(codeOf(() => openDatabase(file))).toBe('data_dir_unusable');
  const inTheWay = temporaryDirectory();
  mkdirSync(join(inTheWay, DATABASE_FILE));
  expect(codeOf(() => openDatabase(inTheWay))).toBe('data_dir_unusable');
});

test('a migration that fails leaves the version before it', () => {
  const db = new Database(join(temporaryDirectory(), DATABASE_FILE));
  const steps = ['CREATE TABLE a (x TEXT) STRICT', 'CREATE TABLE b (x TEXT) STRICT; SELECT no_such_function()'];
  expect(() => migrate(db, 'file', steps)).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(get(db, `SELECT name FROM sqlite_schema WHERE name = 'b'`)).toBeUndefined();
  migrate(db, 'file', [steps[0] ?? '', 'CREATE TABLE b (x TEXT) STRICT']);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  db.close();
});

test('nothing else is written into the directory, and nothing stays open', () => {
  const directory = temporaryDirectory();
  openDatabase(directory).close();
  expect(readdirSync(directory)).toEqual([DATABASE_FILE]);
  expect(existsSync(join(directory, `${DATABASE_FILE}-wal`))).toBe(false);
});
