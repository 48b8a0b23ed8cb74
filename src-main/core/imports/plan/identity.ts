import type { ReadRow } from '#shared/calendar/types.ts';
import { sha256 } from '../../hash.ts';

export type EventRow = Extract<ReadRow, { kind: 'event' }>;

/**
 * What makes two rows the same event when the file has no ids: title, start and venue, whatever the case, the accents'
 * encoding, the white space, the order of the rows or the description.
 */
export function fingerprint({ fields }: Pick<EventRow, 'fields'>): string {
  const parts = [fields.title, fields.startLocal ?? '', fields.locationName].map(normalise);
  return `fp-${sha256(parts.join('\u001f')).slice(0, 24)}`;
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

type Occurrence = { title: string; startLocal: string | null };

/** Title and start: what tells apart the events that share one id. */
export function occurrence({ title, startLocal }: Occurrence): string {
  return sha256([normalise(title), startLocal ?? ''].join('\u001f')).slice(0, 12);
}

/** True when title and start are both the same. */
export function sameOccurrence(a: Occurrence, b: Occurrence): boolean {
  return occurrence(a) === occurrence(b);
}

/** Identity of a row whose id stands for other events too. */
export function composite(row: Pick<EventRow, 'sourceId' | 'fields'>): string {
  return `${row.sourceId ?? 'row'}@${occurrence(row.fields)}`;
}

/** True when two versions of a row are plainly the same event: the title or the start is the same. */
export function sameEvent(a: Occurrence, b: Occurrence): boolean {
  return normalise(a.title) === normalise(b.title) || (a.startLocal !== null && a.startLocal === b.startLocal);
}
