import { onTestFinished } from 'vitest';
import { createApiClient } from '../api/client.ts';
import type { Db } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { saveDraft } from '../drafts/edit.ts';
import { selectDrafts } from '../drafts/rows.ts';
import { enqueueDrafts } from '../outbox/queue/enqueue.ts';
import type { SenderParts } from '../outbox/sending/parts.ts';
import type { Fetch } from '../ports.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { nodeFetch, readyFields } from './organizers.ts';
import { seeded } from './seeded.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export type TestSender = SenderParts & { db: Db; clock: ManualClock; dataDir: string; workspaceId: string };

type Options = {
  server: { url: string; key: string };
  dataDir?: string;
  clock?: ManualClock;
  fetch?: Fetch;
  /** Name in leases. Default `a`. */
  owner?: string;
  /** Names of senders that are surely gone. */
  dead?: string[];
};

/** One sender with its connection in hand, for tests that do something to the disk. Closed at the end of the test. */
export function openSender({ server, owner = 'a', dead = [], ...options }: Options): TestSender {
  const { dataDir = temporaryDirectory(), clock = manualClock(), fetch = nodeFetch } = options;
  const db = openDatabase(dataDir);
  onTestFinished(() => void (db.open && db.close()));
  return {
    db,
    clock,
    dataDir,
    workspaceId: 'test',
    random: seeded(1),
    api: createApiClient({ fetch: clock.watching(fetch), clock, apiUrl: server.url }),
    owner,
    isAlive: (name) => !dead.includes(name),
    keyMark: () => 'key-1',
    key: async () => server.key,
  };
}

/** Drafts named `Event 1`, `Event 2`, … that are ready, and in the outbox. */
export function queueDrafts(sender: TestSender, count: number): void {
  for (let number = 1; number <= count; number += 1)
    saveDraft(sender, null, readyFields({ title: `Event ${number}` }), sender.clock.now());
  const drafts = selectDrafts(sender.db, { kind: 'all' });
  enqueueDrafts(sender, drafts, { dryRun: false, refusedToo: false }, sender.clock.now());
}
