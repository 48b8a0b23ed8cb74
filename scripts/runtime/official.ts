import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheDirectory, inProject } from './paths.ts';

const electronPackage = inProject('node_modules', 'electron');

/** How long the installer may go without a single new byte. Networks that are closed often swallow instead of refuse. */
const stalledAfterMs = 15_000;
const wholeInstallAtMostMs = 15 * 60_000;
const failureIsRememberedForMs = 24 * 60 * 60_000;

type Failure = { version: string; failedAt: number };

/** The directory of the official Electron when the `electron` package has it already, else null. */
export async function installedOfficial(): Promise<string | null> {
  const executable = await readFile(join(electronPackage, 'path.txt'), 'utf8').catch(() => null);
  const dist = join(electronPackage, 'dist');
  return executable && existsSync(join(dist, executable)) ? dist : null;
}

/** Lets the `electron` package install its official binary. Null when it cannot be had here. Never hangs. */
export async function installOfficial(): Promise<string | null> {
  console.error('Installing Electron …');
  if (!(await runInstaller())) return null;
  return installedOfficial();
}

/** Whether the same version could not be installed within the last day. A failure of long ago or ahead of now is none. */
export function isRecentFailure(failure: Failure, version: string, now: number): boolean {
  const age = now - failure.failedAt;
  return failure.version === version && age >= 0 && age < failureIsRememberedForMs;
}

/** Whether an installation was tried within the last day and failed. */
export async function failedRecently(): Promise<boolean> {
  try {
    const failure = JSON.parse(await readFile(failureFile(), 'utf8')) as Failure;
    return isRecentFailure(failure, await packageVersion(), Date.now());
  } catch {
    return false;
  }
}

/** Makes the next starts of a day skip the official binary, so that each does not wait for it anew. */
export async function rememberFailure(): Promise<void> {
  const failure: Failure = { version: await packageVersion(), failedAt: Date.now() };
  await mkdir(dirname(failureFile()), { recursive: true });
  await writeFile(failureFile(), JSON.stringify(failure));
}

function failureFile(): string {
  return join(cacheDirectory(), 'electron-install-failed.json');
}

async function packageVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

async function runInstaller(): Promise<boolean> {
  // The installer downloads into the temporary directory: one of its own shows whether bytes still arrive.
  const scratch = await mkdtemp(join(tmpdir(), 'organizer-install-'));
  const watched = [scratch, join(electronPackage, 'dist')];
  try {
    return await new Promise<boolean>((resolve) => {
      const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
        env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
        stdio: ['ignore', 'ignore', 'ignore'],
      });
      const stopWatching = onStall(watched, () => child.kill('SIGKILL'));
      const finish = (installed: boolean) => {
        stopWatching();
        resolve(installed);
      };
      child.on('error', () => finish(false));
      child.on('close', (code) => finish(code === 0));
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Calls back once when the directories have stopped growing, or when the whole takes too long. */
function onStall(directories: string[], stalled: () => void): () => void {
  const startedAt = Date.now();
  let lastSize = -1;
  let lastGrowth = startedAt;
  const timer = setInterval(async () => {
    const sizes = await Promise.all(directories.map(sizeOf));
    const size = sizes.reduce((sum, each) => sum + each, 0);
    const now = Date.now();
    if (size !== lastSize) lastGrowth = now;
    lastSize = size;
    if (now - lastGrowth > stalledAfterMs || now - startedAt > wholeInstallAtMostMs) stalled();
  }, 1000);
  return () => clearInterval(timer);
}

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  const infos = await Promise.all(names.map((name) => stat(join(directory, name)).catch(() => null)));
  return infos.reduce((sum, info) => sum + (info?.size ?? 0), 0);
}
