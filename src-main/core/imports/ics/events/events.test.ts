import { describe, expect, test } from 'vitest';
import { calendar, event, read, readOne } from '../testing/ics-text.ts';

const when = 'DTSTART;TZID=Europe/Berlin:20270607T200000';
const brief = (file: string) =>
  read(file).rows.map((row) =>
    row.kind === 'event'
      ? [row.sourceId, row.fields.title, row.fields.startLocal]
      : [row.kind, row.kind === 'skipped' ? row.reason : row.issues[0]?.code],
  );

describe('the fields of an event', () => {
  test('come from its properties, and nothing personal is read', () => {
    const { fields, given, sourceId } = readOne([
      when,
      'LOCATION: Roof\\, 5th\\nfloor ',
      'DESCRIPTION:One\\nTwo',
      'CATEGORIES:Live Music,Jazz\\, Blues',
      'CATEGORIES:Concert',
      'GEO:52.5;13.4',
      'ORGANIZER;CN=Ann:mailto:ann@example.org',
      'ATTENDEE:mailto:bob@example.org',
      'STATUS:TENTATIVE',
      'TRANSP:OPAQUE',
    ]);
    expect(sourceId).toBe('u1');
    expect(fields).toMatchObject({ title: 'Jazz', locationName: 'Roof, 5th floor', description: 'One\nTwo' });
    expect(fields.classifications).toEqual(['live-music', 'jazz', 'blues', 'concert']);
    expect(JSON.stringify(fields)).not.toMatch(/example\.org|Ann|52\.5/);
    expect([...given].sort()).toEqual([
      'allDay',
      'classifications',
      'description',
      'locationName',
      'startLocal',
      'timeZone',
      'title',
    ]);
  });

  test('what the file lacks comes from what was chosen', () => {
    const { fields, given } = readOne([when], { channelId: 7, placeId: 'p', classification: 'music' });
    expect(fields).toMatchObject({ channelId: 7, placeId: 'p', classifications: ['music'] });
    expect(given).not.toContain('classifications');
  });

  test('a page is no ticket: it ends the description, once; a ticket link is an offer', () => {
    const page = 'URL:https://example.org/jazz';
    expect(readOne([when, page]).fields).toMatchObject({ description: 'https://example.org/jazz', offers: [] });
    expect(readOne([when, page, 'DESCRIPTION:Trio']).fields.description).toBe('Trio\n\nhttps://example.org/jazz');
    expect(readOne([when, page, 'DESCRIPTION:See https://example.org/jazz']).fields.description).toBe(
      'See https://example.org/jazz',
    );
    const sold = readOne([when, page, 'X-TICKETS-URL:https://example.org/jazz']).fields;
    expect(sold).toMatchObject({
      description: '',
      offers: [{ name: 'Tickets', url: 'https://example.org/jazz', availability: 'available' }],
    });
    expect(readOne([when, 'URL:message://x']).issues.map((issue) => issue.code)).toEqual(['not_a_link']);
  });

  test('what is private would be published hidden, and is told', () => {
    for (const access of ['PRIVATE', 'confidential']) {
      const { fields, given, issues } = readOne([when, `CLASS:${access}`]);
      expect([fields.publishAs, given.includes('publishAs'), issues[0]?.code]).toEqual([
        'draft',
        true,
        'private_event',
      ]);
    }
    expect(readOne([when, 'CLASS:PUBLIC']).fields.publishAs).toBe('published');
  });

  test('no title is invalid, and shows nothing personal', () => {
    const { rows } = read(calendar('BEGIN:VEVENT', when, 'ATTENDEE:mailto:bob@example.org', 'END:VEVENT'));
    expect(rows).toMatchObject([
      { kind: 'invalid', cells: ['20270607T200000'], issues: [{ code: 'no_title', row: 4 }] },
    ]);
  });

  test('no id: the event is known by its title, start and venue', () => {
    expect(readOne([when, 'UID:']).sourceId).toBeNull();
  });
});

describe('what gives no event', () => {
  test('cancelled events, a cancelled calendar, tasks and notes are counted with the reason', () => {
    const task = ['BEGIN:VTODO', 'SUMMARY:Buy milk', 'END:VTODO'];
    const file = calendar(
      ...event(when, 'STATUS:CANCELLED'),
      ...task,
      'BEGIN:VJOURNAL',
      'END:VJOURNAL',
      'BEGIN:VFREEBUSY',
      'END:VFREEBUSY',
    );
    expect(read(file).rows).toMatchObject([
      { kind: 'skipped', reason: 'cancelled', text: 'Jazz', row: 4 },
      { kind: 'skipped', reason: 'not_an_event', text: 'VTODO Buy milk' },
      { kind: 'skipped', reason: 'not_an_event', text: 'VJOURNAL' },
      { kind: 'skipped', reason: 'not_an_event', text: 'VFREEBUSY' },
    ]);
    expect(brief(calendar('METHOD:CANCEL', ...event(when)))).toEqual([['skipped', 'cancelled']]);
  });
});

