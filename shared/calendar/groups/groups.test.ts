import { describe, expect, it } from 'vitest';
import { finish } from '../../steps.ts';
import type { ReadingOptions, ReadRow } from '../types.ts';
import { understand } from '../understand.ts';
import { readSectionDate } from './section-date.ts';

function read(lines: string[], options: Partial<ReadingOptions> = {}): ReadRow[] {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  return [...finish(understand(rows, { timeZone: 'Europe/Berlin', ...options })).readRows(rows)];
}

/** One line for each answer: `2 A 2027-05-03T20:00 filled_down`, `3 blank`, `4 invalid no_date`. */
function outline(lines: string[], options: Partial<ReadingOptions> = {}): string[] {
  return read(lines, options).map((row) => {
    if (row.kind === 'skipped') return `${row.row} ${row.reason}`;
    const codes = row.issues.map((issue) => issue.code);
    const what = row.kind === 'event' ? [row.fields.title, row.fields.startLocal] : ['invalid'];
    return [row.row, ...what, ...codes].join(' ');
  });
}

describe('a date that stands only in the first row of its group', () => {
  const sheet = [
    'Date|Time|Title',
    '03.05.2027|18:00|A',
    '|20:00|B',
    '|22:00|C',
    '04.05.2027|19:00|D',
    '05.05.2027|18:00|E',
    '|21:00|F',
  ];

  it('is taken over, with a warning that names the row', () => {
    expect(outline(sheet)).toEqual([
      '2 A 2027-05-03T18:00',
      '3 B 2027-05-03T20:00 filled_down',
      '4 C 2027-05-03T22:00 filled_down',
      '5 D 2027-05-04T19:00',
      '6 E 2027-05-05T18:00',
      '7 F 2027-05-05T21:00 filled_down',
    ]);
    const [, second] = read(sheet);
    expect(second?.kind === 'event' && second.issues[0]?.message).toMatch(/taken from row 2/);
  });

  it('is not taken over where the sheet repeats its dates: there a blank one is missing', () => {
    const repeating = ['Date|Time|Title', '03.05.2027|18:00|A', '03.05.2027|20:00|B', '|22:00|C', '04.05.2027|19:00|D'];
    expect(outline([...repeating, '04.05.2027|20:00|E', '|21:00|F'])[2]).toBe('4 invalid no_date');
  });

  it('is not taken over by events that have no time either: their date is not known', () => {
    expect(outline(['Date|Time|Title', '03.05.2027|18:00|A', '||B', '04.05.2027|19:00|D', '||E', '||F'])).toContain(
      '3 invalid no_date',
    );
  });

  it('is not taken over across an empty row that ends groups', () => {
    const lines = [
      'Date|Time|Title',
      '03.05.2027|18:00|A',
      '|20:00|B',
      '||',
      '04.05.2027|19:00|C',
      '|20:00|D',
      '||',
      '|21:00|E',
    ];
    expect(outline(lines).at(-1)).toBe('8 invalid no_date');
  });

  it('may be in parts: a day takes over its month', () => {
    const lines = ['Year|Month|Day|Time|Title', '2027|May|3|18:00|A', '||4|19:00|B', '||5|20:00|C', '|June|1|18:00|D'];
    expect(outline(lines)).toEqual([
      '2 A 2027-05-03T18:00',
      '3 B 2027-05-04T19:00 filled_down',
      '4 C 2027-05-05T20:00 filled_down',
      '5 D 2027-06-01T18:00 filled_down',
    ]);
  });
});

describe('a venue that stands only in the first row of its group', () => {
  it('is taken over where the dates start anew under each', () => {
    const rows = read([
      'Venue|Date|Time|Title',
      'Hall|03.05.2027|18:00|A',
      '|04.05.2027|18:00|B',
      '|05.05.2027|18:00|C',
      'Bar|03.05.2027|20:00|D',
      '|06.05.2027|20:00|E',
    ]);
    expect(rows.map((row) => row.kind === 'event' && row.fields.locationName)).toEqual([
      'Hall',
      'Hall',
      'Hall',
      'Bar',
      'Bar',
    ]);
  });

  it('is not taken over where a blank may be the own house', () => {
    const rows = read([
      'Venue|Date|Time|Title',
      'Hall|03.05.2027|18:00|A',
      '|04.05.2027|18:00|B',
      '|05.05.2027|18:00|C',
      'Bar|06.05.2027|20:00|D',
      '|07.05.2027|20:00|E',
    ]);
    expect(rows.map((row) => row.kind === 'event' && row.fields.locationName)).toEqual(['Hall', '', '', 'Bar', '']);
  });
});

