import { describe, expect, it } from 'vitest';
import { finish } from '../../steps.ts';
import { isTimeZone } from '../../time/zoned.ts';
import { understand } from '../understand.ts';
import { findTimeZone } from './find-zone.ts';
import { currentNames } from './old-names.ts';
import { windowsNames } from './windows-names.ts';

function read(lines: string[]) {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understand(rows, { timeZone: 'America/New_York' }));
  const found = [...calendar.readRows(rows)];
  const outline = found.map((row) => [
    row.kind === 'event' ? row.fields.startLocal : row.kind,
    ...(row.kind === 'skipped' ? [] : row.issues.map((issue) => issue.code)),
  ]);
  return { outline, notes: calendar.reading.issues };
}

describe('zone names', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['(UTC-05:00) Eastern Standard Time', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(GMT+09:00) Amsterdam', null],
    ['Kolkata', 'Asia/Kolkata'],
    ['Mitteleuropäische Zeit', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['Z', 'UTC'],
    ['Mars/Olympus', null],
    ['', null],
  ])('%s is %s', (written, zone) => expect(findTimeZone(written)).toBe(zone));

  it('all lead to zones that the engine knows, by names that are current', () => {
    for (const zone of [...currentNames.values(), ...Object.values(windowsNames)]) {
      expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
      expect([zone, currentNames.get(zone.toLowerCase()) ?? null]).toEqual([zone, null]);
    }
  });
});

describe('zones and offsets that contradict one another', () => {
  const header = 'title|start_at|timezone';

  it('are said, and the instant is kept', () => {
    expect(read([header, 'A|2027-05-03T20:00:00+02:00|America/New_York']).outline).toEqual([
      ['2027-05-03T14:00', 'offset_mismatch'],
    ]);
    expect(read([header, 'A|2027-05-03T20:00:00-04:00|America/New_York']).outline).toEqual([['2027-05-03T20:00']]);
  });

  it('an offset instead of a zone counts where the default zone has it', () => {
    const lines = ['title|date|time|timezone', 'B|2027-05-03|20:00|America/New_York', 'C|2027-05-03|20:00|UTC'];
    expect(read([...lines, 'A|2027-05-03|20:00|UTC-4']).outline.at(-1)).toEqual(['2027-05-03T20:00']);
    expect(read([...lines, 'A|2027-05-03|20:00|UTC-5']).outline.at(-1)).toEqual(['invalid', 'unknown_zone']);
  });

  it('a Z that would put most events into the night is said, and nothing is changed', () => {
    const line = (day: number, hour: number) => `Show ${day}|2027-05-0${day}T${hour}:00:00Z|Europe/Berlin`;
    const evening = read([header, line(3, 22), line(4, 23), line(5, 22), line(6, 22), line(7, 23)]);
    expect(evening.notes.map((note) => note.code)).toEqual(['z_may_be_local']);
    expect(evening.outline[0]).toEqual(['2027-05-04T00:00']);
    expect(read([header, line(3, 17), line(4, 18), line(5, 17), line(6, 22), line(7, 18)]).notes).toEqual([]);
  });
});
