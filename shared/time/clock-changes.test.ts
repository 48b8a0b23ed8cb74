import { describe, expect, it } from 'vitest';
import { localToWallMs } from '../calendar/dates/arithmetic.ts';
import { clockStateAt, localOfInstant } from './clock-changes.ts';
import { localAt, resolveLocal } from './zoned.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Buenos_Aires',
  'Australia/Lord_Howe',
  'Asia/Tehran',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Saigon',
  'America/Sao_Paulo',
];

describe('clock changes', () => {
  it.each(zones)('agrees with the date library for every half hour around the changes in %s', (zone) => {
    for (const year of [2011, 2016, 2018, 2027]) {
      for (let month = 0; month < 12; month += 1) {
        for (let halfHour = 0; halfHour < 31 * 48; halfHour += 5) {
          const wall = Date.UTC(year, month, 1) + halfHour * 1_800_000;
          const local = new Date(wall).toISOString().slice(0, 16);
          const state = clockStateAt(localToWallMs(local), zone);
          if (state === 'normal' && halfHour % 240 !== 0) continue;
          const resolved = resolveLocal(local, zone);
          expect([local, state]).toEqual([local, resolved.ok ? (resolved.overlap ? 'overlap' : 'normal') : 'gap']);
        }
      }
    }
  });

  it.each(zones)('shows the wall clock of an instant in %s', (zone) => {
    for (let day = 0; day < 365; day += 3) {
      const instant = Date.UTC(2026, 11, 31, 23, 30) + day * 86_400_000 + (day % 24) * 3_600_000;
      expect(localOfInstant(instant, zone)?.local).toBe(localAt(instant, zone));
    }
  });

  it('knows which of two equal hours an instant is', () => {
    expect(localOfInstant(Date.UTC(2027, 9, 31, 0, 30), 'Europe/Berlin')).toEqual({
      local: '2027-10-31T02:30',
      fold: 'earlier',
    });
    expect(localOfInstant(Date.UTC(2027, 9, 31, 1, 30), 'Europe/Berlin')).toEqual({
      local: '2027-10-31T02:30',
      fold: 'later',
    });
    expect(localOfInstant(Date.UTC(2027, 9, 31, 2, 30), 'Europe/Berlin')).toEqual({
      local: '2027-10-31T03:30',
      fold: 'earlier',
    });
  });
});
