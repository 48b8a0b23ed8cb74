import { describe, expect, test } from 'vitest';
import { calendar, event, NOW_MS, read } from '../testing/ics-text.ts';

// Today is Monday, 31 May 2027.
const weekly = ['DTSTART;TZID=Europe/Berlin:20270607T200000', 'DTEND;TZID=Europe/Berlin:20270607T220000'];
const series = (...lines: string[]) => event(...weekly, ...lines);
const starts = (lines: string[]) => read(calendar(...lines)).starts.map((start) => start?.slice(5));
const five = 'RRULE:FREQ=WEEKLY;COUNT=5';

describe('dates of a series', () => {
  test.each([
    ['EXDATE with a zone', ['EXDATE;TZID=Europe/Berlin:20270614T200000,20270621T200000']],
    ['EXDATE in UTC', ['EXDATE:20270614T180000Z', 'EXDATE:20270621T180000Z']],
    ['EXDATE in another zone', ['EXDATE;TZID=Europe/London:20270614T190000,20270621T190000']],
    ['EXDATE without a zone', ['EXDATE:20270614T200000,20270621T200000']],
    ['EXDATE as days', ['EXDATE;VALUE=DATE:20270614,20270621']],
    ['EXRULE', ['EXRULE:FREQ=WEEKLY;BYMONTHDAY=14,21']],
  ])('%s takes dates out', (_name, lines) => {
    expect(starts(series(five, ...lines))).toEqual(['06-07T20:00', '06-28T20:00', '07-05T20:00']);
  });

  test('an excluded date that is none of the series is told', () => {
    const { events, codes } = read(calendar(...series(five, 'EXDATE;TZID=Europe/Berlin:20270614T190000')));
    expect(events).toHaveLength(5);
    expect(codes).toEqual(['exdate_without_date']);
  });

  test('RDATE adds dates, moments and periods with an end of their own', () => {
    const lines = [
      'RDATE;TZID=Europe/Berlin:20270608T180000',
      'RDATE;VALUE=DATE:20270609',
      'RDATE;VALUE=PERIOD:20270610T180000Z/PT30M,20270611T180000Z/20270611T183000Z',
    ];
    const { events } = read(calendar(...series(...lines)));
    expect(events.map(({ fields }) => [fields.startLocal?.slice(5), fields.endLocal?.slice(11)])).toEqual([
      ['06-07T20:00', '22:00'],
      ['06-08T18:00', '20:00'],
      ['06-09T20:00', '22:00'],
      ['06-10T20:00', '20:30'],
      ['06-11T20:00', '20:30'],
    ]);
  });

  test('several rules are taken together, and each date once', () => {
    expect(starts(series('RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=DAILY;INTERVAL=7;COUNT=3'))).toHaveLength(3);
  });

  test('whole days', () => {
    const lines = ['DTSTART;VALUE=DATE:20270607', 'DTEND;VALUE=DATE:20270609', five, 'EXDATE:20270614T000000Z'];
    expect(read(calendar(...event(...lines))).events.map(({ fields }) => [fields.startLocal, fields.endLocal])).toEqual(
      [
        ['2027-06-07T00:00', '2027-06-08T23:59'],
        ['2027-06-21T00:00', '2027-06-22T23:59'],
        ['2027-06-28T00:00', '2027-06-29T23:59'],
        ['2027-07-05T00:00', '2027-07-06T23:59'],
      ],
    );
  });

  test('the start belongs to a series and is counted, also where its rule would not give it', () => {
    expect(starts(series('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3'))).toEqual(['06-07T20:00', '06-08T20:00', '06-15T20:00']);
  });

  test('UNTIL as a day means all of it', () => {
    expect(starts(series('RRULE:FREQ=WEEKLY;UNTIL=20270614'))).toHaveLength(2);
  });

  test('all excluded: one skipped row', () => {
    const { rows } = read(calendar(...series('RRULE:FREQ=WEEKLY;COUNT=1', 'EXDATE:20270607T180000Z')));
    expect(rows).toMatchObject([{ kind: 'skipped', reason: 'no_dates', row: 4 }]);
  });
});

