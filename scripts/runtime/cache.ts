import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const abandonedAfterMs = 60 * 60 * 1000;

/**
 * Makes a directory that is either complete or absent. `fill` works in a scratch directory next to the target, and only
 * a finished one is renamed into place, so two starts at once cannot see each other's half-done work: the second one to
 * finish finds the place taken and drops its own.
 */
export async function makeOnce(target: string, fill: (scratch: string) => Promise<void>): Promise<string> {
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  await removeAbandoned(target);
  const scratch = await mkdtemp(`${target}.making-`);
  try {
    await fill(scratch);
    await rename(scratch, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
    return target;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Puts a file in place so that a reader sees the old one or the new one, never a half. */
export async function replaceFile(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const scratch = `${target}.${process.pid}`;
  await cp(source, scratch);
  await rename(scratch, target);
}

/** A killed start leaves its scratch directory behind; an hour later nobody can be working in it. */
async function removeAbandoned(target: string): Promise<void> {
  const prefix = `${basename(target)}.making-`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const path = join(dirname(target), name);
    const info = await stat(path).catch(() => null);
    if (info && Date.now() - info.mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
