import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { readCalendarFile } from '../read/testing.ts';

/** Real calendars beside the repository. They are test input only, and not part of it. */
const folder = new URL('../../../../../shared/samples/ics/', import.meta.url);
const isHere = existsSync(folder);
if (!isHere) console.warn('NOTICE: ../shared/samples/ics is absent; no real iCalendar file was read.');

const options = {
  timeZone: 'Europe/Berlin',
  channelId: 1,
  placeId: 'place-1',
  classification: 'music',
  nowMs: Date.UTC(2027, 0, 1),
};

type Outcome = { vevents: number; events: number; why?: Record<string, number>; from?: string };

/**
 * What each file gives on 1 January 2027, checked against the files by eye. `why` counts the reasons of what gives no
 * event; `from` reads the dates of series from that day on.
 */
const expected: Record<string, Outcome | 'no events'> = {
  'ch-kzn.ics': { vevents: 40, events: 40 },
  // An end, but no start.
  'de-roost.ics': { vevents: 10, events: 0, why: { no_date: 10 } },
  // Only the rules of a zone.
  'icaljs-Atikokan.ics': 'no events',
  'icaljs-Los_Angeles.ics': 'no events',
  'icaljs-RDATE_test.ics': 'no events',
  'icaljs-RRULE_UNTIL_test.ics': 'no events',
  'icaljs-blank_line_end.ics': 'no events',
  // Each day since 2012, without end: 1 January 2027 to 1 July 2028.
  'icaljs-daily_recur.ics': { vevents: 1, events: 548, why: { past: 1 } },
  'icaljs-duration_instead_of_dtend.ics': { vevents: 1, events: 1 },
  'icaljs-google_birthday.ics': { vevents: 4, events: 6, from: '2012-01-01' },
  // 18 Mondays to 29 July 2012, and 18 Sundays.
  'icaljs-multiple_rrules.ics': { vevents: 1, events: 36, from: '2012-01-01' },
  'icaljs-only_dtstart_time.ics': { vevents: 1, events: 1 },
  'icaljs-rdate_exdate.ics': { vevents: 1, events: 0, why: { no_title: 1 } },
  'icaljs-recur_instances_finite.ics': { vevents: 1, events: 0, why: { past: 1 } },
  'icaljs-utc_negative_zero.ics': { vevents: 1, events: 1 },
  'us-boston-cruise.ics': { vevents: 116, events: 116 },
};

describe.skipIf(!isHere)('real iCalendar files (skipped only when ../shared/samples is absent)', () => {
  it('are all in the table', () => {
    expect(Object.keys(expected).sort()).toEqual((isHere ? readdirSync(folder) : []).sort());
  });

  it.each(Object.entries(expected))('%s', (file, wanted) => {
    const bytes = readFileSync(new URL(file, folder));
    if (wanted === 'no events') {
      expect(() => readCalendarFile(bytes, file, options)).toThrow(OrganizerError);
      expect(() => readCalendarFile(bytes, file, options)).toThrow(/calendar without any event/);
      return;
    }
    const { reading, rows } = readCalendarFile(bytes, file, {
      ...options,
      ...(wanted.from !== undefined && { seriesFrom: wanted.from }),
    });
    const all = [...rows];
    const why: Record<string, number> = {};
    for (const row of all) {
      const reason = row.kind === 'skipped' ? row.reason : row.kind === 'invalid' ? (row.issues[0]?.code ?? '') : null;
      if (reason !== null) why[reason] = (why[reason] ?? 0) + 1;
      if (row.kind !== 'event') continue;
      expect(DraftFieldsSchema.safeParse(row.fields).error).toBeUndefined();
      expect(publishProblems(row.fields)).toEqual([]);
    }
    expect({
      vevents: new Set(all.map((row) => row.row)).size,
      events: all.filter((row) => row.kind === 'event').length,
      ...(Object.keys(why).length > 0 && { why }),
      ...(wanted.from !== undefined && { from: wanted.from }),
    }).toEqual(wanted);
    expect([...bytes.toString().matchAll(/^BEGIN:VEVENT/gm)]).toHaveLength(wanted.vevents);
    expect(reading).toMatchObject({ format: 'ics', encoding: 'UTF-8' });
  });
});
