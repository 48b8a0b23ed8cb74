import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { SetupError } from './commands.ts';

const startsWithinMs = 15_000;

export type VirtualDisplay = { name: string; stop(): Promise<void> };

/**
 * Starts a virtual X display. The server chooses a free number itself (`-displayfd`), so that starts at the same time
 * do not collide and a lock file left by a dead server is no hindrance.
 */
export async function startDisplay(): Promise<VirtualDisplay> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await announcedNumber(server);
  return {
    name: `:${number}`,
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

/** The server writes its display number, and a newline, once it takes connections. */
function announcedNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => {
      clearTimeout(timer);
      server.kill('SIGKILL');
      reject(
        new SetupError(`The virtual display did not start (${reason}). On Debian and Ubuntu it is the package xvfb.`),
      );
    };
    const timer = setTimeout(() => refuse(`nothing heard for ${startsWithinMs / 1000} seconds`), startsWithinMs);
    server.once('error', (error) => refuse(error.message));
    server.once('exit', (code) => refuse(`Xvfb ended with code ${code}`));
    let text = '';
    (server.stdio[3] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}
