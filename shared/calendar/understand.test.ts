import { describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import type { ReadingOptions, ReadRow } from './types.ts';
import { understand as understandRows } from './understand.ts';

const defaults: ReadingOptions = { timeZone: 'Europe/Berlin' };

function understand(lines: string[], options: Partial<ReadingOptions> = {}) {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understandRows(rows, { ...defaults, ...options }));
  return { ...calendar, rows: [...calendar.readRows(rows)] };
}

function only(lines: string[], options: Partial<ReadingOptions> = {}): ReadRow {
  const last = understand(lines, options).rows.at(-1);
  if (last === undefined) throw new Error('no row');
  return last;
}

const codes = (row: ReadRow) => (row.kind === 'skipped' ? [] : row.issues.map((issue) => issue.code));

function times(lines: string[], options: Partial<ReadingOptions> = {}): unknown {
  const row = only(lines, options);
  return row.kind === 'event' ? [row.fields.startLocal, row.fields.endLocal, ...codes(row)] : [row.kind, ...codes(row)];
}

describe('a time in several columns', () => {
  it.each<[string, string, unknown[]]>([
    ['title|date|hour|minute|am/pm', 'A|2027-05-03|7|30|PM', ['2027-05-03T19:30', null]],
    ['title|date|hour|minute|am/pm', 'A|2027-05-03|7||pm', ['2027-05-03T19:00', null]],
    ['title|date|hour|minute|am/pm', 'A|2027-05-03|12|5|am', ['2027-05-03T00:05', null]],
    ['title|date|hour|minute|am/pm', 'A|2027-05-03|||', ['2027-05-03T00:00', null, 'no_time']],
    ['title|date|hour|minute', 'A|2027-05-03|19|05', ['2027-05-03T19:05', null]],
    ['title|date|time|am/pm', 'A|2027-05-03|8:00|p.m.', ['2027-05-03T20:00', null]],
    ['title|date|time|am/pm', 'A|2027-05-03|8:00 am|AM', ['2027-05-03T08:00', null]],
    [
      'title|date|start hour|start minute|start am pm|end hour|end minute|end am pm',
      'A|2027-05-03|8|15|PM|10|45|PM',
      ['2027-05-03T20:15', '2027-05-03T22:45'],
    ],
    ['title|date|hour|minute', 'A|2027-05-03|31|05', ['invalid', 'unreadable_time']],
  ])('%s: %s', (header, row, expected) => {
    expect(times([header, row, row])).toEqual(expected);
  });
});

