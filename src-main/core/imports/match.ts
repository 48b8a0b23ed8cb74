import { z } from 'zod';
import type { RowIssue } from '#shared/calendar/types.ts';
import { type Db, get } from '../db/database.ts';
import { type DraftRow, findBySource } from '../drafts/rows.ts';
import { composite, type EventRow, type Identity, sameEvent, sameOccurrence } from './identity.ts';

/**
 * The draft that a row stands for, if there is one, and the identity that the row has here. An id is taken at its word
 * only within files of one program: `headerSignature` tells them apart.
 */
export function findDraft(
  db: Db,
  row: EventRow,
  identity: Identity,
  headerSignature: string,
  issues: RowIssue[],
): { draft: DraftRow | null; sourceKey: string } {
  const found = findBySource(db, identity.primary);
  if (found !== null) {
    if (
      row.sourceId === null ||
      sameEvent(found.fields, row.fields) ||
      signatureOf(db, found.importId) === headerSignature
    ) {
      return { draft: found, sourceKey: identity.primary };
    }
    // Another calendar uses the same id for something else: taking it for a change would overwrite that event.
    const sourceKey = composite(row);
    issues.push({
      row: row.row,
      column: null,
      code: 'id_of_another_event',
      severity: 'warning',
      message: `The id “${row.sourceId}” already belongs to “${found.fields.title}”, from another calendar. This row is kept as an event of its own.`,
    });
    return { draft: findBySource(db, sourceKey), sourceKey };
  }
  const earlier = identity.fallback === identity.primary ? null : findBySource(db, identity.fallback);
  // Where a series grew, only the row that says what the one event of that id said is that event.
  const same = identity.fallback === row.sourceId ? sameOccurrence : sameEvent;
  if (earlier !== null && same(lastSaid(earlier), row.fields)) {
    return { draft: earlier, sourceKey: identity.fallback };
  }
  return { draft: null, sourceKey: identity.primary };
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
