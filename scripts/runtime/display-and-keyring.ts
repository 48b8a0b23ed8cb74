import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode, forwardSignals } from './commands.ts';
import { userCacheRoot } from './paths.ts';
import { startDisplay } from './virtual-display.ts';

// The keyring lives and dies with its home; the word only has to be one.
const keyringPassword = 'private';
const unlockThenRun = `printf %s ${keyringPassword} | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"`;

/** How long a program may take to end by itself once it was asked to, before it is made to. */
const patienceMs = 5000;

/**
 * Runs a program with a display and a keychain of its own, whatever the machine has. On Linux: a virtual display unless
 * there is an X display, a private D-Bus session with an unlocked gnome-keyring, and a fresh home, so that no setting and
 * no secret of the person is touched. Elsewhere the program runs as it is: there the desktop always has both.
 *
 * Output goes straight through, signals are passed on, and everything that was started here ends with the program.
 *
 * @returns the program's exit code, or 128 plus the number of the signal that ended it
 */
export async function withDisplayAndKeyring(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (process.platform !== 'linux') return run(command, args, env);
  const home = await mkdtemp(join(tmpdir(), 'organizer-home-'));
  const display = env.DISPLAY ? null : await startDisplay();
  try {
    const inside = await freshEnvironment(env, home, display?.name);
    return await run('dbus-run-session', ['--', 'sh', '-c', unlockThenRun, 'sh', command, ...args], inside);
  } finally {
    await display?.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function freshEnvironment(env: NodeJS.ProcessEnv, home: string, display?: string): Promise<NodeJS.ProcessEnv> {
  const runtimeDirectory = join(home, 'runtime');
  await mkdir(runtimeDirectory, { mode: 0o700 });
  const oldHome = env.HOME || homedir();
  const inside: NodeJS.ProcessEnv = { ...env, HOME: home, XDG_RUNTIME_DIR: runtimeDirectory };
  // Settings, data and an already running keychain of the person stay out …
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'GNOME_KEYRING_CONTROL', 'SSH_AUTH_SOCK']) {
    delete inside[name];
  }
  // … but what was downloaded and built once is found again, though the home is fresh.
  inside.XDG_CACHE_HOME = userCacheRoot(env, process.platform);
  inside.npm_config_cache = env.npm_config_cache ?? join(oldHome, '.npm');
  inside.npm_config_userconfig = env.npm_config_userconfig ?? join(oldHome, '.npmrc');
  const authority = join(oldHome, '.Xauthority');
  if (!env.XAUTHORITY && existsSync(authority)) inside.XAUTHORITY = authority;
  if (display) {
    inside.DISPLAY = display;
    delete inside.WAYLAND_DISPLAY;
    delete inside.XAUTHORITY;
  }
  return inside;
}

/** A process group of its own on Unix, so that the end reaches whatever the program has started. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const grouped = process.platform !== 'win32';
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: 'inherit', detached: grouped });
    let impatience: NodeJS.Timeout | undefined;
    const stopForwarding = forwardSignals((signal) => {
      end(child, signal, grouped);
      impatience ??= setTimeout(() => end(child, 'SIGKILL', grouped), patienceMs);
    });
    const finish = (code: number) => {
      clearTimeout(impatience);
      stopForwarding();
      if (grouped) end(child, 'SIGKILL', grouped);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(exitCode(code, signal)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals, grouped: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (grouped) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Nobody is left in the group, which is what was wanted.
  }
}
