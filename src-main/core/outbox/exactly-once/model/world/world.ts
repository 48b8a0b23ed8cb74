import { join } from 'node:path';
import type { Db } from '../../../../db/database.ts';
import { openDatabase } from '../../../../db/open.ts';
import type { Secrets } from '../../../../ports.ts';
import { createMemorySecrets } from '../../../../secrets/memory.ts';
import type { Sabotage } from '../sabotage.ts';
import type { Tally } from '../tally.ts';
import { keepJournal } from '../watch/journal.ts';
import { createViolations, type Violations } from '../watch/violations.ts';
import { createWireLog, type WireLog } from '../watch/wire-log.ts';
import { type Clocks, createClocks } from './clocks.ts';
import { makeDirectory } from './directory.ts';
import type { Held } from './held.ts';
import { type Platform, startPlatform, usualScopes } from './platform.ts';
import { openSender, type Sender } from './senders.ts';
import type { Settings } from './settings.ts';

/** Everything that is real in one run: a data directory, two processes that send, a platform, the time, the network. */
export type World = {
  settings: Settings;
  sabotage: Sabotage;
  tally: Tally;
  clocks: Clocks;
  trueNow(): number;
  platform: Platform;
  /** True while no connection stands. */
  networkAway: boolean;
  /** True when such a fault will meet a coming request. */
  planned(kind: string): boolean;
  dataDir: string;
  /** A connection that only looks. */
  db: Db;
  violations: Violations;
  wireLog: WireLog;
  /** The keychain of this computer. */
  secrets: Secrets;
  /** API key of the second sender, where it has its own. */
  ownKey: string;
  senders: [Sender, Sender];
  /** Killed in mid-request. */
  zombies: Sender[];
  /** Requests whose client is gone, and which may reach the platform all the same. */
  onTheWay: Held[];
  allSenders: Sender[];
  opened: number;
  /** What the person said last: whether sending is paused, and when each operation was last to be sent. */
  pausedByPerson: boolean;
  words: Map<string, number>;
  /** Senders whose process is seen to be gone. */
  seenDead: Set<string>;
  logLines: string[];
  close(): Promise<void>;
};

export async function openWorld(settings: Settings, tally: Tally, sabotage: Sabotage): Promise<World> {
  const directory = makeDirectory();
  const clocks = createClocks();
  const platform = await startPlatform(directory.path, clocks.platform, settings);
  const dataDir = join(directory.path, 'data');
  const db = openDatabase(dataDir);
  keepJournal(db);
  const world: World = {
    settings,
    sabotage,
    tally,
    clocks,
    trueNow: clocks.platform.now,
    platform,
    networkAway: false,
    planned: (kind) =>
      platform.isUp() &&
      platform
        .running()
        .faults.planned()
        .scripted.some((fault) => fault.kind.startsWith(kind)),
    dataDir,
    db,
    violations: createViolations(),
    wireLog: createWireLog(),
    secrets: createMemorySecrets(),
    ownKey: settings.ownKey ? platform.addKey(usualScopes(settings)) : '',
    senders: [] as never,
    zombies: [],
    onTheWay: [],
    allSenders: [],
    opened: 0,
    pausedByPerson: false,
    words: new Map(),
    seenDead: new Set(),
    logLines: [],
    async close() {
      // Whoever still waits never goes on, like a process that is gone.
      for (const sender of world.allSenders) await sender.organizer.close();
      db.close();
      await platform.stop();
      directory.remove();
    },
  };
  world.senders = [await openSender(world, 0), await openSender(world, 1)];
  await world.senders[0].organizer.keys.set(platform.keys[0]?.key ?? '');
  return world;
}
