import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { calendarArgument } from './calendar-argument.ts';

const here = resolve('/home/me');

test.each([
  [['app', '/home/me/season.ics'], '/home/me/season.ics'],
  [['app', 'Season 2027.ICS'], '/home/me/Season 2027.ICS'],
  [['app', '--no-sandbox', '.', 'a.csv'], '/home/me/a.csv'],
  [['app', '--data-dir', '/data/x.csv', 'b.tsv'], '/home/me/b.tsv'],
  [['app', 'a.ics', 'b.ics'], '/home/me/b.ics'],
])('%j opens %s', (argv, path) => {
  expect(calendarArgument(argv, here)).toBe(resolve(path));
});

test.each([
  [['app']],
  [['app', '.']],
  [['calendar.ics']],
  [['app', '--data-dir', 'x.ics']],
  [['app', '--data-dir=x.ics']],
  [['app', 'https://example.com/a']],
  [['app', 'photo.jpg']],
])('%j opens nothing', (argv) => {
  expect(calendarArgument(argv, here)).toBeNull();
});
