import { soakDisk } from '../../src-main/core/outbox/exactly-once/soak/disk.ts';
import { soakKills } from '../../src-main/core/outbox/exactly-once/soak/kills.ts';
import { soakModel } from '../../src-main/core/outbox/exactly-once/soak/model.ts';
import type { SoakPart } from '../../src-main/core/outbox/exactly-once/soak/result.ts';
import { soakFuzz } from './fuzz.ts';
import { soakRate } from './rate.ts';

/** The full proofs, in the order in which they run. */
export const parts: Record<string, SoakPart> = {
  kills: soakKills,
  model: soakModel,
  rate: soakRate,
  disk: soakDisk,
  fuzz: soakFuzz,
};
