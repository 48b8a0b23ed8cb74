import { readFile } from 'node:fs/promises';
import { noticeFor, resolveElectron } from '../runtime/electron.ts';
import { prepareNative, versionsOf } from '../runtime/native.ts';
import { inProject } from '../runtime/paths.ts';
import { ensureSystemLibraries } from '../runtime/system-libraries.ts';

export type ElectronToPackage = {
  version: string;
  dist: string;
  /**
   * True for any Electron but the one that the lockfile names, above all for the fallback, which is past its end of life:
   * what is made of it proves the way, and goes nowhere.
   */
  onlyForChecks: boolean;
  /** Folder for what is built with it. */
  output: string;
  /** The app's version, marked when it is not to be released. */
  packageVersion: string;
};

/** The Electron that this machine can package, with better-sqlite3 made ready for it. @throws SetupError */
export async function electronToPackage(): Promise<ElectronToPackage> {
  await ensureSystemLibraries(['electron']);
  const electron = await resolveElectron();
  const notice = noticeFor(electron.source);
  if (notice) console.error(notice);
  await prepareNative(electron);
  const version = (await versionsOf(electron)).electron ?? 'unknown';
  const onlyForChecks = version !== (await versionOf('node_modules', 'electron'));
  const appVersion = await versionOf();
  return {
    version,
    dist: electron.dist,
    onlyForChecks,
    // Apart from each other, so that nobody takes one for the other.
    output: inProject('dist', onlyForChecks ? 'only-for-checks' : 'release'),
    packageVersion: onlyForChecks ? `${appVersion}+not.for.release` : appVersion,
  };
}

/** The version in the manifest of a folder of the repository. */
async function versionOf(...folder: string[]): Promise<string> {
  const manifest = JSON.parse(await readFile(inProject(...folder, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
