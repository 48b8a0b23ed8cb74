import type { Need } from './debian-packages.ts';
import { type Electron, noticeFor, resolveElectron } from './electron.ts';
import { prepareNative } from './native.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

export type Runtime = {
  electron: Electron;
  /** The environment in which `require('electron')`, electron-vite and Playwright take this Electron. */
  env: NodeJS.ProcessEnv;
};

/** Who provides display and keychain: the desktop of the person, or `withDisplayAndKeyring`. */
export type Surroundings = 'desktop' | 'private';

/**
 * Everything a start of the app needs from the machine: system libraries, an Electron, better-sqlite3 built for it.
 * Idempotent; when nothing is left to do it takes well under a second.
 *
 * @throws SetupError with what to do, when this machine lacks something that cannot be had
 */
export async function prepareRuntime(surroundings: Surroundings): Promise<Runtime> {
  // The order is the order of need: Electron does not even say its version without its libraries, and what better-sqlite3
  // is built for is asked of Electron.
  await ensureSystemLibraries(needsOf(surroundings));
  const electron = await resolveElectron();
  const notice = noticeFor(electron.source);
  if (notice) console.error(notice);
  await prepareNative(electron);
  return { electron, env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron.dist } };
}

function needsOf(surroundings: Surroundings): Need[] {
  if (surroundings === 'desktop') return ['electron'];
  // An X display that is there is used; the keychain is a private one in any case.
  return process.env.DISPLAY ? ['electron', 'keyring'] : ['electron', 'display', 'keyring'];
}