describe('one id', () => {
  const version = (sequence: number, ...more: string[]) => event(when, `SEQUENCE:${sequence}`, ...more);

  test('twice: the higher SEQUENCE counts, wherever it stands, and the older is told', () => {
    expect(brief(calendar(...version(2, 'SUMMARY:New'), ...version(1, 'SUMMARY:Old')))).toEqual([
      ['u1', 'New', '2027-06-07T20:00'],
      ['skipped', 'older_version'],
    ]);
    expect(brief(calendar(...version(1, 'SUMMARY:Old'), ...version(2, 'SUMMARY:New')))[0]).toEqual([
      'skipped',
      'older_version',
    ]);
  });

  test('twice with the same SEQUENCE: the newer stamp counts, if it is plainly the same event', () => {
    const old = event(when, 'DTSTAMP:20270101T000000Z');
    const moved = event('DTSTART:20270608T200000', 'DTSTAMP:20270201T000000Z');
    expect(brief(calendar(...old, ...moved))).toEqual([
      ['skipped', 'older_version'],
      ['u1', 'Jazz', '2027-06-08T20:00'],
    ]);
    const other = event('DTSTART:20270608T200000', 'SUMMARY:Film', 'DTSTAMP:20270201T000000Z');
    expect(brief(calendar(...old, ...other))).toHaveLength(2);
    expect(read(calendar(...old, ...other)).events).toHaveLength(2);
  });
});

describe('a date of a series with an event of its own', () => {
  const series = event(when, 'DTEND;TZID=Europe/Berlin:20270607T220000', 'RRULE:FREQ=WEEKLY;COUNT=3');
  const own = (...lines: string[]) => event('RECURRENCE-ID;TZID=Europe/Berlin:20270614T200000', ...lines);
  const first = ['u1/20270607', 'Jazz', '2027-06-07T20:00'];
  const last = ['u1/20270621', 'Jazz', '2027-06-21T20:00'];

  test('has the id of the date, whatever it became', () => {
    expect(
      brief(calendar(...series, ...own('SUMMARY:Late jazz', 'DTSTART;TZID=Europe/Berlin:20270615T230000'))),
    ).toEqual([first, last, ['u1/20270614', 'Late jazz', '2027-06-15T23:00']]);
    expect(brief(calendar(...own('RECURRENCE-ID:20270614T180000Z', when), ...series))).toHaveLength(3);
  });

  test('is found by an instant in UTC, and as a day', () => {
    for (const id of ['RECURRENCE-ID:20270614T180000Z', 'RECURRENCE-ID;VALUE=DATE:20270614T200000']) {
      const rows = brief(calendar(...series, ...event(id, 'DTSTART:20270615T230000', 'SUMMARY:Late')));
      expect(rows.map(([key]) => key)).toContain('u1/20270621');
      expect(rows).toHaveLength(3);
    }
  });

  test('may be cancelled, and then is skipped with the reason', () => {
    expect(
      brief(calendar(...series, ...own('STATUS:CANCELLED', 'DTSTART;TZID=Europe/Berlin:20270614T200000'))),
    ).toEqual([first, last, ['skipped', 'cancelled']]);
  });

  test('takes its title, start and length from the series when it has none', () => {
    const { events } = read(
      calendar(
        ...series,
        'BEGIN:VEVENT',
        'UID:u1',
        'RECURRENCE-ID;TZID=Europe/Berlin:20270614T200000',
        'LOCATION:Roof',
        'END:VEVENT',
      ),
    );
    expect(events.at(-1)?.fields).toMatchObject({
      title: 'Jazz',
      startLocal: '2027-06-14T20:00',
      endLocal: '2027-06-14T22:00',
      locationName: 'Roof',
    });
  });

  test('stands alone when the series is not in the file, and then may be over', () => {
    expect(
      brief(calendar(...event('RECURRENCE-ID;TZID=Europe/Berlin:20200614T200000', 'DTSTART:20200615T210000'))),
    ).toEqual([['u1/20200614', 'Jazz', '2020-06-15T21:00']]);
  });

  test('that is over or after the last day of the series is skipped with the reason', () => {
    expect(brief(calendar(...series, ...own('DTSTART:20200615T210000'))).at(-1)).toEqual(['skipped', 'past']);
    expect(brief(calendar(...series, ...own('DTSTART:20350615T210000'))).at(-1)).toEqual(['skipped', 'later']);
  });

  test('THISANDFUTURE is told', () => {
    const file = calendar(
      ...series,
      ...event('RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270614T200000', 'DTSTART:20270614T210000'),
    );
    expect(
      read(file)
        .events.at(-1)
        ?.issues.map((issue) => issue.code),
    ).toEqual(['this_and_future']);
  });

  test('a series keeps its ids when it moves to another hour; a second show on a day has its own', () => {
    const ids = (...lines: string[]) => read(calendar(...event(...lines))).events.map(({ sourceId }) => sourceId);
    expect(ids('DTSTART:20270607T210000', 'RRULE:FREQ=WEEKLY;COUNT=2')).toEqual(['u1/20270607', 'u1/20270614']);
    expect(ids(when, 'RDATE:20270607T140000')).toEqual(['u1/20270607T1400', 'u1/20270607']);
  });
});

test('every row has the line of its event, and what is read is listed', () => {
  const { rows, reading } = read(
    calendar(...event(when, 'RRULE:FREQ=DAILY;COUNT=3'), ...event('UID:u2', when, 'STATUS:CANCELLED')),
  );
  expect(rows.map(({ row }) => row)).toEqual([4, 4, 4, 10]);
  expect(reading).toMatchObject({ format: 'ics', program: '-//Test//EN', headerRow: null });
  expect(reading.columns.map(({ header, role }) => [header, role])).toContainEqual(['DTSTART', 'start']);
});
