import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

type Callback<T = void> = (error: unknown, value?: T) => void;
type Tasks = Record<string, unknown>;

/**
 * A store for better-queue on better-sqlite3, after the interface that its readme describes: every put, take and
 * release is one durable commit. Its own SQLite store needs the package `sqlite3`, which is built at install time.
 */
export function createSqliteStore(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE IF NOT EXISTS tasks (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, task TEXT NOT NULL, priority INTEGER NOT NULL, lock TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS waiting ON tasks (priority DESC, seq) WHERE lock IS NULL;
    CREATE INDEX IF NOT EXISTS running ON tasks (lock) WHERE lock IS NOT NULL;
  `);
  const find = db.prepare('SELECT task FROM tasks WHERE id = ? AND lock IS NULL').pluck();
  const put = db.prepare(
    `INSERT INTO tasks (id, task, priority) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET task = excluded.task, priority = excluded.priority, lock = NULL`,
  );
  const take = db.prepare(
    `UPDATE tasks SET lock = ? WHERE seq IN
       (SELECT seq FROM tasks WHERE lock IS NULL ORDER BY priority DESC, seq LIMIT ?)`,
  );
  const locked = db.prepare('SELECT id, task FROM tasks WHERE lock = ?');
  const locks = db.prepare('SELECT DISTINCT lock FROM tasks WHERE lock IS NOT NULL').pluck();
  const release = db.prepare('DELETE FROM tasks WHERE lock = ?');
  const discard = db.prepare('DELETE FROM tasks WHERE id = ?');
  const waiting = db.prepare('SELECT count(*) FROM tasks WHERE lock IS NULL').pluck();

  const tasksOf = (lock: string): Tasks =>
    Object.fromEntries(
      (locked.all(lock) as { id: string; task: string }[]).map(({ id, task }) => [id, JSON.parse(task) as unknown]),
    );

  return {
    connection: db,
    connect: (done: Callback<number>) => done(null, waiting.get() as number),
    getTask(id: string, done: Callback<unknown>) {
      const text = find.get(id) as string | undefined;
      done(null, text === undefined ? undefined : (JSON.parse(text) as unknown));
    },
    putTask(id: string, task: unknown, priority: number | undefined, done: Callback) {
      put.run(id, JSON.stringify(task), priority ?? 0);
      done(null);
    },
    deleteTask(id: string, done: Callback) {
      discard.run(id);
      done(null);
    },
    takeFirstN(count: number, done: Callback<string>) {
      const lock = randomUUID();
      take.run(lock, count);
      done(null, lock);
    },
    getLock: (lock: string, done: Callback<Tasks>) => done(null, tasksOf(lock)),
    getRunningTasks(done: Callback<Record<string, Tasks>>) {
      done(null, Object.fromEntries((locks.all() as string[]).map((lock) => [lock, tasksOf(lock)])));
    },
    releaseLock(lock: string, done: Callback) {
      release.run(lock);
      done(null);
    },
    close(done: Callback) {
      db.close();
      done(null);
    },
  };
}
