import type { ReadRow } from '#shared/calendar/types.ts';
import { sha256 } from '../hash.ts';

export type EventRow = Extract<ReadRow, { kind: 'event' }>;

/** Who a row is, across re-exports: `primary` is its identity; `fallback` is what it was if its id was unique then. */
export type Identity = { primary: string; fallback: string };

/**
 * What makes two rows the same event when the file has no ids: title, start and venue, whatever the case, the accents'
 * encoding, the white space, the order of the rows or the description.
 */
export function fingerprint({ fields }: EventRow): string {
  const parts = [fields.title, fields.startLocal ?? '', fields.locationName].map(normalise);
  return `fp-${sha256(parts.join('\u001f')).slice(0, 24)}`;
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

type Occurrence = { title: string; startLocal: string | null };

/** Title and start: what tells apart the events that share one id. */
function occurrence({ title, startLocal }: Occurrence): string {
  return sha256([normalise(title), startLocal ?? ''].join('\u001f')).slice(0, 12);
}

/** True when title and start are both the same. */
export function sameOccurrence(a: Occurrence, b: Occurrence): boolean {
  return occurrence(a) === occurrence(b);
}

/**
 * Identities for all rows of a file. An id is trusted while it stands for one event; where a file gives one id to
 * several events (a series, a copied row), the title and start join it for all of them, so that the order of the rows
 * never matters.
 */
export function identify(rows: readonly EventRow[]): Map<EventRow, Identity> {
  const occurrencesById = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.sourceId === null) continue;
    const seen = occurrencesById.get(row.sourceId) ?? new Set();
    occurrencesById.set(row.sourceId, seen.add(occurrence(row.fields)));
  }
  return new Map(
    rows.map((row) => {
      if (row.sourceId === null) return [row, { primary: fingerprint(row), fallback: fingerprint(row) }];
      const plain = row.sourceId;
      const full = composite(row);
      const shared = (occurrencesById.get(plain)?.size ?? 0) > 1;
      return [row, shared ? { primary: full, fallback: plain } : { primary: plain, fallback: full }];
    }),
  );
}

/** Identity of a row whose id stands for other events too. */
export function composite(row: EventRow): string {
  return `${row.sourceId ?? 'row'}@${occurrence(row.fields)}`;
}

/** True when two versions of a row are plainly the same event: the title or the start is the same. */
export function sameEvent(a: Occurrence, b: Occurrence): boolean {
  return normalise(a.title) === normalise(b.title) || (a.startLocal !== null && a.startLocal === b.startLocal);
}
