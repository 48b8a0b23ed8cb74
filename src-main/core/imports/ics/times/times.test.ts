import { describe, expect, test } from 'vitest';
import { calendar, event, read, readOne } from '../testing/ics-text.ts';

/** Start, end, zone, whole day. */
const times = (lines: string[], zone = 'Europe/Berlin') => {
  const { startLocal, endLocal, timeZone, allDay } = readOne(lines, { timeZone: zone }).fields;
  return [startLocal, endLocal, timeZone, allDay];
};
const codes = (lines: string[]) => readOne(lines).issues.map((issue) => issue.code);

describe('the start and the end', () => {
  test.each([
    [
      'UTC is shown in the chosen zone',
      ['DTSTART:20270601T180000Z', 'DTEND:20270601T200000Z'],
      ['2027-06-01T20:00', '2027-06-01T22:00', 'Europe/Berlin', false],
    ],
    ['floating is in the chosen zone', ['DTSTART:20270601T200000'], ['2027-06-01T20:00', null, 'Europe/Berlin', false]],
    [
      'a zone is kept',
      ['DTSTART;TZID=America/New_York:20270601T200000', 'DURATION:PT1H30M'],
      ['2027-06-01T20:00', '2027-06-01T21:30', 'America/New_York', false],
    ],
    [
      'UTC with a zone is shown in that zone',
      ['DTSTART;TZID=Asia/Tokyo:20270601T180000Z'],
      ['2027-06-02T03:00', null, 'Asia/Tokyo', false],
    ],
    [
      'an end in another zone',
      ['DTSTART;TZID=Europe/Paris:20270601T200000', 'DTEND;TZID=Europe/London:20270601T210000'],
      ['2027-06-01T20:00', '2027-06-01T22:00', 'Europe/Paris', false],
    ],
    ['an offset is an instant', ['DTSTART:20270601T200000+0000'], ['2027-06-01T22:00', null, 'Europe/Berlin', false]],
    [
      'ISO 8601',
      ['DTSTART:2027-06-01T20:00:00', 'DTEND:2027-06-01 23:00'],
      ['2027-06-01T20:00', '2027-06-01T23:00', 'Europe/Berlin', false],
    ],
    ['no seconds', ['DTSTART:20270601T2000'], ['2027-06-01T20:00', null, 'Europe/Berlin', false]],
    ['24:00', ['DTSTART:20270601T240000'], ['2027-06-02T00:00', null, 'Europe/Berlin', false]],
    [
      'a whole day, its end exclusive',
      ['DTSTART;VALUE=DATE:20270601', 'DTEND;VALUE=DATE:20270602'],
      ['2027-06-01T00:00', null, 'Europe/Berlin', true],
    ],
    [
      'whole days',
      ['DTSTART;VALUE=DATE:20270601', 'DTEND;VALUE=DATE:20270604'],
      ['2027-06-01T00:00', '2027-06-03T23:59', 'Europe/Berlin', true],
    ],
    ['a date without VALUE', ['DTSTART:20270601'], ['2027-06-01T00:00', null, 'Europe/Berlin', true]],
    [
      'VALUE=DATE with a time',
      ['DTSTART;VALUE=DATE:20270601T000000'],
      ['2027-06-01T00:00', null, 'Europe/Berlin', true],
    ],
    [
      'whole days as a duration',
      ['DTSTART;VALUE=DATE:20270601', 'DURATION:P2D'],
      ['2027-06-01T00:00', '2027-06-02T23:59', 'Europe/Berlin', true],
    ],
    [
      'whole days as Outlook marks them',
      ['DTSTART:20270601T000000', 'DTEND:20270603T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'],
      ['2027-06-01T00:00', '2027-06-02T23:59', 'Europe/Berlin', true],
    ],
    [
      'zero length is an open end',
      ['DTSTART:20270601T200000', 'DTEND:20270601T200000'],
      ['2027-06-01T20:00', null, 'Europe/Berlin', false],
    ],
    [
      'a zero-length day',
      ['DTSTART;VALUE=DATE:20270601', 'DTEND;VALUE=DATE:20270601'],
      ['2027-06-01T00:00', null, 'Europe/Berlin', true],
    ],
    [
      'past midnight',
      ['DTSTART:20270601T220000', 'DTEND:20270602T050000'],
      ['2027-06-01T22:00', '2027-06-02T05:00', 'Europe/Berlin', false],
    ],
  ] as const)('%s', (_name, lines, expected) => {
    expect(times([...lines])).toEqual(expected);
  });

  test.each([
    [['DTEND:20270601T200000'], 'no_date'],
    [['DTSTART:soon'], 'unreadable_date'],
    [['DTSTART:20270231T200000'], 'unreadable_date'],
    [['DTSTART:20270601T200000', 'DTEND:20270601T190000'], 'end_before_start'],
    [['DTSTART;VALUE=DATE:20270603', 'DTEND;VALUE=DATE:20270601'], 'end_before_start'],
    [['DTSTART:20270601T200000', 'DTEND:late'], 'unreadable_date'],
    [['DTSTART:20270601T200000', 'DURATION:two hours'], 'unreadable_duration'],
    [['DTSTART:20270601T200000', 'DURATION:-PT1H'], 'unreadable_duration'],
  ])('%o is invalid: %s', (lines, code) => {
    expect(read(calendar(...event(...lines))).rows).toMatchObject([{ kind: 'invalid', row: 4, issues: [{ code }] }]);
  });

  test('what is not alike or looks like a whole day in UTC is told', () => {
    expect(codes(['DTSTART;VALUE=DATE:20270601', 'DTEND:20270602T120000'])).toEqual(['mixed_dates']);
    expect(codes(['DTSTART:20270601T200000', 'DTEND;VALUE=DATE:20270602'])).toEqual(['mixed_dates']);
    expect(codes(['DTSTART:20270601T000000Z', 'DTEND:20270603T000000Z'])).toEqual(['utc_midnight']);
    expect(codes(['DTSTART:20270601T000000Z', 'DTEND:20270601T020000Z'])).toEqual([]);
  });
});

