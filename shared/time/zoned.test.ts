import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isLocalDateTime, isTimeZone, localAt, resolveEnd, resolveLocal } from './zoned.ts';

describe('a local time that exists once', () => {
  test.each([
    ['2026-06-12T20:00', 'America/New_York', '2026-06-12T20:00:00-04:00'],
    ['2026-01-12T20:00', 'America/New_York', '2026-01-12T20:00:00-05:00'],
    ['2026-06-12T20:00', 'Asia/Kathmandu', '2026-06-12T20:00:00+05:45'],
    ['2026-06-12T20:00', 'UTC', '2026-06-12T20:00:00+00:00'],
    ['2026-12-24T00:00', 'Pacific/Kiritimati', '2026-12-24T00:00:00+14:00'],
    ['2028-02-29T12:00', 'Europe/Berlin', '2028-02-29T12:00:00+01:00'],
  ])('%s in %s is %s', (local, zone, iso) => {
    expect(resolveLocal(local, zone)).toMatchObject({ ok: true, iso, epochMs: Date.parse(iso), overlap: false });
  });
});

describe('a local time that the clocks jump over', () => {
  test.each([
    ['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T03:00'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:00'],
    ['2026-03-08T02:59', 'America/New_York', '2026-03-08T03:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T02:30'],
    ['2018-11-04T00:00', 'America/Sao_Paulo', '2018-11-04T01:00'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-31T00:00'],
  ])('%s in %s is refused, and %s is named as the next', (local, timeZone, next) => {
    expect(resolveLocal(local, timeZone)).toEqual({ ok: false, problem: { kind: 'gap', local, next } });
    expect(resolveLocal(next, timeZone)).toMatchObject({ ok: true });
  });

  test('the minutes around it exist', () => {
    expect(resolveLocal('2026-03-29T01:59', 'Europe/Berlin')).toMatchObject({ iso: '2026-03-29T01:59:00+01:00' });
    expect(resolveLocal('2026-03-29T03:00', 'Europe/Berlin')).toMatchObject({ iso: '2026-03-29T03:00:00+02:00' });
  });
});

describe('a local time that comes twice', () => {
  test.each([
    ['2026-10-25T02:30', 'Europe/Berlin', '+02:00', '+01:00'],
    ['2026-11-01T01:00', 'America/New_York', '-04:00', '-05:00'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '+11:00', '+10:30'],
    ['2018-02-17T23:30', 'America/Sao_Paulo', '-02:00', '-03:00'],
  ])('%s in %s is the earlier one unless the later one is asked for', (local, zone, first, second) => {
    expect(resolveLocal(local, zone)).toMatchObject({ ok: true, iso: `${local}:00${first}`, overlap: true });
    expect(resolveLocal(local, zone, 'later')).toMatchObject({ ok: true, iso: `${local}:00${second}`, overlap: true });
  });
});

describe('the end of an event', () => {
  const end = (start: string, finish: string, fold: 'earlier' | 'later') =>
    resolveEnd(start, finish, 'Europe/Berlin', fold);

  test('in the repeated hour, it is the first showing that is not before the start', () => {
    expect(end('2026-10-25T02:10', '2026-10-25T02:40', 'earlier')).toMatchObject({ iso: '2026-10-25T02:40:00+02:00' });
    expect(end('2026-10-25T02:10', '2026-10-25T02:40', 'later')).toMatchObject({ iso: '2026-10-25T02:40:00+01:00' });
    expect(end('2026-10-25T02:40', '2026-10-25T02:10', 'earlier')).toMatchObject({ iso: '2026-10-25T02:10:00+01:00' });
  });

  test('elsewhere, it is simply that time, and a gap is refused', () => {
    expect(end('2026-06-12T20:00', '2026-06-12T23:00', 'earlier')).toMatchObject({ iso: '2026-06-12T23:00:00+02:00' });
    expect(end('2026-03-28T20:00', '2026-03-29T02:30', 'earlier')).toMatchObject({ problem: { kind: 'gap' } });
  });
});

describe('what is no time or no zone', () => {
  test.each(['2026-02-29T10:00', '2026-13-01T10:00', '2026-06-12T24:00', '2026-06-12', '2026-06-12T20:00:00', '', 'x'])(
    '%o is not a local time',
    (text) => {
      expect(isLocalDateTime(text)).toBe(false);
      expect(resolveLocal(text, 'UTC')).toMatchObject({ ok: false, problem: { kind: 'not_a_time' } });
    },
  );

  test.each(['Mars/Olympus', '+02:00', '', 'Europe/Berlin ', 'Etc/../UTC'])('%o is not a zone', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
    expect(resolveLocal('2026-06-12T20:00', zone)).toMatchObject({ ok: false, problem: { kind: 'unknown_zone' } });
  });
});

test('rule: an instant is shown as a local time that leads back to the same instant', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo'];
  const minute = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
      const epochMs = minutes * 60_000;
      const local = localAt(epochMs, zone);
      const readings = [resolveLocal(local, zone, 'earlier'), resolveLocal(local, zone, 'later')];
      expect(readings).toContainEqual(expect.objectContaining({ ok: true, epochMs }));
      for (const reading of readings) {
        expect(reading).toMatchObject({ ok: true, iso: expect.stringMatching(`^${local}:00[+-]`) });
        if (reading.ok) expect(Date.parse(reading.iso)).toBe(reading.epochMs);
      }
    }),
    { numRuns: 500 },
  );
});

describe('arithmetic and the time zone database', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'Pacific/Apia',
    'UTC',
  ];
  test('agree on every time of day, around every change of the clocks', () => {
    const near = (zone: string, year: number) =>
      fc.integer({ min: Date.UTC(year, 0, 1), max: Date.UTC(year + 1, 0, 1) - 1 }).map((ms) => ({
        local: new Date(ms).toISOString().slice(0, 16),
        zone,
      }));
    const anyTime = fc
      .tuple(fc.constantFrom(...zones), fc.integer({ min: 1950, max: 2150 }))
      .chain(([zone, year]) => near(zone, year));
    fc.assert(
      fc.property(anyTime, ({ local, zone }) => {
        const found = resolveLocal(local, zone);
        const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' });
        if (!found.ok) expect(zoned.toPlainDateTime().toString().slice(0, 16)).not.toBe(local);
        else expect([found.epochMs, Date.parse(found.iso)]).toEqual([zoned.epochMilliseconds, zoned.epochMilliseconds]);
      }),
      { numRuns: 2_000 },
    );
  });
});
