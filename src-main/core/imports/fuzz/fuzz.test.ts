import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrganizerError } from '#shared/errors.ts';
import { readCalendarFile } from '../read/testing.ts';
import { countLines, expectAllAccountedFor } from './account.ts';
import { bytesOf, type MutatedFile, mutatedFile } from './mutate.ts';

/** The same files in every run of the tests; the soak takes others each time. */
const seed = Number(process.env.FUZZ_SEED ?? 999_736);
/** In every run of the tests; `npm run soak -- fuzz` takes ten times as many. */
const FILES = Number(process.env.FUZZ_FILES ?? 20_000);
/** One file may take this long, on a busy machine: nothing hangs. */
const LONGEST_MS = 5_000;

const options = { timeZone: 'Europe/Berlin', placeId: 'p', channelId: 1, classification: 'music' };

test(`${FILES} mutated files: no crash, no hang, and no row without a word, seed ${seed}`, {
  timeout: 3_600_000,
}, () => {
  const seen = { read: 0, refused: 0, rows: 0, events: 0, invalid: 0, counted: 0 };
  fc.assert(
    fc.property(mutatedFile, (file) => {
      const began = performance.now();
      readOne(file, seen);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
    }),
    { numRuns: FILES, seed },
  );
  console.log(`fuzz: seed ${seed}, ${JSON.stringify(seen)}`);
  // Changes that leave nothing to read would prove nothing.
  expect(seen.read).toBeGreaterThan(FILES / 2);
  expect(seen.events).toBeGreaterThan(FILES / 2);
  expect(seen.counted).toBeGreaterThan(FILES / 20);
});

function readOne(file: MutatedFile, seen: Record<string, number>): void {
  const bytes = bytesOf(file);
  const count = (what: string, by = 1) => {
    seen[what] = (seen[what] ?? 0) + by;
  };
  try {
    const calendar = readCalendarFile(bytes, 'fuzz.csv', options);
    const rows = [...calendar.rows];
    // Pieces of an iCalendar file may make one of a table: its rows are then numbered by lines, and ics/ has its own test.
    if (calendar.reading.format === 'ics') return count('turned');
    expectAllAccountedFor({ rows, headerRow: calendar.reading.headerRow });
    count('read');
    count('rows', new Set(rows.map(({ row }) => row)).size);
    count('events', rows.filter(({ kind }) => kind === 'event').length);
    count('invalid', rows.filter(({ kind }) => kind === 'invalid').length);
    // A change may make an iCalendar file of it, where an event has many lines; plan.test.ts counts those.
    const lines = file.encoding === 'utf8' && calendar.reading.format === 'csv' ? countLines(bytes) : null;
    if (lines === null || calendar.reading.encoding !== 'UTF-8') return;
    count('counted');
    expect(Math.max(calendar.reading.headerRow ?? 0, ...rows.map(({ row }) => row))).toBe(lines);
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    expect(thrown.message.length).toBeGreaterThan(20);
    count('refused');
  }
}
