import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asStep } from '../history/step.ts';
import { type Db, run, write } from './database.ts';
import { openDatabase } from './open.ts';

let directory: string;
let db: Db;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'organizer-test-'));
  db = openDatabase(directory);
  const insert = `INSERT INTO drafts (id, fields, ready, created_at, updated_at) VALUES ('d', '{"title":"Jazz"}', 1, 0, 0)`;
  asStep(db, { kind: 'add' }, 0, () => run(db, insert));
});
afterEach(() => {
  db.close();
  rmSync(directory, { recursive: true });
});

function addOperation(id: string, state: string, more: Record<string, string | number | null> = {}) {
  const row = {
    id,
    draft_id: 'd',
    channel_id: 101,
    title: 'Jazz',
    start_at: '2026-06-12T20:00:00-04:00',
    idempotency_key: id,
    body: Buffer.from('{}'),
    state,
    queued_at: 0,
    finished_at: ['delivered', 'rejected', 'cancelled'].includes(state) ? 1 : null,
    first_uncertain_at: state === 'sending' ? 1 : null,
    lease_expires_at: state === 'sending' ? 1 : null,
    ...more,
  };
  const names = Object.keys(row);
  run(db, `INSERT INTO operations (${names.join()}) VALUES (${names.map((name) => `:${name}`).join()})`, row);
}

const live = ['queued', 'sending', 'needsReview', 'delivered'];

test.each(live.flatMap((first) => live.map((second) => [first, second])))(
  'a draft with an operation that is %s cannot get one that is %s',
  (first, second) => {
    addOperation('one', first);
    expect(() => addOperation('two', second)).toThrow(/UNIQUE/);
  },
);

test('what was refused or dropped stands in no one’s way', () => {
  addOperation('one', 'rejected');
  addOperation('two', 'cancelled');
  addOperation('three', 'delivered');
  expect(() => run(db, `UPDATE operations SET state = 'queued' WHERE id = 'one'`)).toThrow(/UNIQUE/);
});

test('nothing is sent unless a doubt and a lease are stored with it', () => {
  expect(() => addOperation('one', 'sending', { first_uncertain_at: null })).toThrow(/CHECK/);
  expect(() => addOperation('one', 'sending', { lease_expires_at: null })).toThrow(/CHECK/);
});

test('a key is used once, for ever', () => {
  addOperation('one', 'cancelled', { idempotency_key: 'same' });
  expect(() => addOperation('two', 'queued', { idempotency_key: 'same' })).toThrow(/UNIQUE/);
});

test('types, states and references are checked by the database itself', () => {
  expect(() => addOperation('one', 'lost')).toThrow(/CHECK/);
  expect(() => addOperation('one', 'queued', { attempts: 'many' })).toThrow(/cannot store TEXT/);
  expect(() => addOperation('one', 'queued', { attempts: -1 })).toThrow(/CHECK/);
  expect(() => addOperation('one', 'queued', { draft_id: 'nobody' })).toThrow(/FOREIGN KEY/);
  expect(() => run(db, `UPDATE drafts SET fields = 'no json'`)).toThrow(/CHECK|malformed/);
});

test('a write that fails in the middle leaves nothing', () => {
  expect(() =>
    write(db, () => {
      addOperation('one', 'queued');
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(run(db, 'DELETE FROM operations')).toBe(0);
});