describe('when an event is', () => {
  const header = 'title|date|start|end';
  it.each<[string, unknown[]]>([
    ['A|2027-05-03|20:00|22:30', ['2027-05-03T20:00', '2027-05-03T22:30']],
    ['A|2027-05-03|22:00|01:30', ['2027-05-03T22:00', '2027-05-04T01:30']],
    ['A|2027-05-03|20:00|', ['2027-05-03T20:00', null]],
    ['A|2027-05-03|18 - 22 Uhr|', ['2027-05-03T18:00', '2027-05-03T22:00']],
    ['A|2027-05-03|25:30|27:00', ['2027-05-04T01:30', '2027-05-04T03:00']],
    ['A|2027-05-03||', ['2027-05-03T00:00', null, 'no_time']],
    ['A|2027-05-03|TBA|', ['2027-05-03T00:00', null, 'time_unknown']],
    ['A|2027-05-03|10:54|00:19', ['2027-05-03T10:54', '2027-05-04T00:19', 'long_past_midnight']],
    ['A|2027-05-03|20:00|late', ['2027-05-03T20:00', null, 'unreadable_end']],
    ['A|2027-05-03|RON|22:00', ['invalid', 'unreadable_time']],
    ['A|3 May|20:00|', ['invalid', 'no_year']],
    ['A|2027-02-30|20:00|', ['invalid', 'impossible_date']],
    ['A|0207-02-03|20:00|', ['invalid', 'impossible_date']],
    ['A||20:00|', ['invalid', 'no_date']],
    ['|2027-05-03|20:00|', ['invalid', 'no_title']],
    ['A|Mo 04.05.2027|20:00|', ['2027-05-04T20:00', null, 'weekday_mismatch']],
    ['A|2027-03-28|02:30|', ['invalid', 'dst_gap']],
    ['A|2027-03-28|01:00|02:30', ['invalid', 'dst_gap']],
    ['A|2027-10-31|02:30|', ['2027-10-31T02:30', null, 'dst_overlap']],
  ])('%s', (line, expected) => expect(times([header, 'Z|2027-01-01|20:00|22:00', line])).toEqual(expected));

  it('reads ends with dates of their own', () => {
    const lines = ['title|start date|start time|end date|end time'];
    expect(times([...lines, 'A|01/05/2027|10:00|03/05/2027|18:00'])).toEqual(['2027-05-01T10:00', '2027-05-03T18:00']);
    expect(times([...lines, 'A|01/05/2027|22:00|01/05/2027|02:00'])).toEqual(['2027-05-01T22:00', '2027-05-02T02:00']);
    expect(times([...lines, 'A|01/05/2027|10:00|03/05/2027|'])).toEqual([
      '2027-05-01T10:00',
      '2027-05-03T23:59',
      'no_end_time',
    ]);
    expect(times([...lines, 'A|01/05/2027|10:00||18:00'])).toEqual(['2027-05-01T10:00', '2027-05-01T18:00']);
    expect(times([...lines, 'A|03/05/2027|10:00|01/05/2027|18:00'])).toEqual(['invalid', 'end_before_start']);
  });

  it('adds a duration', () => {
    expect(times(['title|date|time|duration', 'A|2027-05-03|23:30|90'])).toEqual([
      '2027-05-03T23:30',
      '2027-05-04T01:00',
    ]);
    expect(times(['title|date|time|Duration (hours)', 'A|2027-05-03|20:00|2'])).toEqual([
      '2027-05-03T20:00',
      '2027-05-03T22:00',
    ]);
  });

  it('obeys the all-day flag', () => {
    const header5 = 'title|start date|start time|end date|all day';
    expect(times([header5, 'B|2027-05-01|10:00||no', 'A|2027-05-03|||TRUE'])).toEqual(['2027-05-03T00:00', null]);
    expect(times([header5, 'B|2027-05-01|10:00||no', 'A|2027-05-03||2027-05-05|yes'])).toEqual([
      '2027-05-03T00:00',
      '2027-05-05T23:59',
    ]);
    expect(times([header5, 'B|2027-05-01|10:00||no', 'A|2027-05-03|10:00||1'])).toEqual([
      '2027-05-03T00:00',
      null,
      'all_day_with_times',
    ]);
  });

  it('turns instants into the wall clock of the row’s zone', () => {
    const header3 = 'title|start_at|end_at|timezone';
    expect(times([header3, 'A|2027-05-03T22:00:00Z|2027-05-04T02:00:00Z|America/Buenos_Aires'])).toEqual([
      '2027-05-03T19:00',
      '2027-05-03T23:00',
    ]);
    const later = only([header3, 'A|2027-10-31T01:30:00Z|2027-10-31T02:00:00Z|']);
    expect(later).toMatchObject({
      fields: { startLocal: '2027-10-31T02:30', startFold: 'later', endLocal: '2027-10-31T03:00' },
    });
  });

  it('refuses offsets and unknown names as zones', () => {
    const lines = ['title|date|time|timezone', 'A|2027-05-03|20:00|UTC', 'A|2027-05-03|20:00|Europe/Nicosia'];
    expect(times([...lines, 'A|2027-05-03|20:00|UTC+3:30'])).toEqual(['invalid', 'unknown_zone']);
    expect(times([...lines, 'A|2027-05-03|20:00|Mars/Olympus'])).toEqual(['invalid', 'unknown_zone']);
    expect(only(lines)).toMatchObject({ fields: { timeZone: 'Europe/Nicosia' } });
  });

  it('takes a year from its own column or from above the table, and says so', () => {
    expect(times(['title|date|time|year', 'A|3 May|20:00|2027'])).toEqual(['2027-05-03T20:00', null]);
    const file = ['Programme 2027||', 'title|date|time', 'A|3 May|20:00'];
    expect(times(file)).toEqual(['2027-05-03T20:00', null]);
    expect(understand(file).reading.issues.map((issue) => issue.code)).toEqual(['year_from_title']);
  });

  it('reads midnights that a database wrote as dates', () => {
    expect(times(['title|date', 'B|2027-05-01 00:00:00', 'A|2027-05-03 00:00:00'])).toEqual(['2027-05-03T00:00', null]);
    expect(only(['title|date', 'A|2027-05-03 00:00:00'])).toMatchObject({ fields: { allDay: true } });
  });

  it('splits a time from the venue’s cell', () => {
    expect(only(['title|date|venue', 'A|2027-05-03|Tata Theatre 7pm'])).toMatchObject({
      fields: { startLocal: '2027-05-03T19:00', locationName: 'Tata Theatre' },
      issues: [{ code: 'time_from_venue' }],
    });
  });
});

