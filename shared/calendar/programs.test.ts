import { describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import type { ReadingOptions } from './types.ts';
import { understand } from './understand.ts';

function read(lines: string[], options: Partial<ReadingOptions> = {}) {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understand(rows, { timeZone: 'Europe/Berlin', ...options }));
  return { ...calendar, rows: [...calendar.readRows(rows)] };
}

/** The start (and end) of the only row, or why it gives none. */
function when(header: string, line: string, options: Partial<ReadingOptions> = {}): unknown {
  const [row] = read([header, line], options).rows;
  if (row === undefined || row.kind === 'skipped') return row?.reason;
  if (row.kind === 'invalid') return row.issues.find(({ severity }) => severity === 'error')?.code;
  const { startLocal, endLocal, timeZone } = row.fields;
  return [startLocal, endLocal, ...(row.given.includes('timeZone') ? [timeZone] : [])].filter((each) => each !== null);
}

describe('clocks that people write', () => {
  it.each<[string, unknown]>([
    ['12 noon - 2pm', ['2027-03-14T12:00', '2027-03-14T14:00']],
    ['12 midnight', ['2027-03-14T00:00']],
    ['12 del mediodía', ['2027-03-14T12:00']],
    ['7.30 for 8pm', ['2027-03-14T20:00']],
    ['approx. 8pm', ['2027-03-14T20:00']],
    ['à partir de 18h', ['2027-03-14T18:00']],
    ['21,15', ['2027-03-14T21:15']],
    ['22,19', 'overlapping_times'],
    ['dalle 10 alle 18', ['2027-03-14T10:00', '2027-03-14T18:00']],
    ['с 12 до 18', ['2027-03-14T12:00', '2027-03-14T18:00']],
    ['10-18', ['2027-03-14T10:00', '2027-03-14T18:00']],
    ['10-20', 'half_of_day'],
    ['11-1', 'half_of_day'],
    ['22:00-02:00+1', ['2027-03-14T22:00', '2027-03-15T02:00']],
    ['19:30 - 01:00 (+1 day)', ['2027-03-14T19:30', '2027-03-15T01:00']],
    ['14:00 17:30', 'several_times'],
    ['evening', 'unreadable_time'],
    ['19.30.00', ['2027-03-14T19:30']],
  ])('%s', (time, expected) => {
    expect(when('Title|Date|Time', `A|2027-03-14|${time}`)).toEqual(expected);
  });

  it('three in a row without marks are a list', () => {
    const { rows } = read(['Film|Date|Showtimes', 'A|2027-03-14|14:00 17:30 21:00', 'B|2027-03-14|11:00 | 13:15']);
    expect(rows.map((row) => row.kind === 'event' && row.fields.startLocal?.slice(11))).toEqual([
      '14:00',
      '17:30',
      '21:00',
      '11:00',
    ]);
  });

  it('of a range of days are not two events of all those days', () => {
    expect(when('Title|Date|Time', 'A|1-15 March 2027|10:00-14:00 & 17:00-20:00')).toBe('several_times');
  });

  it('of a weekday over weeks repeat, and are no long event', () => {
    const header = 'Title|Start date|End date|Time|Weekday';
    expect(when(header, 'A|2027-03-01|2027-05-31|18:00-19:30|Mon')).toBe('recurring');
    expect(when(header, 'A|2027-03-01|2027-03-01|18:00-19:30|Mon')).toEqual(['2027-03-01T18:00', '2027-03-01T19:30']);
  });

  it('as fractions of a day, with a comma too', () => {
    expect(when('Title|Date|Time', 'A|2027-03-14|0,8125')).toEqual(['2027-03-14T19:30']);
  });

  it('with dots and seconds are no dates', () => {
    const { reading } = read(['Oggetto|Data inizio|Ora inizio', 'A|12/3/2027|19.30.00', 'B|13/3/2027|20.00.00']);
    expect(reading.columns.map(({ role }) => role)).toEqual(['title', 'startDate', 'startTime']);
  });

  it('a length that no event has is in milliseconds', () => {
    expect(when('Title|Date|Time|Duration', 'A|2027-03-14|19:00|7200000')).toEqual([
      '2027-03-14T19:00',
      '2027-03-14T21:00',
    ]);
  });
});

