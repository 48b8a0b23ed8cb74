import { expect } from 'vitest';
import type { ReadRow } from '#shared/calendar/types.ts';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { DraftFieldsSchema } from '#shared/drafts/draft.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import type { Organizer } from '../../organizer.ts';

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

const EVERY_VERDICT = ['new', 'changed', 'unchanged', 'publishedChanged', 'duplicate', 'skipped', 'invalid'] as const;

/** Each row of a plan has one of the seven verdicts, and can be looked at under it; invalid ones say why. */
export function expectPlanComplete({ imports }: Pick<Organizer, 'imports'>, { planId, counts }: ImportPlanView): void {
  const { rows, ...byVerdict } = counts;
  expect(Object.values(byVerdict).reduce((sum, count) => sum + count, 0)).toBe(rows);
  for (const verdict of EVERY_VERDICT) {
    const page = imports.rows(planId, { verdicts: [verdict], limit: 20, offset: 0 });
    expect(page.total).toBe(byVerdict[verdict === 'duplicate' ? 'duplicates' : verdict]);
    for (const row of page.rows) if (verdict === 'invalid') expect(row.reason?.length ?? 0).toBeGreaterThan(20);
  }
}

/** How many events an iCalendar file surely begins, counted without the reader: whole lines that no other folds into. */
export function countEventLines(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r*\n|\r/);
  if (/[\0\x85]|QUOTED-PRINTABLE/i.test(lines.join())) return 0;
  return lines.filter((line, index) => {
    const next = lines.slice(index + 1).find((each) => each.trim() !== '') ?? '';
    return /^BEGIN:VEVENT$/i.test(line) && !/^[ \t]/.test(next);
  }).length;
}
