import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { OrganizerError } from '#shared/errors.ts';
import { finish } from '#shared/steps.ts';
import { readCalendarFile } from '../../read/testing.ts';
import { readIcsFile } from '../read-ics.ts';
import { calendar, event, options, read, readOne } from '../testing/ics-text.ts';

const when = 'DTSTART:20270601T200000';
const jazz = calendar(...event(when, 'DESCRIPTION:Grüße'));
const title = (file: string | Uint8Array) => read(file).events[0]?.fields.title;

describe('lines', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRCRLF of a file that was converted twice', '\r\r\n'],
    ['blank lines between', '\r\n\r\n'],
  ])('end in %s', (_name, end) => {
    const { events } = read(jazz.replaceAll('\r\n', end));
    expect(events.map(({ fields }) => [fields.title, fields.startLocal, fields.description])).toEqual([
      ['Jazz', '2027-06-01T20:00', 'Grüße'],
    ]);
  });

  test('are numbered as an editor numbers them, folds and blank lines counted', () => {
    const file = calendar('', 'X-NOTE:long', '  text', ...event(when), '', ...event('UID:u2', when));
    expect(read(file).rows.map((row) => row.row)).toEqual([7, 13]);
  });

  test('are put together where they were folded, with spaces and tabs, even inside of a character', () => {
    expect(title(calendar(...event(when, 'SUMMARY:Ja', ' zz a', '\tnd', '  more')))).toBe('Jazz and more');
    const bytes = Buffer.from(calendar(...event(when, 'SUMMARY:Caf\u00e9')));
    const at = bytes.indexOf(Buffer.from('\u00e9')) + 1;
    expect(title(Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]))).toBe('Café');
  });

  test('are the same however the disk hands out the bytes', () => {
    const lines = [
      ...event(when, 'SUMMARY:Ja', ' zz\u{1f3b7}', '\t more'),
      '',
      ...event('UID:u2', when, 'SUMMARY:Grüße'),
    ];
    const files = ['\r\n', '\n', '\r', '\r\r\n']
      .map((end) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join(end))
      .flatMap((file) => [Buffer.from(file), Buffer.from(`\ufeff${file}`), iconv.encode(file, 'utf-16be')]);
    const rowsOf = (bytes: Uint8Array, size: number) => {
      const chunks = function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const { rows, reading } = finish(readIcsFile({ size: bytes.length, chunks }, 'test.ics', options));
      return { rows: [...rows], encoding: reading.encoding, issues: reading.issues };
    };
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.integer({ min: 1, max: 40 }), (bytes, size) => {
        const whole = rowsOf(bytes, bytes.length);
        expect(whole.rows.map((row) => row.kind === 'event' && row.fields.title)).toEqual(['Jazz🎷 more', 'Grüße']);
        expect(rowsOf(bytes, size)).toEqual(whole);
      }),
    );
  });

  test('that are indented are no folds', () => {
    const indented = ['BEGIN:VCALENDAR', ...event(when).map((line) => `\t${line}`), 'END:VCALENDAR'].join('\n');
    expect(title(indented)).toBe('Jazz');
  });

  test('that a broken text runs into belong to it', () => {
    const { events, codes } = read(calendar(...event(when, 'DESCRIPTION:One', 'Two: three', 'and four')));
    expect(events[0]?.fields.description).toBe('One\nTwo: three\nand four');
    expect(codes).toEqual(['broken_line', 'broken_line']);
    expect(read(calendar(...event(when, 'nonsense'))).codes).toEqual(['unreadable_line']);
  });
});

