import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository: every tool runs from here, wherever the person started it. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

/** A path inside the repository. */
export function inProject(...parts: string[]): string {
  return join(projectRoot, ...parts);
}

/**
 * The folder of this person for things that can be fetched or built again. Shared by all clones of the repository.
 * `XDG_CACHE_HOME` wins everywhere, so that a run with a fresh home can still reach what is there.
 */
export function cacheDirectory(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return join(userCacheRoot(env, platform), 'pinned-organizer');
}

/** Where this platform keeps the caches of a person. */
export function userCacheRoot(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  const home = env.HOME || homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  return join(home, '.cache');
}