describe('a venue in another cell', () => {
  it.each([
    ['Town Hall, 7:30 PM', 'Town Hall', '19:30'],
    ['Blue Note @ 9pm', 'Blue Note', '21:00'],
    ['8:00 PM - The Barn', 'The Barn', '20:00'],
    ['Main Hall 19.30 Uhr', 'Main Hall', '19:30'],
  ])('with its time: %s', (cell, locationName, time) => {
    expect(only(['title|date|venue', `A|2027-05-03|${cell}`])).toMatchObject({
      fields: { startLocal: `2027-05-03T${time}`, locationName },
    });
  });

  it.each(['Room 12', '1a Town Hall', 'Studio 54', 'Pier 7-9'])(
    'is left alone where the number is its name: %s',
    (cell) => {
      expect(only(['title|date|venue', `A|2027-05-03|${cell}`])).toMatchObject({
        fields: { allDay: true, locationName: cell },
      });
    },
  );

  it('with its date, where the sign says so', () => {
    expect(only(['title|date|room', 'B|2027-05-01|', 'A|3 May 2027 20:00 @ Town Hall|'])).toMatchObject({
      fields: { startLocal: '2027-05-03T20:00', locationName: 'Town Hall' },
      given: ['title', 'startLocal', 'allDay', 'locationName'],
      issues: [{ code: 'venue_from_date' }],
    });
    expect(only(['title|date|room', 'B|2027-05-01|', 'A|3 May 2027, Town Hall|'])).toMatchObject({ kind: 'invalid' });
  });
});

describe('the row that names the columns, when the person says which', () => {
  const lines = ['title|date|place', 'name|day|where', 'A|2027-05-03|Bar', 'B|2027-05-04|Hall'];

  it('is that row; what stands above is no event', () => {
    expect(understand(lines).reading.headerRow).toBe(1);
    const { reading, rows, headers } = understand(lines, { headerRow: 2 });
    expect(reading.headerRow).toBe(2);
    expect(headers).toEqual(['name', 'day', 'where']);
    expect(rows.map((row) => [row.row, row.kind])).toEqual([
      [1, 'skipped'],
      [3, 'event'],
      [4, 'event'],
    ]);
  });

  it('is none with 0: every row holds values', () => {
    const { reading, rows } = understand(lines.slice(2), { headerRow: 0 });
    expect(reading.headerRow).toBeNull();
    expect(rows.map((row) => row.row)).toEqual([1, 2]);
  });

  it('has to be there', () => {
    expect(() => understand(lines, { headerRow: 5 })).toThrow('Row 5 cannot name the columns');
  });
});

