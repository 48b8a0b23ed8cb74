import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadRow } from '#shared/calendar/types.ts';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { readCalendarFile } from '../read/testing.ts';
import { calendar, event, NOW_MS } from './testing/ics-text.ts';

const options = { timeZone: 'America/New_York', placeId: 'p', channelId: 1, classification: 'music', nowMs: NOW_MS };
/** One file may take this long, on a busy machine: nothing hangs. */
const LONGEST_MS = 10_000;

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
const alarm = ['BEGIN:VALARM', 'DESCRIPTION:Wake', 'TRIGGER:-PT5M', 'END:VALARM'];
const season = calendar(
  'X-WR-TIMEZONE:Europe/Vienna',
  ...berlin,
  ...event(
    'UID:a',
    'DTSTART;TZID=Berlin:20270607T200000',
    'DTEND;TZID=Berlin:20270607T230000',
    'LOCATION:Hof\\, hinten',
    ...alarm,
  ),
  ...event(
    'UID:b',
    'DTSTART;VALUE=DATE:20270601',
    'DTEND;VALUE=DATE:20270604',
    'DESCRIPTION:Ein langer',
    '  Text über Grüße',
    'CLASS:PRIVATE',
  ),
  ...event(
    'UID:c',
    'DTSTART;TZID=Europe/Berlin:20270328T023000',
    'RRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=14',
    'EXDATE;TZID=Europe/Berlin:20270613T023000',
    'RDATE;VALUE=PERIOD:20270615T180000Z/PT1H',
  ),
  ...event('UID:c', 'RECURRENCE-ID;TZID=Europe/Berlin:20270620T023000', 'DTSTART:20270621T180000Z', 'SEQUENCE:2'),
  ...event(
    'UID:d',
    'DTSTART:20270601T180000Z',
    'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=9',
    'DURATION:P1DT2H',
    'URL:https://example.org/d',
  ),
  ...event('UID:e', 'DTSTART:20270601T180000Z', 'STATUS:CANCELLED', 'SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9'),
  'BEGIN:VTODO',
  'SUMMARY:Buy',
  'END:VTODO',
);

/** Words that change what is read when they stand somewhere else. */
const pieces = [
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VCALENDAR',
  'END:VCALENDAR',
  'BEGIN:VALARM',
  'END:VALARM',
  'BEGIN:VTIMEZONE',
  'BEGIN:X-A',
  ' ',
  '\t',
  ':',
  ';',
  ',',
  '"',
  '=',
  '\\',
  '\\n',
  '\r',
  '\n',
  '\r\n',
  '\0',
  'é',
  '\ufeff',
  '99999999',
  '-1',
  '0',
  'Z',
  'T',
  'RRULE:FREQ=SECONDLY',
  'RRULE:FREQ=MINUTELY;COUNT=99999',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'RRULE:FREQ=DAILY;INTERVAL=99999',
  'EXRULE:FREQ=DAILY',
  'RDATE:19000101,21991231T235959Z',
  'DTSTART:21991231T235900',
  'DTSTART:19000101',
  'DTEND:99991231T000000Z',
  'DURATION:P99999W',
  'DTSTART;TZID=Pacific/Apia:20111230T120000',
  'TZID=Nowhere',
  'UID:a',
  'SEQUENCE:9',
  'RECURRENCE-ID:20270620',
  'RANGE=THISANDFUTURE',
  'FREQ=HOURLY',
  'BYSETPOS=-1',
  'UNTIL=20270601',
  'METHOD:CANCEL',
  'X-WR-TIMEZONE:Mars',
  'ENCODING=QUOTED-PRINTABLE',
];

type Change = { kind: 'insert' | 'replace' | 'drop' | 'copy' | 'cut' | 'byte'; at: number; to: number; piece: string };
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'replace', 'replace', 'drop', 'copy', 'byte', 'cut'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: 'binary' })),
});

