import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronArguments } from '../../scripts/runtime/electron-arguments.ts';

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs `organizer` of an unpacked Linux app as a script would: no display, and nothing inherited but what is given. */
export function organizer(app: string, args: string[], env: Record<string, string>, stdin = ''): Promise<Ended> {
  return ended(spawn(join(app, 'resources', 'cli', 'organizer'), args, { env: { ...plain(), ...env } }), stdin);
}

/** Starts the program of an unpacked Linux app. */
export function startProgram(app: string, args: string[], env: Record<string, string>): ChildProcess {
  const all = [...electronArguments(), ...args];
  return spawn(join(app, 'pinned-organizer'), all, { env: { ...plain(), ...given('DISPLAY', 'XAUTHORITY'), ...env } });
}

/** What a program said, once it has ended. */
export function ended(child: ChildProcess, stdin = ''): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  child.stdin?.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function plain(): Record<string, string> {
  return given('PATH', 'HOME', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR');
}

/** The variables of this process that are set. */
function given(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
