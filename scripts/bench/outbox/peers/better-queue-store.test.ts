// The store stands in for one that cannot be installed here, so what better-queue expects of it is tested.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { benchDirectory } from '../../directory.ts';
import { createSqliteStore } from './better-queue-store.ts';

let directory: ReturnType<typeof benchDirectory>;
let store: ReturnType<typeof createSqliteStore>;
beforeEach(() => {
  directory = benchDirectory();
  store = createSqliteStore(join(directory.path, 'queue.db'));
});
afterEach(() => {
  if (store.connection.open) store.connection.close();
  directory.remove();
});

/** Calls a method of the store and returns what it answers. */
function ask<T>(method: (done: (error: unknown, value?: T) => void) => void): T | undefined {
  let answer: T | undefined;
  method((error, value) => {
    if (error !== null) throw error;
    answer = value;
  });
  return answer;
}
const put = (id: string, task: unknown, priority?: number) => ask((done) => store.putTask(id, task, priority, done));
const take = (count: number) => ask<string>((done) => store.takeFirstN(count, done)) ?? '';
const tasks = (lock: string) => ask((done) => store.getLock(lock, done));

test('takes by priority, then in the order of putting; what is taken is taken once', () => {
  put('a', { n: 1 });
  put('b', { n: 2 });
  put('c', { n: 3 }, 5);
  expect(tasks(take(2))).toEqual({ c: { n: 3 }, a: { n: 1 } });
  expect(tasks(take(2))).toEqual({ b: { n: 2 } });
  expect(tasks(take(2))).toEqual({});
});

test('survives being closed: what was under way is running, the rest waits', () => {
  put('a', 1);
  put('b', 2);
  const lock = take(1);
  ask((done) => store.close(done));
  store = createSqliteStore(join(directory.path, 'queue.db'));
  expect(ask((done) => store.connect(done))).toBe(1);
  expect(ask((done) => store.getRunningTasks(done))).toEqual({ [lock]: { a: 1 } });
});

test('a released lock is done, a deleted task is gone, a task that is put again is changed', () => {
  put('a', 1);
  put('a', 2);
  expect(ask((done) => store.getTask('a', done))).toBe(2);
  const lock = take(1);
  ask((done) => store.releaseLock(lock, done));
  expect(tasks(lock)).toEqual({});
  put('b', 3);
  ask((done) => store.deleteTask('b', done));
  expect(ask((done) => store.getTask('b', done))).toBeUndefined();
});

test('every commit waits for the disk', () => {
  expect(store.connection.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(store.connection.pragma('synchronous', { simple: true })).toBe(2);
});
