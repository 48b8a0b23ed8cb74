import type { ReadRow, RowIssue } from '#shared/calendar/types.ts';
import type { PlanCounts, PlannedRow } from '#shared/contract/views.ts';
import type { Db } from '../db/database.ts';
import type { DraftRow, ImportedFields } from '../drafts/rows.ts';
import { getOperation, isUntouched } from '../outbox/rows.ts';
import { composite, type EventRow, type Identity, identify } from './identity.ts';
import { findDraft } from './match.ts';
import { givenFields, mergeRow } from './merge.ts';
import { blankView, countVerdicts, eventView } from './plan-view.ts';

/** What is to be done for one row. Only `create` and `update` touch a draft; `keep` notes that the file speaks of it, and what it `said`. */
export type PlannedStep = {
  view: PlannedRow;
  action:
    | { kind: 'create'; row: EventRow; sourceKey: string }
    | { kind: 'update'; row: EventRow; draft: DraftRow; fields: DraftRow['fields'] }
    | { kind: 'keep'; draftId: string; said: ImportedFields | null }
    | null;
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
    if (row.kind === 'skipped')
      return { view: blankView(row.row, 'skipped', row.text, skipReasons[row.reason]), action: null };
    issues.push(...row.issues);
    if (row.kind === 'invalid') {
      return {
        view: blankView(
          row.row,
          'invalid',
          row.cells.filter((cell) => cell.trim() !== '').join(' · '),
          row.issues[0]?.message ?? '',
        ),
        action: null,
      };
    }
    const identity = identities.get(row);
    return planEvent(
      db,
      row,
      identity ?? { primary: composite(row), fallback: composite(row) },
      headerSignature,
      firstRowOf,
      issues,
    );
  });
  return { counts: countVerdicts(steps), issues, steps };
}

const skipReasons = { blank: 'Blank row', preamble: 'Text above the header', heading: 'Heading' };

function planEvent(
  db: Db,
  row: EventRow,
  identity: Identity,
  headerSignature: string,
  firstRowOf: Map<string, EventRow>,
  issues: RowIssue[],
): PlannedStep {
  const { draft, sourceKey } = findDraft(db, row, identity, headerSignature, issues);
  const first = firstRowOf.get(sourceKey);
  if (first !== undefined) {
    const reason = `The same event as row ${first.row}: ${row.sourceId === null ? 'same title, start and venue' : `same id (${row.sourceId}), title and start`}.`;
    issues.push({
      row: row.row,
      column: null,
      code: 'duplicate',
      severity: 'warning',
      message: `${reason} It is left out.`,
    });
    return { view: eventView(row, 'duplicate', [], reason), action: null };
  }
  firstRowOf.set(sourceKey, row);
  if (draft === null) return { view: eventView(row, 'new', [], null), action: { kind: 'create', row, sourceKey } };

  const merged = mergeRow(draft.fields, draft.importedFields, row);
  if (merged.changes.length === 0) {
    return {
      view: eventView(row, 'unchanged', [], draft.deletedAt === null ? null : 'You moved this draft to the trash.'),
      action: { kind: 'keep', draftId: draft.id, said: givenFields(row) },
    };
  }
  const operation = draft.operationId === null ? null : getOperation(db, draft.operationId);
  const settled =
    operation === null || isUntouched(operation) || operation.state === 'rejected' || operation.state === 'cancelled';
  if (!settled) {
    const reason =
      operation.state === 'delivered'
        ? 'Already published; the file says something else now.'
        : 'Being published; the file says something else now.';
    issues.push({
      row: row.row,
      column: null,
      code: 'published_changed',
      severity: 'warning',
      message: `${reason} Changed: ${merged.changes.map((change) => change.label).join(', ')}. Change it on Pinned Events itself.`,
    });
    return {
      view: eventView(row, 'publishedChanged', merged.changes, reason),
      action: { kind: 'keep', draftId: draft.id, said: null },
    };
  }
  return {
    view: eventView(row, 'changed', merged.changes, null),
    action: { kind: 'update', row, draft, fields: merged.fields },
  };
}
