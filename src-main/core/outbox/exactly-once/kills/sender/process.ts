import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Orders, type Said, SaidSchema } from './orders.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** How a sender's process ended. */
export type End = {
  /** `itself`: at the boundary of its orders. `us`: by `kill`. `no`: it finished its work. */
  killed: 'itself' | 'us' | 'no';
  said: Said[];
};

export type SenderProcess = {
  /** Ends it for good, as nothing can prevent. */
  kill(): void;
  isRunning(): boolean;
  /** @throws Error when it ended in any other way than it was meant to: then something is broken, not killed. */
  ended: Promise<End>;
};

/** Starts a sender. `cacheDir` keeps its compiled modules, so that hundreds of starts cost little. */
export function startSender(orders: Orders, key: string, cacheDir: string): SenderProcess {
  const child = spawn(process.execPath, [main, JSON.stringify(orders)], {
    env: { ...process.env, PINNED_EVENTS_API_KEY: key, NODE_COMPILE_CACHE: cacheDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  let killedByUs = false;
  const running = () => child.exitCode === null && child.signalCode === null;
  // `close` and not `exit`: what it said last may still be in the pipe when it is gone.
  const ended = once(child, 'close').then(([code, signal]): End => {
    const said = output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => SaidSchema.parse(JSON.parse(line)));
    const dying = said.some((line) => line.said === 'dying');
    if (signal === 'SIGKILL' && (dying || killedByUs)) return { killed: dying ? 'itself' : 'us', said };
    if (code === 0) return { killed: 'no', said };
    throw new Error(`A sender ended by itself (code ${code}, signal ${signal}):\n${complaints}\n${output}`);
  });
  return {
    kill() {
      if (!running()) return;
      killedByUs = true;
      child.kill('SIGKILL');
    },
    isRunning: running,
    ended,
  };
}
