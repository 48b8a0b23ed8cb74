import type { ReadRow, RowIssue } from '#shared/calendar/types.ts';
import type { PlanCounts, PlannedRow } from '#shared/contract/views.ts';
import { z } from 'zod';
import { type Db, get } from '../db/database.ts';
import { type DraftRow, findBySource } from '../drafts/rows.ts';
import { getOperation, isUntouched } from '../outbox/rows.ts';
import { composite, type EventRow, identify, type Identity, sameEvent } from './identity.ts';
import { type FieldChange, mergeRow } from './merge.ts';

/** What is to be done for one row. Only `create` and `update` touch a draft; `keep` notes that the file speaks of it. */
export type PlannedStep = {
  view: PlannedRow;
  action: { kind: 'create'; row: EventRow; sourceKey: string } | { kind: 'update'; row: EventRow; draft: DraftRow; fields: DraftRow['fields'] } | { kind: 'keep'; draftId: string } | null;
};

export type ImportPlan = { counts: PlanCounts; issues: RowIssue[]; steps: PlannedStep[] };

/**
 * Compares a file with what is here and says what would happen to each of its rows. Reads only.
 * @param headerSignature tells files of one program from those of another: an id means something only within its own.
 */
export function planImport(db: Db, rows: readonly ReadRow[], headerSignature: string): ImportPlan {
  const identities = identify(rows.filter((row) => row.kind === 'event'));
  const firstRowOf = new Map<string, EventRow>();
  const issues: RowIssue[] = [];
  const steps = rows.map((row): PlannedStep => {
    if (row.kind === 'skipped') return { view: blankView(row.row, 'skipped', row.text, skipReasons[row.reason]), action: null };
    issues.push(...row.issues);
    if (row.kind === 'invalid') {
      return { view: blankView(row.row, 'invalid', row.cells.filter((cell) => cell.trim() !== '').join(' · '), row.issues[0]?.message ?? ''), action: null };
    }
    const identity = identities.get(row);
    return planEvent(db, row, identity ?? { primary: composite(row), fallback: composite(row) }, headerSignature, firstRowOf, issues);
  });
  return { counts: count(steps), issues, steps };
}

const skipReasons = { blank: 'Blank row', preamble: 'Text above the header', heading: 'Heading' };

function planEvent(db: Db, row: EventRow, identity: Identity, headerSignature: string, firstRowOf: Map<string, EventRow>, issues: RowIssue[]): PlannedStep {
  const { draft, sourceKey } = findDraft(db, row, identity, headerSignature, issues);
  const first = firstRowOf.get(sourceKey);
  if (first !== undefined) {
    const reason = `The same event as row ${first.row}: ${row.sourceId === null ? 'same title, start and venue' : `same id (${row.sourceId}), title and start`}.`;
    issues.push({ row: row.row, column: null, code: 'duplicate', severity: 'warning', message: `${reason} It is left out.` });
    return { view: eventView(row, 'duplicate', [], reason), action: null };
  }
  firstRowOf.set(sourceKey, row);
  if (draft === null) return { view: eventView(row, 'new', [], null), action: { kind: 'create', row, sourceKey } };

  const merged = mergeRow(draft.fields, draft.importedFields, row);
  if (merged.changes.length === 0) {
    return { view: eventView(row, 'unchanged', [], draft.deletedAt === null ? null : 'You moved this draft to the trash.'), action: { kind: 'keep', draftId: draft.id } };
  }
  const operation = draft.operationId === null ? null : getOperation(db, draft.operationId);
  const settled = operation === null || isUntouched(operation) || operation.state === 'rejected' || operation.state === 'cancelled';
  if (!settled) {
    const reason = operation.state === 'delivered' ? 'Already published; the file says something else now.' : 'Being published; the file says something else now.';
    issues.push({ row: row.row, column: null, code: 'published_changed', severity: 'warning', message: `${reason} Changed: ${merged.changes.map((change) => change.label).join(', ')}. Change it on Pinned Events itself.` });
    return { view: eventView(row, 'publishedChanged', merged.changes, reason), action: { kind: 'keep', draftId: draft.id } };
  }
  return { view: eventView(row, 'changed', merged.changes, null), action: { kind: 'update', row, draft, fields: merged.fields } };
}

function findDraft(db: Db, row: EventRow, identity: Identity, headerSignature: string, issues: RowIssue[]): { draft: DraftRow | null; sourceKey: string } {
  const found = findBySource(db, identity.primary);
  if (found !== null) {
    if (row.sourceId === null || sameEvent(found.fields, row.fields) || signatureOf(db, found.importId) === headerSignature) {
      return { draft: found, sourceKey: identity.primary };
    }
    // Another calendar uses the same id for something else: taking it for a change would overwrite that event.
    const sourceKey = composite(row);
    issues.push({ row: row.row, column: null, code: 'id_of_another_event', severity: 'warning', message: `The id “${row.sourceId}” already belongs to “${found.fields.title}”, from another calendar. This row is kept as an event of its own.` });
    return { draft: findBySource(db, sourceKey), sourceKey };
  }
  const earlier = identity.fallback === identity.primary ? null : findBySource(db, identity.fallback);
  if (earlier !== null && sameEvent(earlier.fields, row.fields)) return { draft: earlier, sourceKey: identity.fallback };
  return { draft: null, sourceKey: identity.primary };
}

function signatureOf(db: Db, importId: string | null): string | null {
  if (importId === null) return null;
  const row = get(db, 'SELECT header_signature AS signature FROM imports WHERE id = :importId', { importId });
  return row === undefined ? null : z.object({ signature: z.string() }).parse(row).signature;
}

function blankView(row: number, verdict: 'skipped' | 'invalid', text: string, reason: string): PlannedRow {
  return { row, verdict, title: text.slice(0, 300), startLocal: null, locationName: '', changes: [], reason };
}

function eventView(row: EventRow, verdict: PlannedRow['verdict'], changes: FieldChange[], reason: string | null): PlannedRow {
  return {
    row: row.row,
    verdict,
    title: row.fields.title,
    startLocal: row.fields.startLocal,
    locationName: row.fields.locationName,
    changes: changes.map(({ label, before, after }) => ({ field: label, before: before.slice(0, 300), after: after.slice(0, 300) })),
    reason,
  };
}

function count(steps: PlannedStep[]): PlanCounts {
  const counts: PlanCounts = { rows: steps.length, new: 0, changed: 0, unchanged: 0, publishedChanged: 0, duplicates: 0, skipped: 0, invalid: 0 };
  for (const { view } of steps) counts[view.verdict === 'duplicate' ? 'duplicates' : view.verdict] += 1;
  return counts;
}
