import {
  type DraftField,
  type DraftFields,
  DraftFieldsSchema,
  draftFieldLabels,
  emptyDraftFields,
} from '#shared/drafts/draft.ts';
import type { ImportedFields } from '../../drafts/rows.ts';
import type { EventRow } from './identity.ts';

const FIELDS = Object.keys(DraftFieldsSchema.shape) as DraftField[];
const EMPTY = emptyDraftFields();

export type FieldChange = { field: DraftField; label: string; before: string; after: string };

/** Only the fields that the row itself gave. */
export function givenFields(row: Pick<EventRow, 'fields' | 'given'>): ImportedFields {
  return Object.fromEntries(row.given.map((field) => [field, row.fields[field]]));
}

/**
 * A re-import as a three-way merge, so that local edits survive: a field changes only when the file says something
 * else than it said last time. Defaults (chosen for the whole file) only fill what is still empty.
 */
export function mergeRow(
  current: DraftFields,
  lastTime: ImportedFields | null,
  row: Pick<EventRow, 'fields' | 'given'>,
): { fields: DraftFields; changes: FieldChange[] } {
  const given = new Set(row.given);
  const fields: DraftFields = { ...current };
  const changes: FieldChange[] = [];
  for (const field of FIELDS) {
    const incoming = row.fields[field];
    const known = given.has(field) ? (lastTime?.[field] ?? current[field]) : current[field];
    const wanted = given.has(field) || same(current[field], EMPTY[field]);
    if (!wanted || same(incoming, known) || same(incoming, current[field])) continue;
    Object.assign(fields, { [field]: incoming });
    changes.push({ field, label: draftFieldLabels[field], before: say(current[field]), after: say(incoming) });
  }
  return { fields, changes };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A value as a person would read it in a list of changes. */
function say(value: DraftFields[DraftField]): string {
  if (value === null || value === '') return '–';
  if (Array.isArray(value))
    return value.length === 0
      ? '–'
      : value.map((item) => (typeof item === 'string' ? item : item.name || item.url)).join(', ');
  return String(value);
}
