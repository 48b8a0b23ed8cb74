import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadingOptions, ReadRow } from '#shared/calendar/types.ts';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { readCalendarFile } from './testing.ts';

/** Real calendars beside the repository. They are test input only, and not part of it. */
const folder = new URL('../../../../../shared/samples/', import.meta.url);
const isHere = existsSync(folder);
if (!isHere) console.warn('NOTICE: ../shared/samples is absent; no real calendar was read.');

const options = { timeZone: 'Europe/Berlin', channelId: 1, placeId: 'place-1', classification: 'music' };

type Outcome = { rows: number; events: number; skipped: number; invalid: number; codes?: Record<string, number> };

/** What each file gives, checked against the files by eye. `codes` counts the errors of the invalid rows. */
const expected: Record<string, Outcome> = {
  // No year anywhere.
  'ar-conference-utf16le.csv': { rows: 2, events: 0, skipped: 0, invalid: 2, codes: { no_year: 2 } },
  'ch-kzn-gcal-semicolon.csv': { rows: 40, events: 40, skipped: 0, invalid: 0 },
  'de-gerlingen-church.csv': { rows: 8, events: 8, skipped: 0, invalid: 0 },
  'de-termine-mixed-ranges.csv': { rows: 5, events: 5, skipped: 0, invalid: 0 },
  'de-weekday-date-mismatch.csv': { rows: 10, events: 10, skipped: 0, invalid: 0 },
  'es-madrid-agenda-utf8bom.csv': { rows: 887, events: 886, skipped: 1, invalid: 0 },
  'fr-brickouest-prose-dates.csv': { rows: 13, events: 12, skipped: 0, invalid: 1, codes: { several_times: 1 } },
  // Weekday names only.
  // The day is the name of a weekday only.
  'fr-vivatech-embedded-newlines.csv': { rows: 1256, events: 0, skipped: 0, invalid: 1256, codes: { no_date: 1256 } },
  'in-ncpa-unquoted-commas.csv': { rows: 9, events: 9, skipped: 0, invalid: 0 },
  'it-padova-tab.csv': { rows: 117, events: 117, skipped: 0, invalid: 0 },
  'jp-akiruno-municipal.csv': { rows: 114, events: 114, skipped: 0, invalid: 0 },
  // No year, thirds of months. Lists of dates are read, but have no year either.
  'jp-harima-preamble-rows.csv': {
    rows: 12,
    events: 0,
    skipped: 3,
    invalid: 9,
    codes: { open_start: 1, no_year: 5, month_only: 3, unreadable_time: 1 },
  },
  'kr-jeolla-festivals-utf8bom.csv': { rows: 158, events: 155, skipped: 0, invalid: 3, codes: { end_before_start: 3 } },
  'luma-events-tz.csv': { rows: 111, events: 111, skipped: 0, invalid: 0 },
  'nl-dedoelen-events.csv': { rows: 2_144, events: 2_144, skipped: 0, invalid: 0 },
  'pl-krakow-events-small.csv': { rows: 30, events: 26, skipped: 0, invalid: 4, codes: { no_date: 4 } },
  'ru-afisha-concerts.csv': {
    rows: 203,
    events: 0,
    skipped: 0,
    invalid: 203,
    codes: { no_year: 120, month_only: 79, several_dates: 4 },
  },
  'uk-goldsmiths-schedule.tsv': { rows: 1, events: 1, skipped: 0, invalid: 0 },
  'us-ak-concerts-2026.csv': {
    // Six of the 1,369 rows name two slots; five have an end that is no clock (`9p-11:3`), which stays open.
    rows: 1_375,
    events: 1_372,
    skipped: 0,
    invalid: 3,
    codes: { overlapping_times: 2, half_of_day: 1 },
  },
  'us-boston-cruise-two-header.csv': { rows: 118, events: 116, skipped: 1, invalid: 1, codes: { unreadable_time: 1 } },
  'us-eventbrite-api-export.csv': { rows: 179, events: 179, skipped: 0, invalid: 0 },
  'us-gcal-missing-enddate.csv': { rows: 15, events: 15, skipped: 0, invalid: 0 },
  'us-gcal-typo-header.csv': { rows: 1_381, events: 1_380, skipped: 1, invalid: 0 },
  // No date anywhere.
  'us-meetup-events.csv': { rows: 520, events: 0, skipped: 0, invalid: 520, codes: { no_date: 520 } },
  // The day stands in the first row of a group and is taken from there; 17 of those rows hold nothing else. There is no
  // year anywhere, and 27 rows are free slots without a title.
  'us-oah-filldown.tsv': {
    rows: 124,
    events: 0,
    skipped: 38,
    invalid: 86,
    codes: { no_year: 86, no_title: 27 },
  },
  'us-seattle-now-through.csv': { rows: 261, events: 235, skipped: 0, invalid: 26, codes: { open_start: 26 } },
  'wp-tec-events.csv': { rows: 4, events: 4, skipped: 0, invalid: 0 },
  'wp-tec-timezones.csv': { rows: 4, events: 3, skipped: 0, invalid: 1, codes: { unknown_zone: 1 } },
};

