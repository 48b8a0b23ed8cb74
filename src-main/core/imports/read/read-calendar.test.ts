import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadingOptions } from '#shared/calendar/types.ts';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { readCalendarFile } from './testing.ts';

const berlin: ReadingOptions = { timeZone: 'Europe/Berlin' };
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

function refusal(content: string | Buffer, options: ReadingOptions = berlin): OrganizerError {
  try {
    readCalendarFile(Buffer.from(content), 'season.csv', options);
  } catch (error) {
    if (error instanceof OrganizerError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('a calendar file', () => {
  it('our own sample is ready to publish, without one invalid row', () => {
    const bytes = readFileSync(new URL('../../../../resources/sample-calendar.csv', import.meta.url));
    const { reading, rows } = readCalendarFile(bytes, 'sample-calendar.csv', {
      timeZone: 'America/New_York',
      placeId: 'place-new-york',
      classification: 'music',
      channelId: 101,
    });
    const all = [...rows];
    expect(reading.issues).toEqual([]);
    expect(all).toHaveLength(24);
    for (const row of all) {
      if (row.kind !== 'event') throw new Error(`row ${row.row} is ${row.kind}`);
      expect(row.issues).toEqual([]);
      expect(DraftFieldsSchema.safeParse(row.fields).success).toBe(true);
      expect(publishProblems(row.fields)).toEqual([]);
      expect(['music', 'workshop', 'comedy', 'film', 'community']).toContain(row.fields.classifications[0]);
      expect(row.sourceId).toMatch(/^LAN-2027-/);
    }
    const late = all.filter(
      (row) => row.kind === 'event' && row.fields.endLocal?.slice(0, 10) !== row.fields.startLocal?.slice(0, 10),
    );
    expect(late).toMatchObject([{ fields: { startLocal: '2027-04-16T22:00', endLocal: '2027-04-17T01:30' } }]);
  });

  it('made by hand, with titles, headings and an old encoding, is understood', () => {
    const { reading, rows } = readCalendarFile(fixture('season-sheet-windows-1252.csv'), 'spielplan.csv', berlin);
    expect(reading).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 4, dateOrder: 'dmy' });
    expect(
      [...rows].map((row) =>
        row.kind === 'event'
          ? `${row.fields.title} ${row.fields.startLocal}`
          : row.kind === 'skipped'
            ? row.reason
            : 'invalid',
      ),
    ).toEqual([
      'preamble',
      'preamble',
      'preamble',
      'heading',
      'Süße Töne – Chanson 2027-03-05T20:00',
      'Lesung „Über Brücken“ 2027-03-06T19:30',
      'heading',
      'Kein Scherz: Kabarett 2027-04-01T20:00',
      'Tanzabend 2027-04-03T20:00',
    ]);
    expect([...rows].flatMap((row) => (row.kind === 'event' ? row.issues : []))).toMatchObject([
      { row: 10, code: 'weekday_mismatch' },
    ]);
  });

  it('loses no row to an unbalanced quote', () => {
    const { reading, rows } = readCalendarFile(fixture('unbalanced-quote.csv'), 'autumn.csv', berlin);
    expect([...rows].map((row) => row.kind)).toEqual(Array(5).fill('event'));
    expect(reading.issues.map((issue) => [issue.code, issue.row])).toEqual([
      ['stray_quote', 3],
      ['unbalanced_quote', 4],
    ]);
  });

  it('gives its rows as often as they are asked for', () => {
    const { rows } = readCalendarFile(Buffer.from('title,date\nA,2027-05-03\n'), 'a.csv', berlin);
    expect([...rows]).toEqual([...rows]);
  });
});

describe('a file that is no calendar is refused with what to do', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /“season.csv” is empty/],
    ['blank lines', '\n \r\n\t\n', /nothing but blank lines/],
    ['a byte order mark alone', '\ufeff', /nothing but blank lines/],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /save it as CSV/],
    ['a PDF', '%PDF-1.7 …', /a PDF.*save it as CSV/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /a picture/],
    [
      'control characters',
      Buffer.from(Array.from({ length: 400 }, (_unused, index) => (index * 7) % 32)),
      /not a text file|nothing but/,
    ],
    ['an iCalendar file that was cut off', 'BEGIN:VCALENDAR\nVERSION:2.0\n', /ends before its first event/],
    ['a web page', '<!DOCTYPE html><html></html>', /a web page/],
    ['a header alone', 'title,date,start\n', /has a header but no rows/],
    ['a header and blank rows', 'title,date,start\n,,\n\n', /has a header but no rows/],
  ])('%s', (_what, content, message) => {
    const error = refusal(content);
    expect(error.code).toBe('unreadable_input');
    expect(error.message).toMatch(message);
  });

  it.each([
    [
      'titles without dates',
      'title,price\nQuiz,3\nOpen stage,4\n',
      'no_date_column',
      /a date.*“title”, “price”.*--mapping/,
    ],
    ['a table of something else', 'colour,price\nred,3\nblue,4\n', 'no_title_and_date_column', /a title and a date/],
  ])('%s is kept row by row, with a note on what helps them all', (_what, text, code, message) => {
    const { reading, rows } = readCalendarFile(Buffer.from(text), 'a.csv', berlin);
    const kinds = [...rows].map(
      (row) => row.kind === 'invalid' && row.issues.map((issue) => issue.code).includes('no_date'),
    );
    expect(kinds).toEqual([true, true]);
    expect(reading.issues[0]).toMatchObject({ row: 1, code });
    expect(reading.issues[0]?.message).toMatch(message);
  });

  it.each([
    ['days', ',Mon,Tue,Wed\n09:00,Yoga,Chess,Yoga\n', '“Mon”, “Tue”, “Wed”'],
    ['places', 'Date,Main Stage,Club Stage\n2027-07-10,Foxes,Anna\n', '“Main Stage”, “Club Stage”'],
  ])('a grid of %s is refused with what to do, not guessed', (what, content, names) => {
    const error = refusal(content);
    expect(error.code).toBe('unreadable_input');
    expect(error.message).toContain(`its columns are ${what} (${names}, …)`);
  });

  it('options that are no zone or encoding are the caller’s slip', () => {
    expect(refusal('title,date\nA,2027-05-03\n', { timeZone: 'Mars/Olympus' }).code).toBe('usage');
    expect(refusal('title,date\nA,2027-05-03\n', { ...berlin, encoding: 'klingon' }).code).toBe('usage');
  });
});
