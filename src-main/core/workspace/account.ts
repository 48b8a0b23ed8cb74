import type { KeyCheck } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { ApiClient } from '../api/client.ts';
import type { Reading } from '../api/reading.ts';
import { storeChannels } from '../catalog/catalog.ts';
import { type Db, write } from '../db/database.ts';
import { releaseAllChannels } from '../outbox/attempt/finish.ts';
import { unblock } from '../outbox/lane/lane.ts';
import type { Clock, Secrets } from '../ports.ts';
import { checkKey, cleanKey } from './keys.ts';
import { bindPlatform, boundPlatform, refuseOtherPlatform } from './platform.ts';

/** How long a key that was read is used before the keychain is asked again, in ms: it may be changed elsewhere. */
const KEY_IS_FRESH_MS = 5_000;

type AccountParts = { db: Db; api: ApiClient; apiUrl: string; secrets: Secrets; clock: Clock; name: string };

/**
 * The workspace's account on its platform: its key, and everything that needs one. All contact with the platform
 * passes here, so a workspace never meets a platform that is not its own.
 */
export function createAccount({ db, api, apiUrl, secrets, clock, name }: AccountParts) {
  let fresh: { key: string | null; readAt: number } | null = null;

  const key = async (how?: 'reread'): Promise<string | null> => {
    if (how === 'reread' || fresh === null || Math.abs(clock.now() - fresh.readAt) > KEY_IS_FRESH_MS) {
      fresh = { key: await secrets.get(name), readAt: clock.now() };
    }
    // Without a key there is no contact, and so nothing that would tie the workspace to this address.
    if (fresh.key !== null || boundPlatform(db) !== null) bindPlatform(db, apiUrl);
    return fresh.key;
  };

  /** Opens the lane for a key that passed. `keep` comes first: nothing may go out meanwhile with the key before it. */
  const check = async (candidate: string, keep?: () => Promise<void>): Promise<KeyCheck> => {
    const result = await checkKey(api, candidate);
    await keep?.();
    write(db, () => {
      unblock(db);
      if (keep !== undefined) releaseAllChannels(db);
      if (result.scopes.includes('channels:read')) storeChannels(db, result.channels);
    });
    return result;
  };

  const reading = async (): Promise<Reading> => {
    const known = await key();
    if (known === null) throw new OrganizerError('no_key', 'There is no API key yet. Add one first.');
    return { api, key: known };
  };

  return {
    key,
    /** What a read of the platform needs. @throws OrganizerError `no_key`, `wrong_platform`, `keychain_unavailable`. */
    reading,
    /** Checks the stored key; a lane that an older key blocked is free again. */
    checkStored: async () => check((await reading()).key),
    /** True when a key is stored; false also when the keychain does not answer. */
    hasKey: async () => (await secrets.get(name).catch(() => null)) !== null,

    async setKey(text: string): Promise<KeyCheck> {
      const candidate = cleanKey(text);
      refuseOtherPlatform(db, apiUrl);
      return check(candidate, async () => {
        // Only now: a mistyped address that answers nothing must not tie the workspace to itself.
        bindPlatform(db, apiUrl);
        await secrets.set(name, candidate);
        fresh = null;
      });
    },

    async removeKey(): Promise<void> {
      await secrets.remove(name);
      fresh = null;
    },
  };
}
