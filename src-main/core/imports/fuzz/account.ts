import { expect } from 'vitest';
import type { ReadRow } from '#shared/calendar/types.ts';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';

/**
 * Each row of the file is there exactly once, as an event (or several, numbered), as skipped, or as invalid with a
 * reason; and each event is a draft that can be published.
 */
export function expectAllAccountedFor(read: { rows: readonly ReadRow[]; headerRow: number | null }): void {
  const byRow = new Map<number, ReadRow[]>();
  for (const row of read.rows) byRow.set(row.row, [...(byRow.get(row.row) ?? []), row]);
  const numbers = [...byRow.keys(), ...(read.headerRow === null ? [] : [read.headerRow])].sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  for (const parts of byRow.values()) {
    const [first] = parts;
    expect(parts.length).toBe(first?.kind === 'event' ? (first.part?.of ?? 1) : 1);
  }
  for (const row of read.rows) {
    if (row.kind === 'invalid')
      expect(row.issues.some((issue) => issue.severity === 'error' && issue.message.length > 20)).toBe(true);
    if (row.kind !== 'event') continue;
    expect(DraftFieldsSchema.safeParse(row.fields).error).toBeUndefined();
    expect(publishProblems(row.fields)).toEqual([]);
    expect(row.issues.every((issue) => issue.severity === 'warning')).toBe(true);
  }
}

/**
 * How many records a file has, counted without the reader: its lines. Null where quotation marks, mixed line ends or
 * zeros make lines and records two things.
 */
export function countLines(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes).toString('latin1');
  if (/["'\0\x85]/.test(text)) return null;
  const ends = new Set(text.match(/\r\n|\r|\n/g));
  if (ends.size > 1) return null;
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}
