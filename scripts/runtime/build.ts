import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SetupError, stream } from './commands.ts';
import { inProject, projectRoot } from './paths.ts';
import { tool } from './tools.ts';

const sources = [
  'shared',
  'src-main',
  'src-renderer',
  'resources',
  'scripts/supply',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = inProject('out', '.built');

/** Builds the app into `out/` when any source is newer than the last build that went well. */
export async function ensureBuilt(env: NodeJS.ProcessEnv): Promise<void> {
  const builtAt = await stat(stamp).catch(() => null);
  if (builtAt && builtAt.mtimeMs >= (await newestChange(sources.map((source) => inProject(source))))) return;
  await build(env);
}

/** Builds the app into `out/`. Throws `SetupError` when the sources do not build; what is wrong has been printed. */
export async function build(env: NodeJS.ProcessEnv): Promise<void> {
  // The stamp carries the time of the start: what is saved while the build runs may not be in it.
  const startedAt = new Date();
  const code = await stream(process.execPath, [tool('electron-vite'), 'build'], { cwd: projectRoot, env });
  if (code !== 0) throw new SetupError('The app could not be built.');
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, '');
  await utimes(stamp, startedAt, startedAt);
}

/** The latest change of the files and folders in milliseconds; a folder changes when something in it comes or goes. */
export async function newestChange(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(paths.map(changeOf));
  return Math.max(0, ...times);
}

async function changeOf(path: string): Promise<number> {
  const info = await stat(path).catch(() => null);
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  const names = await readdir(path);
  return Math.max(info.mtimeMs, await newestChange(names.map((name) => join(path, name))));
}
