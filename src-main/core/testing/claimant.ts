import type { Claimant } from '../outbox/attempt/claim.ts';

/** A sender of that name whose process, like everybody's, lives. */
export function claimant(owner: string, more: Partial<Claimant> = {}): Claimant {
  return { owner, keyMark: 'key-1', isAlive: () => true, ...more };
}
