import { describe, expect, test } from 'vitest';
import { calendar, event, read } from '../testing/ics-text.ts';

/**
 * The examples of RFC 5545 §3.8.5.3, with the dates that it lists. DTSTART is 1997-09-02 09:00 in New York where none
 * is given. Days are written `9-02`; a time follows where it is not 09:00.
 */
type Example = [rule: string, dates: string, start?: string | undefined, until?: string];

const examples: Example[] = [
  ['FREQ=DAILY;COUNT=10', '1997: 9-02 9-03 9-04 9-05 9-06 9-07 9-08 9-09 9-10 9-11'],
  ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997: 9-02 9-12 9-22 10-02 10-12'],
  ['FREQ=WEEKLY;COUNT=10', '1997: 9-02 9-09 9-16 9-23 9-30 10-07 10-14 10-21 10-28 11-04'],
  [
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    '1997: 9-02 9-09 9-16 9-23 9-30 10-07 10-14 10-21 10-28 11-04 11-11 11-18 11-25 12-02 12-09 12-16 12-23',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997: 9-02 9-16 9-30 10-14 10-28', undefined, '1997-11-05'],
  [
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    '1997: 9-02 9-04 9-09 9-11 9-16 9-18 9-23 9-25 9-30 10-02',
  ],
  ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997: 9-02 9-04 9-09 9-11 9-16 9-18 9-23 9-25 9-30 10-02'],
  [
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    '1997: 9-01 9-03 9-05 9-15 9-17 9-19 9-29 10-01 10-03 10-13 10-15 10-17 10-27 10-29 10-31 11-10 11-12 11-14 11-24 11-26 11-28 12-08 12-10 12-12 12-22',
    '19970901T090000',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997: 9-02 9-04 9-16 9-18 9-30 10-02 10-14 10-16'],
  [
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997: 9-05 10-03 11-07 12-05 1998: 1-02 2-06 3-06 4-03 5-01 6-05',
    '19970905T090000',
  ],
  ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', '1997: 9-05 10-03 11-07 12-05', '19970905T090000'],
  [
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997: 9-07 9-28 11-02 11-30 1998: 1-04 1-25 3-01 3-29 5-03 5-31',
    '19970907T090000',
  ],
  ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997: 9-22 10-20 11-17 12-22 1998: 1-19 2-16', '19970922T090000'],
  ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997: 9-28 10-29 11-28 12-29 1998: 1-29 2-26', '19970928T090000', '1998-03-01'],
  ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', '1997: 9-02 9-15 10-02 10-15 11-02 11-15 12-02 12-15 1998: 1-02 1-15'],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997: 9-30 10-01 10-31 11-01 11-30 12-01 12-31 1998: 1-01 1-31 2-01',
    '19970930T090000',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997: 9-10 9-11 9-12 9-13 9-14 9-15 1999: 3-10 3-11 3-12 3-13',
    '19970910T090000',
    '2000-01-01',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997: 9-02 9-09 9-16 9-23 9-30 11-04 11-11 11-18 11-25',
    undefined,
    '1997-12-31',
  ],
  [
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997: 6-10 7-10 1998: 6-10 7-10 1999: 6-10 7-10 2000: 6-10 7-10 2001: 6-10 7-10',
    '19970610T090000',
    '2010-01-01',
  ],
  [
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997: 3-10 1999: 1-10 2-10 3-10 2001: 1-10 2-10 3-10 2003: 1-10 2-10 3-10',
    '19970310T090000',
    '2010-01-01',
  ],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997: 1-01 4-10 7-19 2000: 1-01 4-09 7-18 2003: 1-01 4-10 7-19 2006: 1-01',
    '19970101T090000',
    '2010-01-01',
  ],
  ['FREQ=YEARLY;BYDAY=20MO', '1997: 5-19 1998: 5-18 1999: 5-17', '19970519T090000', '2000-01-01'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997: 5-12 1998: 5-11 1999: 5-17', '19970512T090000', '2000-01-01'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '1997: 3-13 3-20 3-27 1998: 3-05 3-12 3-19 3-26', '19970313T090000', '1999-01-01'],
  [
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '1997: 9-02 1998: 2-13 3-13 11-13 1999: 8-13 2000: 10-13',
    undefined,
    '2001-01-01',
  ],
  [
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997: 9-13 10-11 11-08 12-13 1998: 1-10',
    '19970913T090000',
    '1998-02-01',
  ],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996: 11-05 2000: 11-07 2004: 11-02',
    '19961105T090000',
    '2005-01-01',
  ],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997: 9-04 10-07 11-06', '19970904T090000'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997: 9-29 10-30 11-27 12-30 1998: 1-29',
    '19970929T090000',
    '1998-02-01',
  ],
  ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z', '1997: 9-02 9-02T12:00', undefined, '1997-09-03'],
  ['FREQ=MINUTELY;INTERVAL=15;COUNT=6', '1997: 9-02 9-02T09:15 9-02T09:30 9-02T09:45 9-02T10:00 9-02T10:15'],
  ['FREQ=MINUTELY;INTERVAL=90;COUNT=4', '1997: 9-02 9-02T10:30 9-02T12:00 9-02T13:30'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997: 8-05 8-10 8-19 8-24', '19970805T090000'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997: 8-05 8-17 8-19 8-31', '19970805T090000'],
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007: 1-15 1-30 2-15 3-15 3-30', '20070115T090000', '2008-01-01'],
];

