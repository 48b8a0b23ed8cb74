import { describe, expect, it } from 'vitest';
import { chooseLocale, formatLocal, formatLocalLine } from './format.ts';

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
