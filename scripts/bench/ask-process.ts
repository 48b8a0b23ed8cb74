import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';

/** Runs a module in a process of its own and returns the one message that it sends. @throws Error when it fails */
export async function askProcess<T>(module: URL, args: string[], answer: z.ZodType<T>, execArgv: string[] = []) {
  const child = fork(module, args, { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answered = once(child, 'message').then(([message]) => answer.parse(message));
  // A process that fails says so by its exit code, and sends nothing.
  const failed = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`The measured process ended with code ${code}.`);
    return answered;
  });
  return Promise.race([answered, failed]);
}
