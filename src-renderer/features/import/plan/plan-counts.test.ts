import { describe, expect, it } from 'vitest';
import { leftOutOf, rowsToImport, summariseCounts } from './plan-counts.ts';

const none = { rows: 0, new: 0, changed: 0, unchanged: 0, publishedChanged: 0, duplicates: 0, skipped: 0, invalid: 0 };

describe('summariseCounts', () => {
  it('names only what happened', () => {
    expect(summariseCounts({ ...none, rows: 1205, new: 1200, unchanged: 4, invalid: 1 })).toBe(
      '1,200 new, 4 unchanged, 1 not readable',
    );
  });

  it('speaks of one duplicate as one', () => {
    expect(summariseCounts({ ...none, rows: 2, new: 1, duplicates: 1 })).toBe('1 new, 1 duplicate');
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

describe('leftOutOf', () => {
  it('names every row that made no draft, what needs a look first', () => {
    const counts = {
      rows: 13,
      new: 3,
      changed: 0,
      unchanged: 4,
      publishedChanged: 1,
      duplicates: 0,
      skipped: 3,
      invalid: 2,
    };
    expect(leftOutOf(counts)).toEqual([
      { name: 'publishedChanged', rows: 1 },
      { name: 'invalid', rows: 2 },
      { name: 'unchanged', rows: 4 },
      { name: 'skipped', rows: 3 },
    ]);
  });
});
