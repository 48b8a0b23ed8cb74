import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

const Hello = z.object({ url: z.string(), key: z.string() });
const Page = z.object({ totalDocs: z.number() });

/** The server that everybody sends to: no faults, no limit, no latency of its own. */
export type BenchServer = {
  url: string;
  key: string;
  /** How many events exist: what was really done. */
  events(): Promise<number>;
  stop(): void;
};

/** Starts the practice API in a child process. */
export async function startBenchServer(): Promise<BenchServer> {
  const child = fork(new URL('./server-process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = await once(child, 'message');
  const { url, key } = Hello.parse(message);
  return {
    url,
    key,
    async events() {
      const response = await fetch(`${url}/api/public/v1/events?limit=1`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return Page.parse(await response.json()).totalDocs;
    },
    stop: () => child.disconnect(),
  };
}

/** Notes how many events exist, and later checks that there are exactly so many more. */
export async function expectEvents(server: BenchServer, more: number): Promise<{ check(): Promise<void> }> {
  const before = await server.events();
  return {
    async check() {
      const made = (await server.events()) - before;
      if (made !== more) throw new Error(`${more} events were to be created, ${made} were.`);
    },
  };
}
