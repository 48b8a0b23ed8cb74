import { expect, test } from 'vitest';
import { fileNameFor, timeInName } from './names.ts';
import { backupsToRemove } from './retention.ts';

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2026, 5, 12, 10);
const at = (...times: number[]) => times.map((madeAt) => ({ file: fileNameFor(madeAt), madeAt }));
const kept = (times: number[]) => {
  const backups = at(...times);
  const gone = new Set(backupsToRemove(backups, NOW).map(({ madeAt }) => madeAt));
  return times.filter((time) => !gone.has(time));
};

test('the newest five stay, however close together', () => {
  const times = [0, 1, 2, 3, 4, 5, 6].map((hours) => NOW - hours * HOUR);
  expect(kept(times)).toEqual(times.slice(0, 5));
});

test('of each of the last seven days the newest stays, of older days none', () => {
  // Twice a day for ten days, newest first.
  const times = Array.from({ length: 20 }, (_, index) => NOW - index * 12 * HOUR);
  const days = kept(times).map((time) => new Date(time).toISOString().slice(0, 13));
  expect(days).toEqual([
    '2026-06-12T10',
    '2026-06-11T22',
    '2026-06-11T10',
    '2026-06-10T22',
    '2026-06-10T10',
    '2026-06-09T22',
    '2026-06-08T22',
    '2026-06-07T22',
    '2026-06-06T22',
  ]);
});

test('five old ones stay when there is nothing newer, in whatever order they come', () => {
  const times = Array.from({ length: 8 }, (_, index) => NOW - (30 + index) * 24 * HOUR).reverse();
  expect(kept(times)).toEqual(times.slice(3));
});

test('a backup from the future counts as the newest', () => {
  expect(kept([NOW + 24 * HOUR, NOW])).toHaveLength(2);
});

test('names say when, and nothing else is taken for a backup', () => {
  expect(fileNameFor(NOW)).toBe('organizer-20260612T100000000Z.db');
  expect(timeInName(fileNameFor(NOW + 123))).toBe(NOW + 123);
  for (const name of ['organizer.db', 'organizer-20260612T100000000Z.db.tmp', 'x', 'organizer-20261399T100000000Z.db'])
    expect(timeInName(name)).toBeNull();
});