describe('which rows are events', () => {
  it('accounts for titles, blanks, types, headings and repeated headers', () => {
    const { rows, reading } = understand([
      '||',
      'The Lantern Room||',
      'title|date|room',
      'text|date|text',
      'May||',
      'A|2027-05-03|Bar',
      '||',
      '#N/A||',
      'title|date|room',
      'B|2027-05-04|Bar',
      'Total: 2 events||',
      'Total|2|1.200 €',
    ]);
    expect(reading.headerRow).toBe(3);
    expect(rows.map((row) => (row.kind === 'skipped' ? row.reason : row.kind))).toEqual([
      'preamble',
      'preamble',
      'heading',
      'heading',
      'event',
      'blank',
      'blank',
      'heading',
      'event',
      'heading',
      'heading',
    ]);
    expect(rows.map((row) => row.row)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('never skips a title that lost its date, or a date that lost its title', () => {
    const { rows } = understand([
      'title|date|room',
      'Summer Gala||',
      '|2027-05-03|',
      'A|2027-05-04|Bar',
      'Autumn 2027||',
      '|03 May 2027|',
      'Friday||',
      '-----||',
    ]);
    expect(rows.map((row) => (row.kind === 'skipped' ? row.reason : row.kind))).toEqual([
      'invalid',
      'invalid',
      'event',
      'heading',
      'invalid',
      'heading',
      'heading',
    ]);
  });

  it('says what lacks', () => {
    expect(understand(['title|date|room']).lack).toBe('rows');
    expect(understand(['title|room', 'A|Bar']).lack).toBe('date');
    expect(understand(['a|b|c', '1|2|3']).lack).toBe('title_and_date');
  });

  it('tells a short row and surplus cells', () => {
    const { rows, reading } = understand(['title|date|room', 'A|2027-05-03', 'B|2027-05-04|Bar|lost']);
    expect(reading.issues.map((issue) => issue.code)).toEqual(['short_rows']);
    expect(rows.map(codes)).toEqual([[], ['extra_cells']]);
  });
});

describe('columns', () => {
  const roles = (lines: string[], options: Partial<ReadingOptions> = {}) =>
    understand(lines, options).reading.columns.map((column) => column.role);

  it('are found by content without a header', () => {
    expect(
      roles([
        '2027-05-03|20:00|Spring concert|https://example.org/1',
        '2027-05-04|21:00|Film night|https://example.org/2',
      ]),
    ).toEqual(['startDate', 'startTime', 'title', 'offerUrl']);
  });

  it('follow their cells when the name leaves it open', () => {
    expect(roles(['Name|Start|Ende', 'A|03.05.2027 20:00|03.05.2027 22:00'])).toEqual(['title', 'start', 'end']);
    expect(roles(['Name|Datum|Beginn|Ende', 'A|03.05.2027|20:00|22:00'])).toEqual([
      'title',
      'startDate',
      'startTime',
      'endTime',
    ]);
    expect(roles(['Day|Date|Vessel', 'Mon|05/03/2027|Dawn', 'Tue|05/04/2027|Dusk'])).toEqual([
      'weekday',
      'startDate',
      'title',
    ]);
  });

  it('do not take the time of the doors for the start', () => {
    expect(roles(['Title|Date|Doors|Show time', 'A|2027-05-03|19:00|20:00'])).toEqual([
      'title',
      'startDate',
      'ignore',
      'startTime',
    ]);
  });

  it('obey a mapping', () => {
    const mapping = {
      columns: { Foo: 'title', Title: 'description', When: 'startDate', Nope: 'capacity' } as const,
      dateOrder: 'mdy' as const,
    };
    const { reading, rows } = understand(['Foo|Title|When', 'A|B|01/02/2027'], { mapping });
    expect(reading.columns.map((column) => column.role)).toEqual(['title', 'description', 'startDate']);
    expect(reading).toMatchObject({
      dateOrder: 'mdy',
      dateOrderReason: 'given',
      issues: [{ code: 'unknown_column', column: 'Nope' }],
    });
    expect(rows[0]).toMatchObject({ fields: { title: 'A', description: 'B', startLocal: '2027-01-02T00:00' } });
  });

  it('give a reason each', () => {
    for (const column of understand(['Title|Date|Foo|Empty', 'A|2027-05-03|7|']).reading.columns)
      expect(column.reason).toMatch(/\w{3}/);
  });
});

describe('fields', () => {
  const options = { channelId: 101, placeId: 'place-1', placeName: 'Town', countryCode: 'DE', classification: 'music' };

  it('come from the row, then from the defaults; `given` lists those of the row', () => {
    const full = only(
      [
        'id|title|date|time|venue|category|ticket url|capacity|description',
        '7|A|2027-05-03|20:00|Bar|Live Music, Café-Théâtre|https://example.org/t|120|Text',
      ],
      options,
    );
    expect(full).toMatchObject({
      sourceId: '7',
      fields: {
        classifications: ['live-music', 'cafe-theatre'],
        channelId: 101,
        placeId: 'place-1',
        placeName: 'Town',
        countryCode: 'DE',
        locationName: 'Bar',
        capacity: 120,
        description: 'Text',
        offers: [{ name: 'Tickets', url: 'https://example.org/t', availability: 'available' }],
      },
    });
    expect(full.kind === 'event' && full.given).toEqual([
      'title',
      'startLocal',
      'allDay',
      'description',
      'locationName',
      'classifications',
      'offers',
      'capacity',
    ]);
    const bare = only(['title|date', 'A|2027-05-03'], options);
    expect(bare).toMatchObject({ fields: { classifications: ['music'] }, given: ['title', 'startLocal', 'allDay'] });
  });

  it('are left out with a warning when they are unreadable', () => {
    const row = only(
      [
        'id|title|date|url|capacity',
        '1|B|2027-05-02|https://example.org|5',
        '2|C|2027-05-02|https://example.org|5',
        '1.6E+11|A|2027-05-03|soon|many',
      ],
      options,
    );
    expect(codes(row)).toEqual(['not_a_link', 'unreadable_number', 'id_rounded']);
    expect(row).toMatchObject({ kind: 'event', sourceId: null, fields: { offers: [], capacity: null } });
  });

  it('say it when one place id stands for many named places', () => {
    expect(
      understand(['title|date|city', 'A|2027-05-03|Oslo'], options).reading.issues.map((issue) => issue.code),
    ).toEqual(['one_place_for_all']);
  });
});
