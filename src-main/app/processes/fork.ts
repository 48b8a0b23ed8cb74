import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import type { Child } from './supervisor.ts';

/** Starts one of the app's own entries as a utility process. What it prints becomes lines of the app's log. */
export function forkEntry(options: { name: string; entry: string; log: (line: string) => void }): Child {
  const child = utilityProcess.fork(options.entry, [], {
    serviceName: options.name,
    // Handed over as it is now: the environment that main was started with may have held a key.
    env: { ...process.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream as Readable }).on('line', (line) => options.log(`${options.name}: ${line}`));
  }
  return child;
}