describe('how far a series is read', () => {
  const endless = (start: string) => event(`DTSTART;TZID=Europe/Berlin:${start}`, 'RRULE:FREQ=WEEKLY');

  test('from today to 18 months from now, and what is left out is counted and said', () => {
    const { rows, events, codes, reading } = read(calendar(...endless('20270503T200000')));
    expect(rows[0]).toMatchObject({
      kind: 'skipped',
      reason: 'past',
      row: 4,
      text: 'Jazz (4 dates before 2027-05-31)',
    });
    expect([events[0]?.fields.startLocal, events.at(-1)?.fields.startLocal]).toEqual([
      '2027-05-31T20:00',
      '2028-11-27T20:00',
    ]);
    expect(events).toHaveLength(79);
    expect(codes).toEqual(['series_goes_on', 'series_past']);
    expect(reading.issues[0]?.message).toContain('2028-11-30; 79 dates');
  });

  test('one that begins later is read for 18 months from its start', () => {
    const { events } = read(calendar(...endless('20290101T200000')));
    expect([events[0], events.at(-1)].map((each) => each?.fields.startLocal)).toEqual([
      '2029-01-01T20:00',
      '2030-07-01T20:00',
    ]);
  });

  test('or as it was chosen', () => {
    const file = calendar(...endless('20270503T200000'));
    expect(read(file, { seriesFrom: '2027-05-01', seriesUntil: '2027-05-31' }).starts).toHaveLength(5);
    expect(read(file, { seriesUntil: '2027-05-30' }).rows).toMatchObject([{ reason: 'past' }]);
    expect(read(calendar(...endless('20290101T200000')), { seriesUntil: '2027-12-31' }).rows).toMatchObject([
      { reason: 'later' },
    ]);
  });

  test('a date that has begun and goes on is not over; a single event that is over is still imported', () => {
    const long = event('DTSTART;VALUE=DATE:20270530', 'DTEND;VALUE=DATE:20270601', 'RRULE:FREQ=YEARLY;COUNT=1');
    expect(read(calendar(...long)).events).toHaveLength(1);
    expect(read(calendar(...event('DTSTART:20120601T200000'))).events).toHaveLength(1);
  });

  test('today is the day in the zone of the series', () => {
    const file = calendar(...event('DTSTART;TZID=Asia/Tokyo:20270531T080000', 'RRULE:FREQ=DAILY;COUNT=2'));
    expect(read(file, { nowMs: Date.UTC(2027, 4, 31, 23) }).starts).toEqual(['2027-06-01T08:00']);
    expect(read(file, { nowMs: NOW_MS }).starts).toHaveLength(2);
  });
});

describe('rules that cannot be followed', () => {
  test.each([
    'FREQ=SECONDLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;INTERVAL=0',
    'BYDAY=MO',
    'FREQ=WEEKLY;UNTIL=later',
    'RSCALE=CHINESE;FREQ=YEARLY',
    'FREQ=WEEKLY;BYEASTER=0',
  ])('%s gives the first date, with a warning', (rule) => {
    const { events } = read(calendar(...series(`RRULE:${rule}`)));
    expect(events.map(({ fields, issues }) => [fields.startLocal, issues.map((issue) => issue.code)])).toEqual([
      ['2027-06-07T20:00', ['unreadable_rule']],
    ]);
  });

  test.each([
    ['FREQ=MINUTELY', 3_000],
    ['FREQ=MINUTELY;BYHOUR=3;BYMONTH=2;BYMONTHDAY=30', 1],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 1],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000000', 1],
    ['FREQ=HOURLY;INTERVAL=100000;BYMINUTE=0,1,2,3,4,5,6,7,8,9', 1],
    ['FREQ=YEARLY;INTERVAL=100000', 1],
  ])('%s ends', (rule, dates) => {
    const begun = performance.now();
    const { events, codes } = read(calendar(...series(`RRULE:${rule}`)));
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(events.length).toBeGreaterThanOrEqual(dates);
    expect(codes).toContain(dates === 3_000 ? 'too_many_dates' : codes[0]);
  });

  test('a file full of them ends too, and says which were cut', { timeout: 60_000 }, () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      event(...weekly, `UID:u${index}`, 'RRULE:FREQ=MINUTELY'),
    ).flat();
    const { events, codes } = read(calendar(...lines));
    expect(events.length).toBeGreaterThanOrEqual(200);
    expect(codes.filter((code) => code === 'too_many_dates')).toHaveLength(200);
  });
});
