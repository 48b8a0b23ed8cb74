import type { DraftChange } from '#shared/drafts/change.ts';
import { type DraftField, type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import type { DraftRow } from '../drafts/rows.ts';
import type { NewStep } from './step.ts';

/** What says when an event is: changing only this is moving it. */
const WHEN: readonly DraftField[] = ['startLocal', 'endLocal', 'allDay', 'timeZone', 'startFold'];

/** What is typed: what follows in the same field belongs to the same step. */
const TYPED: readonly DraftField[] = ['title', 'description', 'locationName'];

/** The step of a new draft. */
export function stepOfAdding(fields: DraftFields): NewStep {
  const empty = emptyDraftFields();
  return { kind: 'add', fields: TYPED.filter((field) => fields[field] !== empty[field]) };
}

/** The step of an edit by hand. */
export function stepOfEditing(draft: DraftRow, after: DraftFields): NewStep {
  const fields = (Object.keys(after) as DraftField[]).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(draft.fields[field]),
  );
  return { kind: onlyWhen(fields) ? 'move' : 'edit', fields, draft: draft.seq };
}

/** The step of one change for many drafts. */
export function stepOfChange({ set, shiftDays }: DraftChange): NewStep {
  const fields = (Object.keys(set) as DraftField[]).filter((field) => set[field] !== undefined);
  return { kind: onlyWhen(fields) ? 'move' : 'change', fields, days: fields.length === 0 ? shiftDays : 0 };
}

function onlyWhen(fields: DraftField[]): boolean {
  return fields.every((field) => WHEN.includes(field));
}
