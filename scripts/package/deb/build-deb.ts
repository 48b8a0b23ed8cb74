import { chmod, copyFile, cp, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, SetupError } from '../../runtime/commands.ts';
import { inProject } from '../../runtime/paths.ts';
import { installFolder, programName } from '../config.ts';
import type { ElectronToPackage } from '../electron-to-package.ts';
import { controlFile, copyrightFile, desktopEntry } from './texts.ts';

/**
 * Makes a Debian package of the unpacked app with `dpkg-deb`: the same files, scripts and dependencies as
 * electron-builder's, whose own tool (fpm) is not needed.
 * @returns the package's file
 */
export async function buildDebianPackage(electron: ElectronToPackage, app: string): Promise<string> {
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const root = await mkdtemp(join(tmpdir(), 'organizer-deb-'));
  try {
    await chmod(root, 0o755);
    await cp(app, join(root, installFolder), { recursive: true, verbatimSymlinks: true });
    await copyFile(
      inProject('resources', 'linux', 'apparmor-profile'),
      join(root, installFolder, 'resources', 'apparmor-profile'),
    );
    await put(join(root, 'usr/share/applications'), `${programName}.desktop`, desktopEntry());
    await put(join(root, 'usr/share/doc', programName), 'copyright', copyrightFile());
    await copyIcons(root);
    await plainModes(root);
    await put(
      join(root, 'DEBIAN'),
      'control',
      controlFile({ version: electron.packageVersion, arch, installedKiB: await sizeKiB(root) }),
    );
    await script(root, 'after-install.sh', 'postinst');
    await script(root, 'after-remove.sh', 'postrm');
    const target = join(electron.output, `${programName}_${electron.packageVersion}_${arch}.deb`);
    const result = await capture('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, target]);
    if (result.code !== 0) throw new SetupError(`dpkg-deb could not make the package:\n${result.stderr.trim()}`);
    return target;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function put(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text, { mode: 0o644 });
}

async function script(root: string, source: string, name: string): Promise<void> {
  await copyFile(inProject('resources', 'linux', source), join(root, 'DEBIAN', name));
  await chmod(join(root, 'DEBIAN', name), 0o755);
}

async function copyIcons(root: string): Promise<void> {
  for (const file of await readdir(inProject('resources', 'icons'))) {
    const folder = join(root, 'usr/share/icons/hicolor', file.replace('.png', ''), 'apps');
    await mkdir(folder, { recursive: true });
    await copyFile(inProject('resources', 'icons', file), join(folder, `${programName}.png`));
  }
}

/** Everybody may read, nobody but root may write, whatever the builder's umask was. */
async function plainModes(path: string): Promise<void> {
  const info = await lstat(path);
  if (info.isSymbolicLink()) return;
  await chmod(path, info.isDirectory() || info.mode & 0o100 ? 0o755 : 0o644);
  if (!info.isDirectory()) return;
  for (const name of await readdir(path)) await plainModes(join(path, name));
}

async function sizeKiB(path: string): Promise<number> {
  const { stdout } = await capture('du', ['-sk', '--apparent-size', path]);
  return Number.parseInt(stdout, 10);
}
