import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const cli = fileURLToPath(new URL('../../../../cli/index.ts', import.meta.url));

const StartSchema = z.object({ url: z.string(), key: z.string() });
const ReportSchema = z.object({
  events: z.array(z.unknown()),
  effectsByKey: z.record(z.string(), z.number()),
  requestsByKey: z.record(z.string(), z.number()),
});

/** What the platform saw: events that exist, how many each key made, how many requests each key came with. */
export type Seen = z.infer<typeof ReportSchema>;

/** The practice API as a process of its own, met over HTTP like the real platform. */
export async function startPracticeProcess() {
  const child = spawn(process.execPath, [cli, 'practice'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  const { url, key } = StartSchema.parse(JSON.parse(line));
  return {
    url,
    key,
    async seen(): Promise<Seen> {
      const response = await fetch(`${url}/practice/report`, { headers: { authorization: `Bearer ${key}` } });
      return ReportSchema.parse(await response.json());
    },
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