describe('the examples of RFC 5545 §3.8.5.3', () => {
  test.each(examples)('%s', (rule, dates, start = '19970902T090000', until = '1999-12-31') => {
    const lines = event(`DTSTART;TZID=America/New_York:${start}`, `RRULE:${rule}`);
    const { starts } = read(calendar(...lines), { seriesFrom: '1996-01-01', seriesUntil: until });
    expect(starts).toEqual(written(dates));
  });

  test('each day in January for three years, in two ways', () => {
    const rules = [
      'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
      'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    ];
    const [yearly, daily] = rules.map((rule) => {
      const lines = event('DTSTART;TZID=America/New_York:19980101T090000', `RRULE:${rule}`);
      return read(calendar(...lines), { seriesFrom: '1996-01-01', seriesUntil: '2001-01-01' }).starts;
    });
    expect(yearly).toEqual(daily);
    expect(yearly).toHaveLength(93);
    expect(yearly?.at(-1)).toBe('2000-01-31T09:00');
  });

  test('every 20 minutes from 9:00 to 16:40 each day, in two ways', () => {
    const rules = [
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
    ];
    const [daily, minutely] = rules.map((rule) => {
      const lines = event('DTSTART;TZID=America/New_York:19970902T090000', `RRULE:${rule}`);
      return read(calendar(...lines), { seriesFrom: '1996-01-01', seriesUntil: '1997-09-10' }).starts;
    });
    expect(minutely).toEqual(daily);
    expect(daily).toHaveLength(9 * 24);
  });

  test('Friday the 13th without its start, which is none', () => {
    const lines = event(
      'DTSTART;TZID=America/New_York:19970902T090000',
      'EXDATE;TZID=America/New_York:19970902T090000',
      'RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    );
    const { starts } = read(calendar(...lines), { seriesFrom: '1996-01-01', seriesUntil: '1998-12-31' });
    expect(starts).toEqual(['1998-02-13T09:00', '1998-03-13T09:00', '1998-11-13T09:00']);
  });
});

/** `1997: 9-02 9-02T12:00` as local times. */
function written(dates: string): string[] {
  let year = '';
  return dates.split(' ').flatMap((word) => {
    if (word.endsWith(':')) {
      year = word.slice(0, 4);
      return [];
    }
    const [day = '', time = '09:00'] = word.split('T');
    return [`${year}-${day.padStart(5, '0')}T${time}`];
  });
}
