import { sha256 } from '../../hash.ts';

/** Longest part of the key that comes from the source; the whole stays far below 255 (assumed limit). */
const LONGEST_SOURCE = 100;

/**
 * The `Idempotency-Key` of a create operation: stable, readable, and built from the source id plus the action, as the
 * idempotency page asks: `organizer-<workspace>-<source>-create`, with `-r2` and so on for a new operation after an
 * edit that followed a definite refusal.
 *
 * @param source the row's identity, or the draft's id for a draft made by hand
 * @param revision 1 for the first operation of a draft
 */
export function idempotencyKey(workspaceId: string, source: string, revision: number): string {
  const suffix = revision === 1 ? '' : `-r${revision}`;
  return `organizer-${workspaceId}-${readable(source)}-create${suffix}`;
}

/** Keeps the header to safe characters. Where that loses something, a short hash keeps different sources apart. */
function readable(source: string): string {
  const safe = source
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_SOURCE);
  return safe === source ? safe : [safe, sha256(source).slice(0, 12)].filter((part) => part !== '').join('-');
}
