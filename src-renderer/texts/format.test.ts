import { describe, expect, it } from 'vitest';
import { chooseLocale, formatLocal, formatLocalLine, zoneAbbreviation } from './format.ts';

describe('chooseLocale', () => {
  it.each([
    ['en', ['de-DE', 'en-GB', 'en-US'], 'en-GB'],
    ['en', ['de-DE'], 'en'],
    ['de', ['de-AT', 'en-US'], 'de-AT'],
  ])('for a text in %s and %j takes %s', (language, preferred, expected) => {
    expect(chooseLocale(language, preferred)).toBe(expected);
  });
});

describe('formatLocal', () => {
  it('shows the clock time as it was written, whatever zone this computer is in', () => {
    // 02:30 does not exist that day in Berlin and exists twice in autumn: neither may matter here.
    expect(formatLocal('2026-03-29T02:30')?.time).toContain('2:30');
    expect(formatLocal('2026-10-25T02:30')?.date).toContain('25');
  });

  it('leaves what is no time as it is', () => {
    expect(formatLocal(null)).toBeNull();
    expect(formatLocalLine('soon')).toBe('soon');
  });
});

describe('zoneAbbreviation', () => {
  it('is the name of the season, and the zone itself where nobody knows it', () => {
    expect(zoneAbbreviation('America/New_York', '2027-01-15T20:00')).toBe('EST');
    expect(zoneAbbreviation('America/New_York', '2027-07-15T20:00')).toBe('EDT');
    expect(zoneAbbreviation('Mars/Base', '2027-07-15T20:00')).toBe('Mars/Base');
  });
});
