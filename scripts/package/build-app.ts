import { join } from 'node:path';
import { Arch, build, DIR_TARGET, Platform } from 'electron-builder';
import { ensureBuilt } from '../runtime/build.ts';
import { SetupError } from '../runtime/commands.ts';
import { projectRoot } from '../runtime/paths.ts';
import { builderConfig, productName, programName } from './config.ts';
import type { ElectronToPackage } from './electron-to-package.ts';
import { readFuses, wrongFuses } from './fuses.ts';
import { writePapers } from './papers.ts';

/**
 * Builds the unpacked app, and on request the installers of this system, and reads the fuses back from what was built.
 * @returns the folder of the unpacked app
 * @throws SetupError when a fuse is not what it has to be, or when what was asked for must not be made
 */
export async function buildApp(electron: ElectronToPackage, what: 'app' | 'installers'): Promise<string> {
  if (what === 'installers' && electron.onlyForChecks) {
    throw new SetupError(
      `Installers are made of the official Electron only, and here is only ${electron.version}, past its end of life.\n` +
        'Connect to a network with Electron’s releases, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
    );
  }
  await ensureBuilt({ ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron.dist });
  await writePapers(electron.output, electron.version);
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  const targets = Platform.current().createTarget(what === 'app' ? DIR_TARGET : null, arch);
  await build({
    projectDir: projectRoot,
    targets,
    config: builderConfig({ version: electron.version, dist: electron.dist }, electron.output),
    publish: 'never',
  });
  const folder = unpackedFolder(electron.output, process.platform, process.arch);
  const wrong = wrongFuses(await readFuses(programIn(folder, process.platform)));
  if (wrong.length > 0) throw new SetupError(`These fuses of the built program are wrong: ${wrong.join(', ')}.`);
  return folder;
}

/** Where electron-builder leaves the app before it is packed. */
export function unpackedFolder(output: string, platform: NodeJS.Platform, arch: string): string {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return join(output, `mac${suffix}`, `${productName}.app`);
  return join(output, platform === 'win32' ? `win${suffix}-unpacked` : `linux${suffix}-unpacked`);
}

/** The program inside the unpacked app. On macOS the fuses are in its framework; their tool finds it by itself. */
export function programIn(folder: string, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return folder;
  return join(folder, platform === 'win32' ? `${productName}.exe` : programName);
}
