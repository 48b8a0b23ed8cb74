import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { DraftView } from '#shared/contract/views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { allDrafts, importCalendar } from '../testing/calendars.ts';
import { openOrganizer, readyFields } from '../testing/organizers.ts';
import { toCsv } from './csv.ts';
import { toIcs } from './ics.ts';
import { toJson } from './json.ts';

const view = (change: Partial<DraftFields> = {}, more: Partial<DraftView> = {}): DraftView => ({
  id: 'd-1',
  fields: readyFields(change),
  sourceId: null,
  importId: null,
  updatedAt: 0,
  deleted: false,
  status: 'ready',
  problems: [],
  lockedReason: null,
  remoteId: null,
  error: null,
  ...more,
});
const NOW = Date.UTC(2026, 5, 12, 10);

describe('CSV', () => {
  const cells = (drafts: DraftView[]) => Papa.parse<string[]>(toCsv(drafts).slice(1).trimEnd()).data;

  test('has a byte order mark, CRLF, a header, and as many cells in each row', () => {
    const text = toCsv([view(), view({ title: 'Comma, "quote"\nand line' })]);
    expect(text.startsWith('\uFEFFID,Title,Start')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = cells([view(), view({ title: 'Comma, "quote"\nand line' })]);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[2]?.[1]).toBe('Comma, "quote"\nand line');
  });

  test.each(['=1+1', '+49 30', '-2+3', '@SUM(A1)', '\t=1', '=cmd|calc\nsecond line'])(
    'a cell that begins like a formula (%o) is only text for a spreadsheet',
    (text) => {
      const [, row] = cells([view({ title: text, description: text })]);
      for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(row?.[1]).toBe(`'${text}`);
    },
  );

  test('comes back through an import as it went out', async () => {
    const organizer = await openOrganizer();
    organizer.drafts.save(
      null,
      readyFields({
        title: 'Café, "late"',
        endLocal: '2026-07-12T23:30',
        description: 'One\nTwo',
        locationName: 'Roof',
        placeName: 'New York',
        countryCode: 'US',
        coverImage: 42,
        capacity: 80,
        offers: [{ name: 'Door', url: 'https://example.org/t', availability: 'available' }],
        publishAs: 'draft',
      }),
    );
    const before = allDrafts(organizer)[0]?.fields;
    const lines = toCsv(allDrafts(organizer)).trimEnd().split('\r\n');
    const other = await openOrganizer({ seed: 2 });
    await importCalendar(other, lines);
    expect(allDrafts(other)[0]?.fields).toEqual(before);
  });

  test('cells that were made safe for spreadsheets come back as they were, and change nothing', async () => {
    const organizer = await openOrganizer();
    for (const text of ['=Film', '+1', '-Hall', '@home', "'=quoted", '2027-06-01', '20:00', 'Jazz']) {
      organizer.drafts.save(null, readyFields({ title: text, locationName: text, description: text }));
    }
    const before = allDrafts(organizer);
    const plan = await importCalendar(organizer, toCsv(before).trimEnd().split('\r\n'));
    expect(plan.counts).toMatchObject({ unchanged: 8, changed: 0, new: 0 });
    expect(allDrafts(organizer)).toEqual(before);
  });
});

describe('iCalendar', () => {
  const unfold = (text: string) => text.replaceAll('\r\n ', '');

  test('is made of lines of at most 75 octets that end in CRLF', () => {
    const long = 'Ä😀 ein sehr langer Titel, mit Komma; Semikolon \\ und Zeile\n'.repeat(5);
    const { text } = toIcs([view({ title: long, description: long })], NOW);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
  });

  test('opens and closes each component once, and tells the rules of its zones', () => {
    const { text } = toIcs([view(), view({ timeZone: 'Europe/Berlin' }, { id: 'd-2' })], NOW);
    const stack: string[] = [];
    for (const line of unfold(text).trimEnd().split('\r\n')) {
      const [, word, name] = /^(BEGIN|END):(\w+)$/.exec(line) ?? [];
      if (word === 'BEGIN') stack.push(name ?? '');
      if (word === 'END') expect(stack.pop()).toBe(name);
    }
    expect(stack).toEqual([]);
    for (const zone of ['America/New_York', 'Europe/Berlin']) {
      expect(text).toContain(`TZID:${zone}`);
      expect(text).toContain(`DTSTART;TZID=${zone}:20260712T200000`);
    }
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
    expect(new Set(text.match(/^UID:.+$/gm)).size).toBe(2);
  });

  test('escapes text, dates whole days, and leaves out what has no start', () => {
    const days = { allDay: true, startLocal: '2026-07-12T00:00', endLocal: '2026-07-13T00:00' };
    const { text, skipped } = toIcs([view({ ...days, title: 'a,b;c' }), view({ startLocal: null })], NOW);
    expect(skipped).toBe(1);
    expect(text).toContain('SUMMARY:a\\,b\\;c');
    expect(text).toMatch(/DTSTART[^:\r]*:20260712\r\n/);
    expect(text).toMatch(/DTEND[^:\r]*:20260714\r\n/);
  });
});

test('JSON leaves nothing out', () => {
  const [document] = JSON.parse(toJson([view({ description: 'x', capacity: 3 }, { remoteId: '7', sourceId: 's' })]));
  expect(document).toMatchObject({
    id: 'd-1',
    remoteId: '7',
    sourceId: 's',
    ...readyFields({ description: 'x', capacity: 3 }),
  });
});
