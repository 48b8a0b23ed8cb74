import { hash } from 'node:crypto';

/**
 * SHA-256 of a text (as UTF-8) in hex (FIPS 180-4); for identities of content, never for secrets. In one call: a million
 * hash objects would wait for the garbage collector.
 */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
