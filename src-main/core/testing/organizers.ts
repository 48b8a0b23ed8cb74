import { onTestFinished } from 'vitest';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { createOrganizer } from '../create-organizer.ts';
import type { DrainProgress, Organizer, OrganizerOptions } from '../organizer.ts';
import type { Fetch, Secrets } from '../ports.ts';
import { createFixedSecrets } from '../secrets/memory.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { readyFields } from './ready-fields.ts';
import { seeded } from './seeded.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** What is needed of the practice server; the core itself meets it over HTTP only. */
type Server = { url: string; key: string; events(): unknown[]; effectsByKey(): Map<string, number> };

export { readyFields } from './ready-fields.ts';

/** Node's own fetch, against the real HTTP server of the test. */
export const nodeFetch: Fetch = (url, init) => fetch(url, init);

/** A fetch that gives up early, as the real one does after half a minute. */
export const impatientFetch: Fetch = (url, init) =>
  fetch(url, { ...init, signal: AbortSignal.any([AbortSignal.timeout(150), ...(init?.signal ? [init.signal] : [])]) });

export type TestOrganizer = Organizer & { dataDir: string; clock: ManualClock };

export type OpenOptions = {
  server?: Server;
  clock?: ManualClock;
  dataDir?: string;
  seed?: number;
  fetch?: Fetch;
  secrets?: Secrets;
} & Partial<Pick<OrganizerOptions, 'apiUrl' | 'log' | 'sender' | 'systemTimeZone'>>;

/** A workspace that is closed at the end of the test. Without a server there is no network. */
export async function openOrganizer(options: OpenOptions = {}): Promise<TestOrganizer> {
  const { server, clock = manualClock(), dataDir = temporaryDirectory(), seed = 1, fetch = nodeFetch } = options;
  const organizer = await createOrganizer({
    dataDir,
    clock,
    random: seeded(seed),
    fetch: clock.watching(fetch),
    secrets: options.secrets ?? createFixedSecrets(server?.key ?? 'no-server'),
    // Nobody listens there.
    apiUrl: options.apiUrl ?? server?.url ?? 'http://127.0.0.1:2',
    systemTimeZone: options.systemTimeZone ?? 'America/New_York',
    ...(options.log && { log: options.log }),
    ...(options.sender && { sender: options.sender }),
  });
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await organizer.close();
  };
  onTestFinished(close);
  return { ...organizer, close, dataDir, clock };
}

/** Drafts named `Event 1`, `Event 2`, … that are ready. Returns their ids. */
export function addDrafts(organizer: Organizer, count: number, change: Partial<DraftFields> = {}): string[] {
  return Array.from(
    { length: count },
    (_, index) => organizer.drafts.save(null, readyFields({ title: `Event ${index + 1}`, ...change })).id,
  );
}

/** Puts every ready draft into the outbox. */
export function publishAll(organizer: Organizer) {
  return organizer.publish({ selection: { kind: 'all' }, dryRun: false });
}

/** All operations, in the order of the outbox's list. */
export function operations(organizer: Organizer) {
  return organizer.outbox.list({ states: [], limit: 1_000, offset: 0 }).items;
}

/** The only operation. @throws Error when there is another number of them. */
export function onlyOperation(organizer: Organizer) {
  const [operation, ...more] = operations(organizer);
  if (operation === undefined || more.length > 0) throw new Error(`There are ${more.length + 1} operations.`);
  return operation;
}

/** True when every event that exists was created once, and as many exist as expected. */
export function exactlyOnce(server: Server, expected: number): boolean {
  const effects = [...server.effectsByKey().values()];
  return server.events().length === expected && effects.length === expected && effects.every((count) => count === 1);
}

/** Sends until the condition holds, and stops there instead of waiting for what comes after it. */
export async function drainUntil(organizer: Organizer, reached: (progress: DrainProgress) => boolean): Promise<void> {
  const stop = new AbortController();
  await organizer.drain({ signal: stop.signal, onProgress: (progress) => reached(progress) && stop.abort() });
}
