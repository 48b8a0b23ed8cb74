import { soakKills } from '../../src-main/core/outbox/exactly-once/soak/kills.ts';
import type { SoakPart } from '../../src-main/core/outbox/exactly-once/soak/result.ts';

/** The full proofs, in the order in which they run. */
export const parts: Record<string, SoakPart> = {
  kills: soakKills,
};
