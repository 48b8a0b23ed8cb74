import { describe, expect, test } from 'vitest';
import { commandLineWords } from './command-line.ts';

describe('what a start is for', () => {
  test('behind “-- cli” the words belong to organizer, whatever they are', () => {
    expect(commandLineWords(['app', '--no-sandbox', '--', 'cli', 'import', '--json', '--', 'a.csv'])).toEqual([
      'import',
      '--json',
      '--',
      'a.csv',
    ]);
    expect(commandLineWords(['app', '--', 'cli'])).toEqual([]);
  });

  test.each([
    [['app']],
    [['app', 'cli']],
    [['app', '/home/me/cli.ics']],
    [['app', '--data-dir', '/tmp/x', 'cli']],
    [['app', '--', '/home/me/season.ics']],
    [['app', '/home/me/season.ics', '--', 'x', 'cli']],
    [['--', 'cli']],
  ])('%j opens the window', (argv) => {
    expect(commandLineWords(argv)).toBeNull();
  });
});