describe('when the clocks change', () => {
  const start = (written: string) => readOne([`DTSTART;TZID=Europe/Berlin:${written}`, 'DURATION:PT1H']);

  test('a time that they jump over is moved as RFC 5545 says, and told', () => {
    const { fields, issues } = start('20270328T023000');
    expect([fields.startLocal, fields.endLocal]).toEqual(['2027-03-28T03:30', '2027-03-28T04:30']);
    expect(issues.map((issue) => issue.code)).toEqual(['dst_gap']);
  });

  test('of a time that comes twice the earlier is taken, and told; an instant knows which it is', () => {
    const { fields, issues } = start('20271031T023000');
    expect([fields.startLocal, fields.startFold]).toEqual(['2027-10-31T02:30', 'earlier']);
    expect(issues.map((issue) => issue.code)).toEqual(['dst_overlap']);
    const later = readOne(['DTSTART:20271031T013000Z']);
    expect([later.fields.startLocal, later.fields.startFold, later.issues]).toEqual(['2027-10-31T02:30', 'later', []]);
  });

  test('a series keeps its hour, a series in UTC does not, and a stated end stays what the clock shows', () => {
    const weekly = (start: string, end: string) =>
      read(calendar(...event(start, end, 'RRULE:FREQ=WEEKLY;COUNT=2'))).events.map(({ fields }) => [
        fields.startLocal,
        fields.endLocal,
      ]);
    expect(weekly('DTSTART;TZID=Europe/Berlin:20271024T230000', 'DTEND;TZID=Europe/Berlin:20271025T050000')).toEqual([
      ['2027-10-24T23:00', '2027-10-25T05:00'],
      ['2027-10-31T23:00', '2027-11-01T05:00'],
    ]);
    expect(weekly('DTSTART;TZID=Europe/Berlin:20271023T230000', 'DTEND;TZID=Europe/Berlin:20271024T050000')[1]).toEqual(
      ['2027-10-30T23:00', '2027-10-31T05:00'],
    );
    expect(weekly('DTSTART:20271024T180000Z', 'DTEND:20271024T200000Z').map(([at]) => at)).toEqual([
      '2027-10-24T20:00',
      '2027-10-31T19:00',
    ]);
  });

  test('midnight that does not exist moves a whole day to its first hour', () => {
    const { fields } = readOne(['DTSTART;VALUE=DATE:20180304', 'DTEND;VALUE=DATE:20180305'], {
      timeZone: 'America/Sao_Paulo',
    });
    expect(fields.startLocal).toBe('2018-03-04T00:00');
    const gap = readOne(['DTSTART;VALUE=DATE:20181104'], { timeZone: 'America/Sao_Paulo' });
    expect(gap.fields.startLocal).toBe('2018-11-04T01:00');
  });
});

