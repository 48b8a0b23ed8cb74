import type { ApiClient } from '../../api/client.ts';
import { type Db, write } from '../../db/database.ts';
import type { Clock, Random } from '../../ports.ts';
import { unblock } from '../lane/lane.ts';

/** What a sender works with. */
export type SenderParts = {
  db: Db;
  api: ApiClient;
  clock: Clock;
  random: Random;
  /** Name of this process in leases. */
  owner: string;
  /** False when the process of that name is surely gone. */
  isAlive: (owner: string) => boolean;
  /** Tells API keys apart without telling them. */
  keyMark: (key: string) => string;
  /**
   * The key, or null when none is stored. Asked for at every step, so that a new key works at once; `reread` asks the
   * keychain itself.
   */
  key: (how?: 'reread') => Promise<string | null>;
  /** Told after an event was refused, before the next one is claimed. Never throws. */
  afterRefusal?: () => Promise<void>;
};

/** A key that was replaced meanwhile, here or by another process, blocks nobody: the new one passed its own check. */
export async function forgiveOldKey({ db, key }: SenderParts, used: string): Promise<void> {
  const stored = await key('reread').catch(() => used);
  if (stored !== null && stored !== used) write(db, () => unblock(db));
}
