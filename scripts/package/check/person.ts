import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../runtime/commands.ts';

/** An ordinary user of this machine with an empty home: what the package is for. */
export type Person = {
  home: string;
  /** Starts a program as this person, in a session with an unlocked keychain of their own. */
  start(command: string, args: readonly string[], env?: Record<string, string>): ChildProcess;
  /** Runs a program to its end. */
  run(command: string, args: readonly string[], env?: Record<string, string>, stdin?: string): Promise<Outcome>;
};

// The keyring lives and dies with the home; the word only has to be the same each time.
const session = `printf private | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 && exec "$@"`;

/** @param userId whom to be; only root may choose */
export function createPerson(userId: number): Person {
  const home = mkdtempSync(join(tmpdir(), 'organizer-person-'));
  const runtime = join(home, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  for (const folder of [home, runtime]) chownSync(folder, userId, userId);

  function start(command: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
    return spawn('dbus-run-session', ['--', 'sh', '-c', session, 'sh', command, ...args], {
      cwd: home,
      uid: userId,
      gid: userId,
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', HOME: home, XDG_RUNTIME_DIR: runtime, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that the end reaches the program inside the session.
      detached: true,
    });
  }

  return {
    home,
    start,
    run(command, args, env, stdin = '') {
      const child = start(command, args, env);
      let [stdout, stderr] = ['', ''];
      child.stdout?.on('data', (chunk) => (stdout += chunk));
      child.stderr?.on('data', (chunk) => (stderr += chunk));
      child.stdin?.end(stdin);
      return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('exit', (code) => {
          endGroup(child);
          resolve({ code: code ?? 1, stdout, stderr });
        });
      });
    },
  };
}

/** Ends a program with everything its session has started. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // Nobody is left.
  }
}
