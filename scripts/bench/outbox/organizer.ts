import { createOrganizer } from '#core/create-organizer.ts';
import type { Organizer } from '#core/organizer.ts';
import type { Fetch } from '#core/ports.ts';
import { createFixedSecrets } from '#core/secrets/memory.ts';
import { systemClock, systemRandom } from '#core/system.ts';
import { benchDirectory } from '../directory.ts';
import type { Candidate } from '../rounds.ts';
import { fillWorkspace } from './fill.ts';
import { type BenchServer, expectEvents } from './server.ts';

/** The product as the command line runs it: real clock, real files, Node's fetch. */
export function openBenchOrganizer(
  dataDir: string,
  server: Pick<BenchServer, 'url' | 'key'>,
  fetchIt: Fetch = (url, init) => fetch(url, init),
): Promise<Organizer> {
  return createOrganizer({
    dataDir,
    secrets: createFixedSecrets(server.key),
    fetch: fetchIt,
    clock: systemClock,
    random: systemRandom,
    apiUrl: server.url,
    systemTimeZone: 'UTC',
  });
}

/** Our outbox: a workspace with so many operations, drained. */
export function ourDrain(server: BenchServer, root: string): Candidate {
  return {
    name: 'Pinned Organizer',
    async prepare(count) {
      const directory = benchDirectory(root);
      fillWorkspace(directory.path, { queued: count });
      const organizer = await openBenchOrganizer(directory.path, server);
      const expected = await expectEvents(server, count);
      return {
        async run() {
          await organizer.drain();
        },
        async finish() {
          const { delivered } = organizer.outbox.counts();
          await organizer.close();
          directory.remove();
          if (delivered !== count) throw new Error(`Of ${count} operations ${delivered} were delivered.`);
          await expected.check();
        },
      };
    },
  };
}

/** Sends so many of what waits, and stops there. */
export async function drainSome(dataDir: string, server: Pick<BenchServer, 'url' | 'key'>, count: number) {
  const stop = new AbortController();
  let answered = 0;
  const organizer = await openBenchOrganizer(dataDir, server, async (url, init) => {
    const response = await fetch(url, init);
    answered += 1;
    if (answered === count) stop.abort();
    return response;
  });
  return {
    organizer,
    run: () => organizer.drain({ signal: stop.signal }),
  };
}