describe('dates that programs and people write', () => {
  it.each<[string, unknown]>([
    ['2027-W10-7', ['2027-03-14T00:00']],
    ['2027-073', ['2027-03-14T00:00']],
    ['R9.3.14', ['2027-03-14T00:00']],
    ['令和9年3月14日', ['2027-03-14T00:00']],
    ['14 III 2027', ['2027-03-14T00:00']],
    ['14.03.2027, вс', ['2027-03-14T00:00']],
    ['@March 14 2027', ['2027-03-14T00:00']],
    ['Palmsonntag, 14. März 2027', ['2027-03-14T00:00']],
    ['Sunday 14 March 2027, Easter Monday', ['2027-03-14T00:00']],
    ['Saturday 13 – Sunday 14 March 2027', ['2027-03-13T00:00', '2027-03-14T23:59']],
    ['Sun 14 March 2027, doors 7pm, show 8pm', ['2027-03-14T20:00']],
    ['2027年3月14日（日）開場18:30／開演19:00', ['2027-03-14T19:00']],
    ['13th - 14th March 2027', ['2027-03-13T00:00', '2027-03-14T23:59']],
    ['1805049000', ['2027-03-14T19:30']],
    ['1805049000000', ['2027-03-14T19:30']],
    ['March 14, 2027 7:30 PM (GMT+1) → 10:00 PM', ['2027-03-14T19:30', '2027-03-14T22:00']],
    ['March 14, 2027 1:30 PM GMT-05:00 → 3 PM', ['2027-03-14T19:30', '2027-03-14T21:00']],
    ['March 14, 2027 7:30 PM (GMT+1) → March 15, 2027 1:00 AM (GMT+1)', ['2027-03-14T19:30', '2027-03-15T01:00']],
    ['Sun Mar 14 2027 19:30:00 GMT+0100 (Central European Standard Time)', ['2027-03-14T19:30']],
    ['Sun Mar 14 19:30:00 CET 2027', ['2027-03-14T19:30', 'Europe/Berlin']],
    ['Sun Mar 14 19:30:00 2027', ['2027-03-14T19:30']],
    ['2027-03-14 19:30 EST', ['2027-03-14T19:30', 'America/New_York']],
    ['2027-03-14T19:30 America/New_York', ['2027-03-14T19:30', 'America/New_York']],
    ['2027-03-14T19:30:00+01:00[Europe/Vienna]', ['2027-03-14T19:30', 'Europe/Vienna']],
    ['3/14/2027 7:30 PM (GMT-05:00) Eastern Time (US & Canada)', ['2027-03-14T19:30', 'America/New_York']],
    ['14.3.2027 19:30 (UTC+01:00) Amsterdam, Berlin, Bern', ['2027-03-14T19:30', 'Europe/Amsterdam']],
    ['2027-03-28T02:30 Europe/Berlin', 'dst_gap'],
    ['Spring 2027', 'unreadable_date'],
    ['Foo 13.3.2027', 'unreadable_date'],
  ])('%s', (date, expected) => {
    expect(when('Title|Date|Venue', `A|${date}|Hall`)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['7:30 PM EST', ['2027-07-14T19:30', 'America/New_York']],
    ['7:30 PM - 10 PM PDT', ['2027-07-14T19:30', '2027-07-14T22:00', 'America/Los_Angeles']],
    ['19:30 CET', ['2027-07-14T19:30', 'Europe/Berlin']],
  ])('a zone beside the time: %s', (time, expected) => {
    expect(when('Title|Date|Time', `A|2027-07-14|${time}`)).toEqual(expected);
  });

  it('a season above the table gives each half its year; July needs a weekday', () => {
    const lines = ['Sat 12 Sept|A', '15 January|B', 'Mon 5 July|C', '5 July|D'];
    const { rows } = read(['Programme 2026-27|', 'Date|Event', ...lines]);
    expect(rows.slice(1).map((row) => (row.kind === 'event' ? row.fields.startLocal?.slice(0, 10) : row.kind))).toEqual(
      ['2026-09-12', '2027-01-15', '2027-07-05', 'invalid'],
    );
  });
});

it('midnights that stand for no time are none, also beside a real clock', () => {
  const rest = Array.from({ length: 30 }, (_unused, index) => `B${index}|2027-03-14 00:00|19:00|2027-03-14 23:59`);
  const { rows } = read(['Title|Date|Time|End', 'A|2027-03-14 00:00|19:00|2027-03-14 22:00', ...rest]);
  expect(rows.slice(0, 2).map((row) => row.kind === 'event' && row.fields.endLocal)).toEqual([
    '2027-03-14T22:00',
    null,
  ]);
});

describe('the day in the title of a sheet', () => {
  const starts = (lines: string[]) =>
    read(lines).rows.flatMap((row) =>
      row.kind === 'skipped' ? [] : row.kind === 'event' ? [row.fields.startLocal] : [row.kind],
    );

  it('is that of all rows, until another heading', () => {
    expect(
      starts([
        'MAIN STAGE - Saturday 10 July 2027||',
        'Start|End|Artist',
        '14:00|14:45|A',
        'CLUB - Sunday 11 July 2027||',
        'Start|End|Artist',
        '15:00|16:00|B',
      ]),
    ).toEqual(['2027-07-10T14:00', '2027-07-11T15:00']);
  });

  it('may be a month, for days with their weekday', () => {
    const lines = [
      'März 2027||',
      'Tag|Zeit|Titel',
      'Fr 12.|20 Uhr|A',
      'Sa 13.|20 Uhr|B',
      'April 2027||',
      'Fr 2.|19:30|C',
    ];
    expect(starts(lines)).toEqual(['2027-03-12T20:00', '2027-03-13T20:00', '2027-04-02T19:30']);
  });

  it('is not the day on which the file was made, nor one of several', () => {
    expect(starts(['Exported: 10.07.2027||', 'Start|End|Artist', '14:00|14:45|A'])).toEqual(['invalid']);
    expect(starts(['10 July 2027 - 12 July 2027||', 'Start|End|Artist', '14:00|14:45|A'])).toEqual(['invalid']);
  });
});

describe('columns of programs', () => {
  it('a start with its time comes before a day alone', () => {
    const header = 'Event name|Event date|Event start|Event end|Timezone|Venue';
    const line = 'A|Fri, 12 Mar 2027|Fri, 12 Mar 2027, 7:30pm|Fri, 12 Mar 2027, 9:30pm|Australia/Melbourne|Hall';
    expect(when(header, line)).toEqual(['2027-03-12T19:30', '2027-03-12T21:30', 'Australia/Melbourne']);
  });

  it('names with what a database puts around them, and names that give a choice', () => {
    const { reading } = read([
      'nid|title|field_date|field_date_end_value|field_location',
      '1|A|2027-03-14 19:30|2027-03-14 21:00|Hall',
    ]);
    expect(reading.columns.map(({ role }) => role)).toEqual(['sourceId', 'title', 'start', 'end', 'locationName']);
    const choices = read(['Title|Date/Time|Room/Location|Created/Updated', 'A|2027-03-14 19:30|Hall|x']);
    expect(choices.reading.columns.map(({ role }) => role)).toEqual(['title', 'start', 'locationName', 'ignore']);
  });

  it('two teams make one title', () => {
    const { rows } = read(['Date|KO|Home|Away|Venue', '2027-03-14|15:00|Rovers|City|Home Park']);
    expect(rows[0]).toMatchObject({ fields: { title: 'Rovers – City', locationName: 'Home Park' } });
  });

  it('a German “Ort” beside a venue is the town', () => {
    const { rows } = read(['Name|Datum|Veranstaltungsort|Ort', 'A|14.03.2027|Marktplatz|Mainz']);
    expect(rows[0]).toMatchObject({ fields: { locationName: 'Marktplatz', placeName: 'Mainz' } });
    expect(read(['Name|Datum|Ort', 'A|14.03.2027|Halle']).rows[0]).toMatchObject({ fields: { locationName: 'Halle' } });
  });

  it('countries by name', () => {
    const cells = ['Germany', 'Deutschland', 'Royaume-Uni', 'USA', 'at', 'Atlantis'];
    const { rows } = read(['Title|Date|Country', ...cells.map((cell) => `A|2027-03-14|${cell}`)]);
    expect(rows.map((row) => row.kind === 'event' && row.fields.countryCode)).toEqual([
      'DE',
      'DE',
      'GB',
      'US',
      'AT',
      null,
    ]);
  });

  it('a ticket address without its beginning', () => {
    const { rows } = read(['Title|Date|Ticket URL', 'A|2027-03-14|tickets.example.com/a']);
    expect(rows[0]).toMatchObject({ fields: { offers: [{ url: 'https://tickets.example.com/a' }] } });
  });

  it('the line of a Markdown table is a heading', () => {
    const { rows } = read(['Title|Date|Time', '-----|:---:|-----', 'A|2027-03-14|19:30']);
    expect(rows.map(({ kind }) => kind)).toEqual(['skipped', 'event']);
  });
});

it('a column of codes is no title', () => {
  const { reading } = read(['Code|Thing|Date', '271-101|Yoga|2027-03-14', '271-102|Chess|2027-03-15']);
  expect(reading.columns.map(({ role }) => role)).toEqual(['ignore', 'title', 'startDate']);
});

describe('what is called off', () => {
  it.each(['Cancelled', 'abgesagt', 'Annulé', '中止'])('“%s” in a column of states is left out', (word) => {
    const { rows } = read([
      'Title|Date|Status',
      'A|2027-03-14|Confirmed',
      'B|2027-03-15|Sold out',
      `C|2027-03-16|${word}`,
    ]);
    expect(rows.map((row) => (row.kind === 'skipped' ? row.reason : row.kind))).toEqual([
      'event',
      'event',
      'cancelled',
    ]);
  });

  it('a flag says it too, and so does a column of drafts', () => {
    expect(when('Title|Date|Is cancelled', 'A|2027-03-14|true')).toBe('cancelled');
    expect(when('Title|Date|Is cancelled', 'A|2027-03-14|false')).toEqual(['2027-03-14T00:00']);
    const { rows } = read([
      'Title|Date|Status',
      'A|2027-03-14|draft',
      'B|2027-03-15|published',
      'C|2027-03-16|canceled',
    ]);
    expect(rows.map((row) => (row.kind === 'event' ? row.fields.publishAs : row.kind))).toEqual([
      'draft',
      'published',
      'skipped',
    ]);
  });

  it('what was put off, and a title that says it, are told and kept', () => {
    const codes = (line: string) => {
      const [row] = read(['Title|Date|Status', line, 'Z|2027-03-20|confirmed']).rows;
      return row?.kind === 'event' ? row.issues.map(({ code }) => code) : [];
    };
    expect(codes('A|2027-03-14|verschoben')).toEqual(['postponed']);
    expect(codes('CANCELLED: A|2027-03-14|confirmed')).toEqual(['says_cancelled']);
    expect(codes('A (abgesagt)|2027-03-14|confirmed')).toEqual(['says_cancelled']);
    expect(codes('A - GEANNULEERD -|2027-03-14|confirmed')).toEqual(['says_cancelled']);
    expect(codes('GEANNULEERD Ensemble|2027-03-14|confirmed')).toEqual(['says_cancelled']);
    expect(codes('Cancelled Culture|2027-03-14|confirmed')).toEqual([]);
    expect(codes('CANCELLED CULTURE|2027-03-14|confirmed')).toEqual([]);
    expect(codes('A|2027-03-14|confirmed')).toEqual([]);
  });
});

describe('grids', () => {
  const kind = (lines: string[]) => read(lines).grid?.kind ?? null;
  it('of weekdays, dates or places are seen', () => {
    expect(kind(['|Monday|Tuesday|Wednesday', '09:00|Yoga|Chess|Yoga', '18:00|Choir||Film'])).toBe('days');
    expect(kind(['Film|Fri 12 Mar|Sat 13 Mar|Sun 14 Mar', 'A|14:00, 17:30|14:00|', 'B|11:00|11:00|13:00'])).toBe(
      'days',
    );
    expect(kind(['March 2027||||', 'Mo|Di|Mi|Do|Fr', '1|2|3|4|5', '|Quiz|||Konzert'])).toBe('days');
    expect(kind(['Date|Time|Main Stage|Club Stage', '2027-07-10|14:00|Foxes|Anna', '2027-07-10|15:00|Moon|Ben'])).toBe(
      'places',
    );
    expect(kind(['Datum|Großer Saal|Kleiner Saal', '13.03.2027|Oper|Lesung'])).toBe('places');
  });

  it('are not suspected in lists', () => {
    expect(kind(['Title|Date|Main Hall|Room 2', 'A|2027-03-14|x|y'])).toBeNull();
    expect(kind(['Course|Start|Mon|Tue|Wed', 'A|2027-03-14|x||x'])).toBeNull();
    expect(kind(['12/03/2027|19:30|Concert|Hall', '13/03/2027|20:00|Film|Hall'])).toBeNull();
    expect(kind(['A|2027-03-12|2027-03-14|2027-03-20|Hall', 'B|2027-03-13|2027-03-15|2027-03-21|Hall'])).toBeNull();
  });
});
