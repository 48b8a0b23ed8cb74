import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type CliResult = { code: number | null; stdout: string; stderr: string };
export type CliRun = {
  args: string[];
  env?: Record<string, string>;
  stdin?: string;
  /** Largest file that it may write, in KB: a disk that fails, without the right to make one. POSIX shells only. */
  fileLimitKb?: number;
};

const entry = join(import.meta.dirname, '..', 'index.ts');

/** Starts `organizer` as a script would: its own process, no terminal, nothing inherited that could matter. */
export function startCli({ args, env = {}, fileLimitKb }: CliRun) {
  const { PATH = '', HOME = '', DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = process.env;
  const session = {
    ...(DBUS_SESSION_BUS_ADDRESS && { DBUS_SESSION_BUS_ADDRESS }),
    ...(XDG_RUNTIME_DIR && { XDG_RUNTIME_DIR }),
  };
  const [program, before] =
    fileLimitKb === undefined
      ? [process.execPath, []]
      : ['bash', ['-c', `ulimit -f ${fileLimitKb}; exec "$@"`, 'bash', process.execPath]];
  return spawn(program, [...before, entry, ...args], { env: { PATH, HOME, TZ: 'Europe/Berlin', ...session, ...env } });
}

/** Runs `organizer` to its end. */
export function runCli(run: CliRun): Promise<CliResult> {
  const child = startCli(run);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdin.end(run.stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A fresh, empty folder for one test. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'organizer-cli-'));
}
