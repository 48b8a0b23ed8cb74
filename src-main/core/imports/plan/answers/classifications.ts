import type { ReadRow, RowIssue } from '#shared/calendar/types.ts';
import type { Classification } from '#shared/contract/views.ts';
import type { EventRow } from '../identity.ts';

/**
 * Keeps the categories of a file that the platform lists, by slug or by name, and puts the chosen default in place of
 * the rest: an event with an unlisted one would only be refused. Each unlisted category is reported once. While the
 * platform's list was never read (offline), categories stay as they are. What the person answered for a category wins.
 */
export function createClassificationCheck(
  known: readonly Classification[],
  fallback: string | undefined,
  answers: Readonly<Record<string, readonly string[]>> = {},
) {
  const answered = new Map(Object.entries(answers).map(([category, slugs]) => [kebab(category), slugs] as const));
  const slugOf = new Map(known.flatMap(({ slug, name }) => [[slug, slug] as const, [kebab(name), slug] as const]));
  const unlisted = new Map<string, { row: number; times: number }>();

  function note(category: string, row: number): void {
    const seen = unlisted.get(category);
    unlisted.set(category, { row: seen?.row ?? row, times: (seen?.times ?? 0) + 1 });
  }

  return {
    check(row: ReadRow): ReadRow {
      if (row.kind !== 'event' || !row.given.includes('classifications')) return row;
      if (known.length === 0 && answered.size === 0) return row;
      const slugs = new Set<string>();
      for (const category of row.fields.classifications) {
        const answer = answered.get(kebab(category));
        for (const slug of answer ?? []) slugs.add(slug);
        if (answer !== undefined) continue;
        if (known.length === 0) {
          slugs.add(category);
          continue;
        }
        const slug = slugOf.get(category) ?? slugOf.get(kebab(category));
        if (slug !== undefined) slugs.add(slug);
        else note(category, row.row);
      }
      return slugs.size > 0 ? withSlugs(row, [...slugs]) : withDefault(row, fallback);
    },
    /** What is neither listed nor answered, the most frequent first. */
    unmapped: () => [...unlisted].map(([value, { times }]) => ({ value, rows: times })).sort((a, b) => b.rows - a.rows),
    issues: (): RowIssue[] => [...unlisted].map(([category, seen]) => report(category, seen, fallback)),
  };
}

function withSlugs(row: EventRow, classifications: string[]): EventRow {
  return { ...row, fields: { ...row.fields, classifications } };
}

/** A default is not what the file said, so a later choice of the person is never overwritten by it. */
function withDefault(row: EventRow, fallback: string | undefined): EventRow {
  const given = row.given.filter((field) => field !== 'classifications');
  return { ...withSlugs(row, fallback === undefined ? [] : [fallback]), given };
}

function report(
  category: string,
  { row, times }: { row: number; times: number },
  fallback: string | undefined,
): RowIssue {
  const where = times === 1 ? '1 row' : `${times} rows`;
  const instead =
    fallback === undefined
      ? 'Choose a classification for these events before publishing.'
      : `Where a row has no other, “${fallback}” is used.`;
  return {
    row,
    column: null,
    code: 'unknown_classification',
    severity: 'warning',
    message: `“${category}” (${where}) is not a classification that Pinned Events lists. ${instead}`,
  };
}

function kebab(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
