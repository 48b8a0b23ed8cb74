import { describe, expect, it } from 'vitest';
import { rowsToImport, summariseCounts } from './plan-counts.ts';

const none = { rows: 0, new: 0, changed: 0, unchanged: 0, publishedChanged: 0, duplicates: 0, skipped: 0, invalid: 0 };

describe('summariseCounts', () => {
  it('names only what happened', () => {
    expect(summariseCounts({ ...none, rows: 1205, new: 1200, unchanged: 4, invalid: 1 })).toBe(
      '1,200 new, 4 unchanged, 1 not readable',
    );
  });

  it('says how many rows an import of nothing had', () => {
    expect(summariseCounts(none)).toBe('0 rows');
  });
});

describe('rowsToImport', () => {
  it('counts what makes or changes a draft', () => {
    expect(rowsToImport({ ...none, rows: 9, new: 3, changed: 2, publishedChanged: 1, duplicates: 3 })).toBe(5);
  });
});
