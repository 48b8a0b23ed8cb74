import fc from 'fast-check';
import { KEY_LIFETIME_MS } from '../../../timing.ts';

/** What differs between runs and stays within one. */
export type Settings = {
  seed: number;
  /** Whose idempotency keys may collide on the platform: see its options. */
  sharedBy: 'owner' | 'apiKey';
  /** How long the platform truly remembers a key: documented are 15 minutes, "server-configurable". */
  successTtlMs: number;
  /** True: keys usually come with `events:read`, which a new key does not have by itself (documented). */
  mayRead: boolean;
  /** True: the second sender has an API key of its own, from its environment. */
  ownKey: boolean;
};

export const settings: fc.Arbitrary<Settings> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  sharedBy: fc.constantFrom('owner', 'apiKey'),
  successTtlMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(KEY_LIFETIME_MS) },
    { weight: 1, arbitrary: fc.constant(60 * 60_000) },
    { weight: 1, arbitrary: fc.constant(5 * 60_000) },
  ),
  mayRead: fc.boolean(),
  ownKey: fc.boolean(),
});