describe('a heading that is a date', () => {
  it('gives the date to rows without one', () => {
    expect(
      outline([
        'Time|Title|Room',
        'Friday, 5 March 2027||',
        '18:00|A|Bar',
        '20:00|B|Bar',
        'Saturday, 6 March 2027||',
        '19:00|C|Bar',
      ]),
    ).toEqual([
      '2 heading',
      '3 A 2027-03-05T18:00 from_heading',
      '4 B 2027-03-05T20:00 from_heading',
      '5 heading',
      '6 C 2027-03-06T19:00 from_heading',
    ]);
  });

  it('gives month and year to days, and the year to dates', () => {
    expect(
      outline(['Date|Time|Title', 'March 2027||', 'Fri 5|18:00|A', 'Sat 6|20:00|B', 'April 2027||', 'Thu 1|18:00|C']),
    ).toEqual([
      '2 heading',
      '3 A 2027-03-05T18:00 from_heading',
      '4 B 2027-03-06T20:00 from_heading',
      '5 heading',
      '6 C 2027-04-01T18:00 from_heading',
    ]);
    expect(outline(['Date|Time|Title', 'März 2027||', '5. März|18:00|A', '2. April|18:00|B'])).toEqual([
      '2 heading',
      '3 A 2027-03-05T18:00 from_heading',
      '4 invalid no_year',
    ]);
    expect(outline(['Date|Time|Title', '2027||', 'March||', '5|18:00|A'])[2]).toBe('4 A 2027-03-05T18:00 from_heading');
  });

  it('never overrides what a row says', () => {
    expect(outline(['Date|Time|Title', 'March 2027||', '5 April 2028|18:00|A'])[1]).toBe('3 A 2028-04-05T18:00');
  });

  it('is over when another heading follows', () => {
    const lines = ['Time|Title|Room', 'Friday, 5 March 2027||', '18:00|A|Bar', 'Upstairs||', '20:00|B|Bar'];
    expect(outline(lines).slice(2)).toEqual(['4 heading', '5 invalid no_date']);
  });

  it.each<[string, unknown]>([
    ['March 2027', { year: 2027, month: 3, day: null }],
    ['maja 2027 r.', { year: 2027, month: 5, day: null }],
    ['2027年3月', { year: 2027, month: 3, day: null }],
    ['3월', { year: null, month: 3, day: null }],
    ['03/2027', { year: 2027, month: 3, day: null }],
    ['2027', { year: 2027, month: null, day: null }],
    ['March – April', null],
    ['Season 2026/27', null],
    ['Jazz in May', null],
  ])('“%s”', (text, expected) => {
    const section = readSectionDate(text, () => ({ kind: 'unreadable', code: 'unreadable_date' }));
    if (expected === null) expect(section).toBeNull();
    else expect(section).toMatchObject(expected as object);
  });
});

describe('a row that goes on with the row above', () => {
  it('adds its description', () => {
    const rows = read(['Date|Title|Description', '03.05.2027|A|First', '||second', '04.05.2027|B|']);
    expect(rows.map((row) => (row.kind === 'skipped' ? row.reason : row.kind))).toEqual([
      'event',
      'continuation',
      'event',
    ]);
    expect(rows[0]).toMatchObject({ fields: { description: 'First\nsecond' }, issues: [{ code: 'continued' }] });
  });

  it('adds the second line of a title that is not finished', () => {
    const lines = ['Date|Title|Room', '03.05.2027|The Lantern Quartet with|Bar', '|Anna Holm|', '04.05.2027|B|Bar'];
    expect(read(lines)[0]).toMatchObject({ fields: { title: 'The Lantern Quartet with Anna Holm' } });
    expect(read(['Date|Title|Room', '03.05.2027|Quartet|Bar', '|(late show)|', '04.05.2027|B|Bar'])[0]).toMatchObject({
      fields: { title: 'Quartet (late show)' },
    });
  });

  it('but a title that could stand for itself lost its date', () => {
    expect(outline(['Date|Title|Room', '03.05.2027|A|Bar', '|Summer Gala|', '04.05.2027|B|Bar'])[1]).toBe(
      '3 invalid no_date',
    );
  });
});

describe('a row that names several events', () => {
  const events = (lines: string[]) =>
    read(lines).map((row) =>
      row.kind === 'event' ? [row.row, row.sourceId, row.fields.startLocal, row.fields.endLocal, row.part] : row.kind,
    );

  it('gives each of its slots, with ids that stay', () => {
    expect(events(['id|Date|Time|Title', '7|03.05.2027|13:00-15:00 & 17:00-19:00|A'])).toEqual([
      [2, '7', '2027-05-03T13:00', '2027-05-03T15:00', { index: 1, of: 2 }],
      [2, '7#2', '2027-05-03T17:00', '2027-05-03T19:00', { index: 2, of: 2 }],
    ]);
  });

  it('gives each of its dates, with the end of each', () => {
    expect(events(['Date|Time|End time|Title', '3, 5 and 7 May 2027|20:00|01:00|A'])).toEqual([
      [2, null, '2027-05-03T20:00', '2027-05-04T01:00', { index: 1, of: 3 }],
      [2, null, '2027-05-05T20:00', '2027-05-06T01:00', { index: 2, of: 3 }],
      [2, null, '2027-05-07T20:00', '2027-05-08T01:00', { index: 3, of: 3 }],
    ]);
  });

  it('pairs starts and ends that are both listed', () => {
    expect(events(['Date|Start time|End time|Title', '03.05.2027|14:00 / 20:00|16:00 / 22:00|A'])).toEqual([
      [2, null, '2027-05-03T14:00', '2027-05-03T16:00', { index: 1, of: 2 }],
      [2, null, '2027-05-03T20:00', '2027-05-03T22:00', { index: 2, of: 2 }],
    ]);
  });

  it.each(['03.05.2027|14:00 / 20:00|22:00|A', '3, 5 and 7 May 2027|14:00 / 20:00||A', '28.03.2027|1:30 und 2:30||A'])(
    'is refused as a whole where one of them is in doubt: %s',
    (line) => {
      const rows = read(['Date|Start time|End time|Title', '01.01.2027|10:00|11:00|Z', line]);
      expect(rows.slice(1).map((row) => row.kind)).toEqual(['invalid']);
    },
  );
});