describe('zones', () => {
  const zoneOf = (tzid: string, zone = 'Europe/Berlin') => times([`DTSTART;TZID=${tzid}:20270601T200000`], zone)[2];

  test.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['"Europe/Paris"', 'Europe/Paris'],
    ['/mozilla.org/20050126_1/Europe/Paris', 'Europe/Paris'],
    ['/freeassociation.sourceforge.net/Tzfile/America/Indiana/Knox', 'America/Indiana/Knox'],
    ['America/New York', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['europe/paris', 'Europe/Paris'],
    ['/mozilla.org/20050126_1/Asia/Calcutta', 'Asia/Kolkata'],
    ['Romance Standard Time', 'Europe/Paris'],
    ['tokyo standard time', 'Asia/Tokyo'],
    ['Eastern Standard Time', 'America/New_York'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['UTC', 'UTC'],
  ])('%s is %s', (tzid, zone) => {
    expect(zoneOf(tzid)).toBe(zone);
  });

  test('of the zones that a Windows name means, the chosen one is taken', () => {
    expect(zoneOf('W. Europe Standard Time')).toBe('Europe/Berlin');
    expect(zoneOf('W. Europe Standard Time', 'Europe/Zurich')).toBe('Europe/Zurich');
    expect(zoneOf('W. Europe Standard Time', 'Asia/Tokyo')).toBe('Europe/Berlin');
  });

  test('X-WR-TIMEZONE is the zone of what names none, unless it is UTC', () => {
    const own = (zone: string, start: string) =>
      read(calendar(`X-WR-TIMEZONE:${zone}`, ...event(start))).events.map(({ fields, given }) => [
        fields.startLocal,
        fields.timeZone,
        given.includes('timeZone'),
      ])[0];
    expect(own('America/Chicago', 'DTSTART:20270601T200000')).toEqual(['2027-06-01T20:00', 'America/Chicago', true]);
    expect(own('America/Chicago', 'DTSTART:20270602T010000Z')).toEqual(['2027-06-01T20:00', 'America/Chicago', true]);
    expect(own('America/Chicago', 'DTSTART;VALUE=DATE:20270601')).toEqual([
      '2027-06-01T00:00',
      'America/Chicago',
      true,
    ]);
    expect(own('UTC', 'DTSTART:20270601T180000Z')).toEqual(['2027-06-01T20:00', 'Europe/Berlin', false]);
    expect(read(calendar('X-WR-TIMEZONE:Nowhere', ...event('DTSTART:20270601'))).codes).toEqual(['unknown_zone']);
    expect(own('Nowhere', 'DTSTART:20270601T200000')).toEqual(['2027-06-01T20:00', 'Europe/Berlin', false]);
  });
});

describe('a zone of the file’s own', () => {
  const observance = (name: string, start: string, from: string, to: string, ...more: string[]) => [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...more,
    `END:${name}`,
  ];
  const zone = (tzid: string, ...lines: string[]) => ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...lines, 'END:VTIMEZONE'];
  const european = (east: string, summer: string) => [
    ...observance('STANDARD', '16010101T030000', summer, east, 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
    ...observance('DAYLIGHT', '16010101T020000', east, summer, 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
  ];
  const zoned = (tzid: string, definition: string[], chosen = 'Asia/Tokyo') => {
    const file = calendar(...definition, ...event(`DTSTART;TZID="${tzid}":20270601T200000`));
    const { events, codes, reading } = read(file, { timeZone: chosen });
    const { startLocal, timeZone } = events[0]?.fields ?? {};
    return {
      startLocal,
      timeZone,
      codes,
      given: events[0]?.given.includes('timeZone'),
      note: reading.issues[0]?.message,
    };
  };

  test('is matched by its rules, and told', () => {
    const found = zoned('Customized Time Zone', zone('Customized Time Zone', ...european('+0100', '+0200')));
    expect(found).toMatchObject({
      startLocal: '2027-06-01T20:00',
      timeZone: 'Europe/Berlin',
      codes: ['zone_by_rules'],
      given: true,
    });
    expect(found.note).toContain('“Customized Time Zone”');
    const chosen = zoned('Hier', zone('Hier', ...european('+0100', '+0200')), 'Europe/Vienna');
    expect(chosen.timeZone).toBe('Europe/Vienna');
  });

  test('is named by X-LIC-LOCATION, and a clock that never changes by its offset', () => {
    expect(zoned('Mine', zone('Mine', 'X-LIC-LOCATION:America/Denver', ...european('+0100', '+0200')))).toMatchObject({
      timeZone: 'America/Denver',
      codes: [],
    });
    const fixed = zone('(UTC+02:00)', ...observance('STANDARD', '16010101T000000', '+0200', '+0200'));
    expect(zoned('(UTC+02:00)', fixed)).toMatchObject({ timeZone: 'Etc/GMT-2', codes: ['zone_by_rules'] });
  });

  test('that is like none keeps its local time in the chosen zone, and is named', () => {
    const odd = zone('Mars', ...observance('STANDARD', '19700101T000000', '+0137', '+0137'));
    for (const definition of [odd, []]) {
      const found = zoned('Mars', definition);
      expect(found).toMatchObject({
        startLocal: '2027-06-01T20:00',
        timeZone: 'Asia/Tokyo',
        codes: ['unknown_zone'],
        given: false,
      });
      expect(found.note).toContain('“Mars”');
    }
  });

  test('is never taken for the rules of a zone that IANA knows', () => {
    expect(zoned('Europe/Paris', zone('Europe/Paris', ...european('+0900', '+1000')))).toMatchObject({
      timeZone: 'Europe/Paris',
      codes: [],
    });
  });
});
