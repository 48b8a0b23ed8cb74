import { createHash } from 'node:crypto';

/** SHA-256 in hex (FIPS 180-4); for identities of content, never for secrets. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