function readSample(file: string, more: Partial<ReadingOptions> = {}): { rows: ReadRow[]; headerRow: number | null } {
  const { reading, rows } = readCalendarFile(readFileSync(new URL(file, folder)), file, { ...options, ...more });
  return { rows: [...rows], headerRow: reading.headerRow };
}

function outcomeOf(rows: ReadRow[]): Outcome {
  const count = (kind: ReadRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const codes: Record<string, number> = {};
  for (const row of rows) {
    if (row.kind !== 'invalid') continue;
    for (const { code } of row.issues.filter((issue) => issue.severity === 'error'))
      codes[code] = (codes[code] ?? 0) + 1;
  }
  const outcome = { rows: rows.length, events: count('event'), skipped: count('skipped'), invalid: count('invalid') };
  return outcome.invalid === 0 ? outcome : { ...outcome, codes };
}

describe.skipIf(!isHere)('real calendars (skipped only when ../shared/samples is absent)', () => {
  const files = isHere ? readdirSync(folder).filter((file) => /\.(?:csv|tsv)$/.test(file)) : [];

  it('are all in the table', () => {
    expect(Object.keys(expected).sort()).toEqual(files.sort());
  });

  it.each(files)('%s', (file) => {
    const wanted = expected[file];
    const { rows, headerRow } = readSample(file);
    expect(outcomeOf(rows)).toEqual(wanted);
    const whole = rows.filter((row) => row.kind !== 'event' || (row.part?.index ?? 1) === 1);
    const numbers = [...whole.map((row) => row.row), ...(headerRow === null ? [] : [headerRow])].sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    for (const row of rows) expectHonest(row);
  });

  it('give their events once a year is chosen', () => {
    const withYear = (file: string) => outcomeOf(readSample(file, { year: 2026 }).rows);
    expect(withYear('us-oah-filldown.tsv')).toEqual({
      rows: 124,
      events: 59,
      skipped: 38,
      invalid: 27,
      codes: { no_title: 27 },
    });
    const last = readSample('us-oah-filldown.tsv', { year: 2026 }).rows.find((row) => row.row === 36);
    expect(last).toMatchObject({
      kind: 'event',
      fields: { title: 'Dr. Mandu Jazz Collaborative', startLocal: '2026-08-09T18:00', endLocal: '2026-08-09T21:00' },
    });
    // A sheet whose weekdays all fit the chosen year: none is contradicted.
    const issues = readSample('us-oah-filldown.tsv', { year: 2026 }).rows.flatMap((row) =>
      row.kind === 'skipped' ? [] : row.issues.map((issue) => issue.code),
    );
    expect(issues).not.toContain('weekday_mismatch');
  });

  it('give the times that the files mean', () => {
    const event = (file: string, number: number) => {
      const row = readSample(file).rows.find((each) => each.row === number);
      if (row?.kind !== 'event') throw new Error(`${file} row ${number} is ${row?.kind}`);
      const { title, startLocal, endLocal, allDay, timeZone } = row.fields;
      return [title.slice(0, 20), startLocal, endLocal, allDay, timeZone, row.issues.map((issue) => issue.code).join()];
    };
    expect(event('de-weekday-date-mismatch.csv', 8)).toEqual([
      'Event 7',
      '2023-05-18T10:00',
      '2023-05-18T19:00',
      false,
      'Europe/Berlin',
      'weekday_mismatch',
    ]);
    expect(event('de-termine-mixed-ranges.csv', 4)).toEqual([
      'Urlaub',
      '2015-01-23T00:00',
      '2015-01-27T23:59',
      true,
      'Europe/Berlin',
      '',
    ]);
    expect(event('us-gcal-missing-enddate.csv', 7)).toEqual([
      'Block E',
      '2016-07-25T10:54',
      '2016-07-26T00:19',
      false,
      'Europe/Berlin',
      'long_past_midnight',
    ]);
    expect(event('us-gcal-missing-enddate.csv', 10)).toEqual([
      'H Block',
      '2016-09-14T07:34',
      '2016-09-14T08:08',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('us-gcal-typo-header.csv', 5)).toEqual([
      'A Block',
      '2016-09-01T07:34',
      '2016-09-01T08:21',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('luma-events-tz.csv', 2)).toEqual([
      'LabWeek Web3 Opening',
      '2025-11-13T19:00',
      '2025-11-13T23:00',
      false,
      'America/Argentina/Buenos_Aires',
      '',
    ]);
    expect(event('in-ncpa-unquoted-commas.csv', 4)).toEqual([
      'Bharatanatyam Perfor',
      '2025-11-12T18:30',
      null,
      false,
      'Europe/Berlin',
      'time_from_venue',
    ]);
    expect(event('us-ak-concerts-2026.csv', 14)).toEqual([
      'Open Mic Night',
      '2026-02-11T20:00',
      '2026-02-12T02:00',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('uk-goldsmiths-schedule.tsv', 2)).toEqual([
      'Title of event',
      '2020-09-17T17:30',
      '2020-09-17T17:50',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('fr-brickouest-prose-dates.csv', 6)).toEqual([
      'Exposition Musée de ',
      '2024-10-26T10:30',
      '2024-10-26T18:00',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('jp-akiruno-municipal.csv', 2)).toEqual([
      '幼児向け英語教室ハッピーイングリッシュ',
      '2018-12-01T13:30',
      '2018-12-01T15:00',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('us-boston-cruise-two-header.csv', 3)).toEqual([
      'Norwegian Dawn',
      '2013-05-03T07:00',
      '2013-05-03T16:00',
      false,
      'Europe/Berlin',
      '',
    ]);
    expect(event('it-padova-tab.csv', 29)).toEqual([
      '"Il primo uomo che v',
      '2023-03-16T00:00',
      null,
      true,
      'Europe/Berlin',
      '',
    ]);
  });
});

/** An event is ready to publish but for what the options lack; an invalid row says what was read and what to do. */
function expectHonest(row: ReadRow): void {
  if (row.kind === 'event') {
    expect(DraftFieldsSchema.safeParse(row.fields).error).toBeUndefined();
    expect(publishProblems(row.fields)).toEqual([]);
  } else if (row.kind === 'invalid') {
    const errors = row.issues.filter((issue) => issue.severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) {
      expect(message).toMatch(/^(?:“.+”|This row|The end).+\. (?:.+)\.$|has no (?:title|date)/);
    }
  } else {
    expect(['blank', 'preamble', 'heading', 'continuation']).toContain(row.reason);
  }
}

describe.skipIf(!isHere)('conformance files as calendars (skipped only when ../shared/samples is absent)', () => {
  const names = isHere ? readdirSync(new URL('conformance/', folder)) : [];
  const files = names.flatMap((name) =>
    readdirSync(new URL(`conformance/${name}/`, folder)).map((file) => `conformance/${name}/${file}`),
  );

  it('are read or refused with a reason, and never lose a row', () => {
    for (const file of files.filter((each) => !each.endsWith('.json'))) {
      try {
        const { rows: read, headerRow } = readSample(file);
        const rows = read.filter((row) => row.kind !== 'event' || (row.part?.index ?? 1) === 1);
        expect(rows.length + (headerRow === null ? 0 : 1)).toBe(Math.max(headerRow ?? 0, rows.at(-1)?.row ?? 0));
      } catch (error) {
        if (!(error instanceof OrganizerError)) throw new Error(`${file}: ${String(error)}`);
        expect([file, error.code]).toEqual([file, 'unreadable_input']);
        expect(error.message).toMatch(/^(?:“|No column of “).+\.$|\)\.$/);
      }
    }
  });
});
