import { createHash } from 'node:crypto';

/**
 * The fingerprint by which two payloads count as the same: SHA-256 over JSON with sorted keys, as hex.
 * Assumed: the canonical form is the parsed JSON, whatever the order of keys and the white space, but with every
 * property, also those the server ignores. The page idempotency says "canonical payload" and no more.
 */
export function payloadHash(payload: unknown): string {
  return createHash('sha256').update(canonicalJson(payload)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const properties = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`);
  return `{${properties.join(',')}}`;
}