/** Lines are moved, dropped, copied, written over and into; the file is cut; bytes become others. */
function mutate(changes: readonly Change[]): Uint8Array {
  let lines = season.split('\r\n');
  const bytes: [number, number][] = [];
  for (const { kind, at, to, piece } of changes) {
    const index = Math.floor(at * lines.length);
    const line = lines[index] ?? '';
    const place = Math.floor(to * line.length);
    if (kind === 'insert') lines.splice(index, 0, piece);
    else if (kind === 'replace') lines[index] = line.slice(0, place) + piece + line.slice(place + 1);
    else if (kind === 'drop') lines.splice(index, 1);
    else if (kind === 'copy') lines.splice(Math.floor(to * lines.length), 0, line);
    else if (kind === 'cut' && at > 0.8) lines = [...lines.slice(0, index), line.slice(0, place)];
    else if (kind === 'byte') bytes.push([at, Math.floor(to * 256)]);
  }
  const file = Buffer.from(lines.join('\r\n'));
  for (const [at, byte] of bytes) file[Math.floor(at * file.length)] = byte;
  return file;
}

function read(bytes: Uint8Array): ReadRow[] | null {
  const begun = performance.now();
  try {
    return [...readCalendarFile(bytes, 'fuzz.ics', options).rows];
  } catch (error) {
    if (error instanceof OrganizerError) return null;
    throw error;
  } finally {
    expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  }
}

/** The lines where an event begins, found without the reader: nothing may stand beside the words, or fold into them. */
function eventLines(bytes: Uint8Array): number[] {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r*\n|\r/);
  const isSoftBreak = lines.some((line) => /QUOTED-PRINTABLE/i.test(line));
  return lines.flatMap((line, index) => {
    const next = lines.slice(index + 1).find((each) => each.trim() !== '') ?? '';
    return /^BEGIN:VEVENT$/i.test(line) && !/^[ \t]/.test(next) && !(isSoftBreak && lines[index - 1]?.endsWith('='))
      ? [index + 1]
      : [];
  });
}

function expectHonest(rows: readonly ReadRow[]): void {
  for (const row of rows) {
    if (row.kind === 'invalid') {
      expect(row.issues.some((issue) => issue.severity === 'error' && issue.message.length > 20)).toBe(true);
    } else if (row.kind === 'event') {
      expect(DraftFieldsSchema.safeParse(row.fields).error).toBeUndefined();
      expect(publishProblems(row.fields)).toEqual([]);
      expect(row.issues.every((issue) => issue.severity === 'warning')).toBe(true);
    }
  }
}

describe('for any iCalendar file', { timeout: 300_000 }, () => {
  test('changed at random, no event is lost, every one kept is a valid draft, and nothing else is thrown', () => {
    expect(read(Buffer.from(season))?.filter((row) => row.kind === 'event')).toHaveLength(15);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = mutate(changes);
        const rows = read(bytes);
        const lines = eventLines(bytes);
        if (rows === null) return expect(lines).toEqual([]);
        const told = new Set(rows.map((row) => row.row));
        expect(lines.filter((line) => !told.has(line))).toEqual([]);
        expectHonest(rows);
      }),
      { numRuns: 2_000 },
    );
  });

  test('made of its words in any order', () => {
    const words = [...new Set(season.split(/(?<=[:;,=])|\r\n/))].filter((word) => word !== '');
    const end = 'DTSTART:20270601T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR';
    const word = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...pieces), fc.constant('\r\n'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (parts) => {
        const rows = read(Buffer.from(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n${parts.join('')}\r\n${end}`));
        if (rows !== null) expectHonest(rows);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the order of its properties changes nothing', () => {
    const lines = event(
      'UID:c',
      'DTSTART;TZID=Europe/Berlin:20270607T200000',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'EXDATE:20270614T180000Z',
      'LOCATION:Roof',
      'CLASS:PRIVATE',
    );
    const inner = lines.slice(1, -1);
    const essence = (order: string[]) => read(Buffer.from(calendar('BEGIN:VEVENT', ...order, 'END:VEVENT')));
    fc.assert(
      fc.property(fc.shuffledSubarray(inner, { minLength: inner.length }), (order) => {
        expect(essence(order)).toEqual(essence(inner));
      }),
      { numRuns: 50 },
    );
  });
});
