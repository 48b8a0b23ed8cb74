import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import { expectAllAccountedFor } from '../fuzz/account.ts';
import { readCalendarFile } from './testing.ts';

const options = { timeZone: 'America/New_York', placeId: 'p', channelId: 1, classification: 'music' };

/** Reads, or returns null when the file is refused as it may be. */
function read(bytes: Uint8Array): { rows: ReadRow[]; headerRow: number | null; isOrdered: boolean } | null {
  try {
    const { reading, rows: found } = readCalendarFile(bytes, 'fuzz.csv', options);
    const rows = [...found];
    return { rows, headerRow: reading.headerRow, isOrdered: readsAcrossRows(rows, reading.issues) };
  } catch (error) {
    if (error instanceof OrganizerError) return null;
    throw error;
  }
}

/** True where rows say something only together with the rows above them: then their order is part of the file. */
function readsAcrossRows(rows: ReadRow[], notes: RowIssue[]): boolean {
  const fills = notes.some(({ code }) => code === 'fills_down' || code === 'dates_in_headings');
  const takes = rows.some((row) =>
    row.kind === 'skipped'
      ? row.reason === 'continuation'
      : row.issues.some(({ code }) => code === 'from_heading' || code === 'filled_down'),
  );
  return fills || takes;
}

const dateCell = fc.oneof(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom(
    '',
    '03.05.2027',
    '3/14/2027',
    '3, 5 and 7 May 2027',
    '14.03.2027, 28.03.2027',
    'Friday, 5 March 2027',
    '2027-03-14T02:30',
    '2027-11-07 01:30',
    '2027-11-07T05:30:00Z',
    'Mo 3. Mai 2027',
    '5月3日',
    'dal 15 al 16 marzo 2027',
    'TBA',
    '46510',
    '31.02.2027',
    'Now through 1/28/2027',
    '9999-12-31',
    '0001-01-01',
  ),
);
const timeCell = fc.constantFrom(
  '',
  '20:00',
  '7 pm',
  '8p-1a',
  '14:00 / 20:00',
  '1p-3p & 5p-7p',
  '1:30 und 2:30',
  'Doors 7pm, show 8pm',
  '18 - 22 Uhr',
  '25:30',
  '2:30',
  'RON',
  '?',
  'all day',
  '24:00',
  '23:59',
  '午後7時',
);
const textCell = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('Concert', '"quoted"', 'two\nlines', 'a,b', 'a;b', '#N/A', '', 'May'),
);
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const row = fc
  .tuple(textCell, dateCell, timeCell, dateCell, timeCell, textCell)
  .map((cells) => cells.map(quoted).join(','));
const header = 'Title,Start Date,Start Time,End Date,End Time,Description';

describe('for any file', { timeout: 120_000 }, () => {
  it('made of calendar cells, every row is accounted for, and every event is a valid draft', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (lines) => {
        const result = read(Buffer.from(`${header}\n${lines.join('\n')}\n`));
        if (result !== null) expectAllAccountedFor(result);
      }),
      { numRuns: 500 },
    );
  });

  it('cut and stirred, nothing but OrganizerError is thrown and no row is lost', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', '\0', '""', '\ufeff', header),
      dateCell,
      timeCell,
      fc.string({ maxLength: 8, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const result = read(Buffer.from(pieces.join('')));
        if (result !== null) expectAllAccountedFor(result);
      }),
      { numRuns: 800 },
    );
  });

  it('of random bytes, nothing but OrganizerError is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const result = read(bytes);
        if (result !== null) expectAllAccountedFor(result);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of its rows changes nothing in a row', () => {
    const essence = (result: ReturnType<typeof read>) =>
      result?.rows
        .map((each) => JSON.stringify(each, (key, value: unknown) => (key === 'row' ? undefined : value)))
        .sort();
    let compared = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(), (lines, turn) => {
        const at = turn % lines.length;
        const turned = [...lines.slice(at), ...lines.slice(0, at)].reverse();
        const write = (each: string[]) => Buffer.from(`${header}\n${each.join('\n')}\n`);
        const [one, other] = [read(write(turned)), read(write(lines))];
        if (one?.isOrdered === true || other?.isOrdered === true) return;
        compared += 1;
        expect(essence(one)).toEqual(essence(other));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