describe('encodings', () => {
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${jazz}`), 'UTF-8'],
    ['UTF-16LE with a byte order mark', iconv.encode(jazz, 'utf-16le', { addBOM: true }), 'UTF-16LE'],
    ['UTF-16BE without one', iconv.encode(jazz, 'utf-16be'), 'UTF-16BE'],
    ['windows-1252', iconv.encode(jazz, 'windows-1252'), 'windows-1252'],
  ])('%s', (_name, bytes, encoding) => {
    const { reading, events } = read(bytes);
    expect([reading.encoding, events[0]?.fields.description]).toEqual([encoding, 'Grüße']);
  });

  test('can be chosen', () => {
    const bytes = iconv.encode(calendar(...event(when, 'SUMMARY:Žižkov')), 'windows-1250');
    expect(read(bytes, { encoding: 'windows-1250' }).events[0]?.fields.title).toBe('Žižkov');
    expect(() => read(bytes, { encoding: 'klingon' })).toThrow(OrganizerError);
  });
});

describe('properties', () => {
  test('are read in lower case, with white space, quoted parameters and unquoted colons', () => {
    const lines = ['begin:vevent', 'uid:u1', 'summary;language=de:Jazz', 'dtstart;tzid="Europe/Paris":20270601T200000'];
    const { events } = read(['begin:vcalendar', ...lines, 'end:vevent', 'end:vcalendar'].join('\n'));
    expect(events[0]?.fields).toMatchObject({ title: 'Jazz', timeZone: 'Europe/Paris' });
    expect(readOne(['DTSTART;TZID=GMT+01:00:20270601T200000']).fields.startLocal).toBe('2027-06-01T20:00');
  });

  test.each([
    ['a\\, b\\; c\\\\d\\nE\\Nf', 'a, b; c\\d\nE\nf'],
    ['C:\\dir and \\" and \\:', 'C:\\dir and " and :'],
    ['ends in \\', 'ends in \\'],
    ['a\tb', 'a\tb'],
  ])('text %o is unescaped', (written, meant) => {
    expect(readOne([when, `DESCRIPTION:${written}`]).fields.description).toBe(meant);
  });

  test('of vCalendar 1.0 are read, as far as they go', () => {
    const lines = event(
      'DTSTART:20270601T200000Z',
      'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe aus=',
      ' Wien',
      'DESCRIPTION;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9=0D=0Anight',
      'DALARM:20270601T190000Z;;;',
      'RRULE:W1 TU #10',
    );
    const { events } = read(['BEGIN:VCALENDAR', 'VERSION:1.0', ...lines, 'END:VCALENDAR'].join('\r\n'));
    expect(events[0]?.fields).toMatchObject({ startLocal: '2027-06-01T22:00', description: 'Café\nnight' });
    expect(events[0]?.fields.title).toContain('Grüße aus');
    expect(events[0]?.issues.map((issue) => issue.code)).toEqual(['unreadable_rule']);
  });
});

describe('structure', () => {
  test('several calendars, and events without one', () => {
    const two = calendar(...event(when)) + calendar(...event('UID:u2', when));
    expect(read(two).events).toHaveLength(2);
    expect(read(event(when).join('\r\n')).events).toHaveLength(1);
  });

  test('a missing END:VEVENT ends where the next event begins', () => {
    const [begin = '', ...rest] = event(when);
    const { events, codes } = read(calendar(begin, ...rest.slice(0, -1), ...event('UID:u2', when)));
    expect(events).toHaveLength(2);
    expect(codes).toEqual(['missing_end']);
  });

  test('a file that was cut off keeps what is whole and tells the rest', () => {
    const file = calendar(...event(when), ...event('UID:u2', when, 'DESCRIPTION:long text'));
    const { rows, codes } = read(file.slice(0, file.indexOf('long') + 2));
    expect(rows.map((row) => [row.kind, row.row])).toEqual([
      ['event', 4],
      ['invalid', 9],
    ]);
    expect(rows[1]).toMatchObject({ issues: [{ code: 'cut_off' }] });
    expect(codes).toEqual(['truncated']);
  });

  test('an alarm keeps its own description, and an unknown component inside an event does not end it', () => {
    const alarm = ['BEGIN:VALARM', 'DESCRIPTION:Wake up', 'END:VALARM', 'BEGIN:X-THING', 'X-A:1', 'END:X-THING'];
    expect(readOne([when, ...alarm, 'LOCATION:Roof']).fields).toMatchObject({ description: '', locationName: 'Roof' });
  });
});

describe('what is an iCalendar file', () => {
  const dispatch = (text: string, name: string) => readCalendarFile(Buffer.from(text), name, options).reading.format;

  test('is seen by its content, whatever its name', () => {
    expect(dispatch(jazz, 'season.csv')).toBe('ics');
    expect(dispatch(`\n\n${jazz.toLowerCase()}`, 'calendar')).toBe('ics');
    expect(dispatch(`# made by hand\n${jazz}`, 'calendar.ics')).toBe('ics');
    expect(dispatch('Title,Date\nJazz,2027-06-01\n', 'calendar.ics')).toBe('csv');
  });

  test.each([
    ['BEGIN:VCALENDAR\nEND:VCALENDAR\n\n', /calendar without any event/],
    ['BEGIN:VCALENDAR\nVERSION:2.0\n', /ends before its first event/],
    ['BEGIN:VCARD\nFN:A\nEND:VCARD\n', /an address book/],
    ['<html>log in</html>', /a web page/],
  ])('%o is refused with the reason', (text, reason) => {
    expect(() => dispatch(text, 'calendar.ics')).toThrow(reason);
  });
});
