import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSqlite, proveSqlite } from './build-sqlite.ts';
import { makeOnce, replaceFile } from './cache.ts';
import { capture, SetupError } from './commands.ts';
import type { Electron } from './electron.ts';
import { cacheDirectory, inProject } from './paths.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

/** The first Node-API version that better-sqlite3's prebuilt binaries run on. Older runtimes crash in them. */
const prebuiltNodeApi = 10;

const sqlitePackage = inProject('node_modules', 'better-sqlite3');
const buildDirectory = join(sqlitePackage, 'build');
/** better-sqlite3's loader takes this file, when it exists, before its prebuilt ones. */
const ownBuild = join(buildDirectory, 'Release', 'better_sqlite3.node');

export type Versions = { napi: string; node: string; modules: string; electron?: string };

/**
 * Makes better-sqlite3 loadable in this Electron, and keeps it loadable in the Node that runs the tools and the tests.
 * A runtime with Node-API 10 uses the prebuilt binary in the package; an older one gets a build of its own, made once
 * per version and kept in the cache of the person.
 */
export async function prepareNative(electron: Electron): Promise<void> {
  const versions = await versionsOf(electron);
  if (Number(versions.napi) >= prebuiltNodeApi) {
    // A build left over from an older runtime would win over the prebuilt binary.
    await rm(buildDirectory, { recursive: true, force: true });
    return;
  }
  const cached = await cachedBuild(electron, versions);
  if (await isSameFile(cached, ownBuild)) return;
  await replaceFile(cached, ownBuild);
}

async function cachedBuild(electron: Electron, versions: Versions): Promise<string> {
  const manifest = JSON.parse(await readFile(join(sqlitePackage, 'package.json'), 'utf8')) as { version: string };
  const runtime = `${versions.electron ? 'electron' : 'node'}-${versions.electron ?? versions.node}`;
  const name = `better-sqlite3-${manifest.version}-${runtime}-${process.platform}-${process.arch}`;
  const directory = await makeOnce(join(cacheDirectory(), name), async (scratch) => {
    await ensureSystemLibraries(['nativeBuild']);
    console.error(`Building better-sqlite3 for ${runtime} (about a minute, once) …`);
    const built = await buildSqlite(scratch);
    await proveSqlite(electron.executable, built);
    // The tools and tests load the same file.
    await proveSqlite(process.execPath, built);
    await replaceFile(built, join(scratch, 'better_sqlite3.node'));
    await rm(join(scratch, 'work'), { recursive: true, force: true });
  });
  return join(directory, 'better_sqlite3.node');
}

/** Asks the runtime itself: the answer also proves that it starts on this machine. @throws SetupError */
export async function versionsOf(electron: Electron): Promise<Versions> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = await capture(electron.executable, ['-p', 'JSON.stringify(process.versions)'], { env });
  if (result.code === 0) return JSON.parse(result.stdout) as Versions;
  throw new SetupError(
    `Electron at ${electron.dist} does not start (exit code ${result.code}):\n${result.stderr.trim()}\n` +
      'If a library is missing, install the system packages named above, then start again.',
  );
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  if (!existsSync(other)) return false;
  const [first, second] = await Promise.all([readFile(one), readFile(other)]);
  return first.equals(second);
}
