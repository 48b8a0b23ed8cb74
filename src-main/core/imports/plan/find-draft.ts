import { z } from 'zod';
import type { RowIssue } from '#shared/calendar/types.ts';
import { type Db, get } from '../../db/database.ts';
import { type DraftRow, findBySource, findDraftRow } from '../../drafts/rows.ts';
import { draftIdOf } from '../../exports/ics-uid.ts';
import { composite, type EventRow, sameEvent, sameOccurrence } from './identity.ts';

/** A row that gives an event, with its identities: its own, and what it was if its id was unique then. */
export type IdentifiedRow = Pick<EventRow, 'row' | 'sourceId' | 'fields'> & { primary: string; fallback: string };

export type FoundDraft = { draft: DraftRow | null; sourceKey: string; issue: RowIssue | null };

/**
 * The draft that a row stands for, if there is one, and the identity that the row has here. An id is taken at its word
 * only within files of one program.
 * @param headerSignature tells files of one program from those of another
 */
export function findDraft(db: Db, row: IdentifiedRow, headerSignature: string): FoundDraft {
  const own = findOwnDraft(db, row);
  if (own !== null) return { draft: own, sourceKey: row.primary, issue: null };
  const found = findBySource(db, row.primary);
  if (found !== null) {
    const isSame =
      row.sourceId === null ||
      sameEvent(found.fields, row.fields) ||
      signatureOf(db, found.importId) === headerSignature;
    return isSame ? { draft: found, sourceKey: row.primary, issue: null } : asAnother(db, row, found);
  }
  const earlier = row.fallback === row.primary ? null : findBySource(db, row.fallback);
  // Where a series grew, only the row that says what the one event of that id said is that event.
  const same = row.fallback === row.sourceId ? sameOccurrence : sameEvent;
  if (earlier !== null && same(lastSaid(earlier), row.fields)) {
    return { draft: earlier, sourceKey: row.fallback, issue: null };
  }
  return { draft: null, sourceKey: row.primary, issue: null };
}

/** The draft that an event of our own export was, wherever the draft came from. */
function findOwnDraft(db: Db, { sourceId }: IdentifiedRow): DraftRow | null {
  const id = draftIdOf(sourceId ?? '');
  return id === null ? null : findDraftRow(db, id);
}

/** Another calendar uses the same id for something else: taking it for a change would overwrite that event. */
function asAnother(db: Db, row: IdentifiedRow, found: DraftRow): FoundDraft {
  const sourceKey = composite(row);
  const issue: RowIssue = {
    row: row.row,
    column: null,
    code: 'id_of_another_event',
    severity: 'warning',
    message: `The id “${row.sourceId}” already belongs to “${found.fields.title}”, from another calendar. This row is kept as an event of its own.`,
  };
  return { draft: findBySource(db, sourceKey), sourceKey, issue };
}

/** What the file last said about an event, where it did; a person may have changed the draft since. */
function lastSaid({ fields, importedFields }: DraftRow): { title: string; startLocal: string | null } {
  return {
    title: importedFields?.title ?? fields.title,
    startLocal: importedFields?.startLocal ?? fields.startLocal,
  };
}

function signatureOf(db: Db, importId: string | null): string | null {
  if (importId === null) return null;
  const row = get(db, 'SELECT header_signature AS signature FROM imports WHERE id = :importId', { importId });
  return row === undefined ? null : z.object({ signature: z.string() }).parse(row).signature;
}
